import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong with a book's characters and the fonts they need. */
export const FONT_RULES = {
  FNT001: {
    severity: "warning",
    message:
      "Unexpected letters such as `{letter}` ({count} different ones), expected a script that the fonts of Handpress have",
    hint: "They print as their names: [{name}]. Write them in another script, or put a picture of the words there.",
  },
  FNT002: {
    severity: "warning",
    message:
      "Unexpected character `{character}` ({name}), expected one that the fonts of Handpress have",
    hint: "It prints as [{name}]: write another sign or a word in its place.",
  },
  FNT003: {
    severity: "error",
    message: "Unexpected font `{font}` in the theme, expected one that is installed",
    hint: "Name one of the fonts that come with Handpress, or install its @fontsource package.",
  },
  FNT004: {
    severity: "warning",
    message:
      "Unexpected script of `{letter}` in an EPUB that brings its fonts along, expected one with an installed font",
    hint: "The book relies on the fonts of the phone. {font} comes with Handpress: run `npm ci` in its folder again.",
  },
  FNT010: {
    severity: "warning",
    message:
      "Unexpected character `{character}` ({name}) on the cover of the EPUB, expected one that the fonts of Handpress have",
    hint: "[{name}] stands there; a title with many such letters is left out of the picture. Write another sign or a word in its place.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this folder. */
export const diagnose: Diagnoser<typeof FONT_RULES> = diagnoseBy(FONT_RULES);
