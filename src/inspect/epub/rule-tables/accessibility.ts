import type { EpubRule } from "../epub-rule.ts";

/** What can be wrong with how a book is read without seeing it. */
export const ACCESSIBILITY_RULES = {
  EPB701: {
    severity: "warning",
    clause: "WCAG 2.2, 1.1.1",
    summary: "an image has no description",
    explanation:
      "People who cannot see the picture hear nothing of it. Say in a few words what it shows.",
    bad: '`<img src="key.png"/>`',
    good: '`<img src="key.png" alt="A key with a round head"/>`',
  },
  EPB702: {
    severity: "warning",
    clause: "WCAG 2.2, 1.3.1",
    summary: "a document has no heading, or several of the first rank",
    explanation:
      "The chapter has no heading, or several of the first rank. People who use a voice go from heading to heading.",
    bad: "A chapter that begins with a plain paragraph",
    good: "A chapter with one `<h1>`",
  },
  EPB703: {
    severity: "warning",
    clause: "WCAG 2.2, 1.3.1",
    summary: "a rank of headings is left out",
    explanation:
      "Headings go from rank to rank without a gap. Here one is left out, so a voice makes people look for something that is not there.",
    bad: "`<h3>` right after `<h1>`",
    good: "`<h2>` after `<h1>`",
  },
  EPB704: {
    severity: "warning",
    clause: "EPUB Accessibility 1.1 §3",
    summary: "`epub:type` stands without the role that is heard",
    explanation:
      "A part says what it is for reading programs, and not for voices. Write the role beside it.",
    bad: '`<aside epub:type="footnote">`',
    good: '`<aside epub:type="footnote" role="doc-footnote">`',
  },
  EPB705: {
    severity: "warning",
    clause: "EPUB Accessibility 1.1 §3",
    summary: "a note and its mark do not lead to each other",
    explanation:
      "A note has no mark that leads to it, or no link back. Readers who go to the note cannot come back to where they were.",
    bad: "A note without a link back",
    good: "A note with a link back to its mark",
  },
  EPB706: {
    severity: "warning",
    clause: "WCAG 2.2, 1.3.1",
    summary: "a table has no headers, or they do not say of what",
    explanation:
      "The table has no head cells, or they do not say whether they head a row or a column. A voice reads cells without saying of what.",
    bad: "A table of `<td>` alone",
    good: 'A first row of `<th scope="col">`',
  },
  EPB707: {
    severity: "warning",
    clause: "HTML §3.2.6.4",
    summary: "text from right to left has no direction",
    explanation:
      "The text is from right to left, and nothing says so. Signs and numbers then stand in the wrong order.",
    bad: "Arabic text without `dir`",
    good: '`<p dir="rtl">`',
  },
  EPB708: {
    severity: "warning",
    clause: "EPUB Accessibility 1.1 §2.2",
    summary: "the metadata says nothing of accessibility",
    explanation:
      "The book does not say how it can be read: by voice, with descriptions of pictures. Libraries and readers look for that.",
    bad: "Metadata without `schema:accessMode`",
    good: "Metadata with it",
  },
  EPB709: {
    severity: "warning",
    clause: "EPUB Accessibility 1.1 §2.2",
    summary: "the metadata claims what is not true of the book",
    explanation:
      "The book claims something of itself that is not true, for example that all pictures have descriptions. People who rely on it are let down.",
    bad: "`alternativeText`, and a picture without one",
    good: "The same claim, and a description for each picture",
  },
  EPB710: {
    severity: "warning",
    clause: "EPUB Accessibility 1.1 §2.2",
    summary: "accessibility metadata has a word that it may not have",
    explanation:
      "The book describes itself with a word that is not in the list of words for this. Libraries do not find it.",
    bad: "`accessMode` with `reading`",
    good: "`accessMode` with `textual`",
  },
  EPB711: {
    severity: "warning",
    clause: "WCAG 2.2, 2.4.4",
    summary: "a link has no text that says where it leads",
    explanation: "The link has no words. A voice says “link”, and nobody can tell where it leads.",
    bad: '`<a href="keys.xhtml"></a>`',
    good: '`<a href="keys.xhtml">Keys</a>`',
  },
} as const satisfies Readonly<Record<string, EpubRule>>;
