import type { RuleTable } from "../diagnostics/rule.ts";

/** What can be wrong with a book's characters and the faces they need. */
export const FONT_RULES = {
  FNT001: {
    severity: "warning",
    summary: "a book has letters of a script that no face draws",
    explanation:
      "Handpress brings fonts for many scripts, and for this one it has none. Each letter is printed as its number, so nobody can read the text. Write it in another script, or show the words as a picture with a description.",
    bad: { page: "The word is 𐎠𐎡𐎢𐎣𐎤𐎥𐎦𐎧𐎨𐎩𐎪𐎫." },
    good: { page: "The word is *Persia*." },
    texts: {
      script: {
        message:
          "Unexpected letters such as `{letter}` ({count} different ones), expected a script that a bundled face draws",
        hint: "They print as their names: [{name}]. Write them in another script, or put a picture of the words there.",
      },
    },
  },
  FNT002: {
    severity: "warning",
    summary: "a character has no glyph in any face",
    explanation:
      "No font of the book has this sign. Its number is printed in its place. Write another sign or a word.",
    bad: { page: "Turn the key 𐎠 once." },
    good: { page: "Turn the key once." },
    texts: {
      character: {
        message:
          "Unexpected character `{character}` ({name}), expected one that a bundled face draws",
        hint: "It prints as [{name}]: write another sign or a word in its place.",
      },
    },
  },
  FNT003: {
    severity: "error",
    summary: "a theme names a face that is not there",
    explanation:
      "The theme asks for a font that Handpress does not bring. Handpress never takes fonts from the machine: then the same book would look different on two machines. Name one of its own fonts in the theme.",
    bad: "A theme with `font-family: Comic Sans` in its theme.yaml",
    good: "The same theme with one of the fonts that come with Handpress",
    texts: {
      face: {
        message: "Unexpected face `{face}` in the theme, expected one that is installed",
        hint: "Name one of the bundled families, or install its @fontsource package.",
      },
    },
  },
  FNT004: {
    severity: "warning",
    summary: "a book is to carry a face that is not installed",
    explanation:
      "The EPUB is to bring its fonts along, and one of them is missing from this copy of Handpress. On a phone without a font for this script, readers see boxes. Install Handpress again, with all its packages.",
    bad: "A book in Tibetan, made with `--fonts carried`, where the package of the Tibetan font was deleted",
    good: "The same book, made after `npm ci` in the folder of Handpress",
    texts: {
      script: {
        message:
          "Unexpected script of `{letter}` in an EPUB that brings its fonts along, expected one with an installed face",
        hint: "The book relies on the fonts of the phone. {face} comes with Handpress: run `npm ci` in its folder again.",
      },
    },
  },
  FNT010: {
    severity: "warning",
    summary: "a character of a cover's words has no glyph in any face",
    explanation:
      "The cover of an EPUB is a picture with the title in it. No font has one of its signs, so the sign's number stands there. Write another sign or a word in the title.",
    bad: "A module whose title has a sign of an old script, such as 𐎠, made as an EPUB",
    good: "The same module with a title in letters that people use",
    texts: {
      character: {
        message:
          "Unexpected character `{character}` ({name}) on the cover of the EPUB, expected one that a bundled face draws",
        hint: "[{name}] stands there; a title with many such letters is left out of the picture. Write another sign or a word in its place.",
      },
    },
  },
} as const satisfies RuleTable;

export type FontCode = keyof typeof FONT_RULES;
