import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with style sheets, images and fonts. */
export const RESOURCE_RULES = {
  EPB501: {
    severity: "error",
    clause: "EPUB 3.3 §3.6",
    summary: "a style sheet fetches something from the network",
    explanation:
      "The style sheet loads something from the network. Whoever runs that site learns who reads the book, and when. Put the file into the book.",
    bad: "`url(https://example.org/font.woff2)`",
    good: "A font in the book",
  },
  EPB502: {
    severity: "error",
    clause: "EPUB 3.3 §3.4",
    summary: "a style sheet names a file that the book lacks",
    explanation:
      "The style sheet uses a file that the book does not have. The font or picture is missing.",
    bad: "`url(fonts/kyes.woff2)`",
    good: "`url(fonts/keys.woff2)`",
  },
  EPB503: {
    severity: "error",
    clause: "EPUB 3.3 §6.3.2",
    summary: "a style sheet sets what EPUB forbids",
    explanation:
      "The style sheet sets the direction of the text. EPUB wants that in the text itself, because readers can switch style sheets off.",
    bad: "`direction: rtl` in a style sheet",
    good: '`dir="rtl"` in the text',
  },
  EPB504: {
    severity: "error",
    clause: "CSS Syntax 3 §4",
    summary: "a style sheet cannot be read",
    explanation:
      "The style sheet has a mistake. Reading programs leave out a part of it, each another one.",
    bad: "`p { margin: 0`",
    good: "`p { margin: 0; }`",
  },
  EPB505: {
    severity: "warning",
    clause: "house rule: one sheet a book",
    summary: "a style sheet imports another",
    explanation:
      "One style sheet loads another. Some reading programs do not follow it, and the book looks bare.",
    bad: '`@import "more.css";`',
    good: "All rules in one style sheet",
  },
  EPB601: {
    severity: "error",
    clause: "EPUB 3.3 §3.2",
    summary: "an image is damaged",
    explanation: "The picture is damaged. Readers see a part of it or nothing.",
    bad: "A picture of which the end is missing",
    good: "The whole picture",
  },
  EPB602: {
    severity: "warning",
    clause: "house rule: safe to carry",
    summary: "an image holds notes about who made it, where or with what",
    explanation:
      "The picture holds notes about itself. They can say who made it, where, when, and with which camera. That can put people in danger. Take the notes out; Handpress does so in the books that it makes.",
    bad: "A photo with the place where it was taken",
    good: "The same photo without notes",
  },
  EPB603: {
    severity: "warning",
    clause: "EPUB 3.3 §3.2",
    summary: "an image has more pixels than reading systems like",
    explanation:
      "The picture has more pixels than old devices can show. They may show nothing, or stop. Make it smaller.",
    bad: "A picture of 6000 × 4000 pixels",
    good: "The same picture with 1600 × 1067 pixels",
  },
  EPB604: {
    severity: "warning",
    clause: "EPUB 3.3 §3.2",
    summary: "a font is scrambled or of a kind that not all readers know",
    explanation:
      "The font is scrambled, or of a kind that not all programs know. Then they take another one, which may lack the letters of the language.",
    bad: "A font that is scrambled with the book's identifier",
    good: "The same font as it is",
  },
  EPB605: {
    severity: "warning",
    clause: "EPUB 3.3 §3.2",
    summary: "a font is damaged",
    explanation:
      "The font is damaged. Reading programs take another one, which may lack the letters of the language.",
    bad: "A font of which the end is missing",
    good: "The whole font",
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
