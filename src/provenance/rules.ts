import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What is wrong with what lies beside the books: SUM, a list of sums; REC, a build record. */
export const PROVENANCE_RULES = {
  SUM001: {
    severity: "error",
    message: "Unexpected size of {size}, expected at most {most}",
    hint: "It was not read. A list of a hundred books takes 10 kB: ask for this one again.",
  },
  SUM002: {
    severity: "error",
    message: "Unexpected bytes, expected text in UTF-8",
    hint: "A list of sums is plain text: `sha256sum *.pdf *.epub > SHA256SUMS` makes one.",
  },
  SUM003: {
    severity: "error",
    message: {
      line: "Unexpected line, expected 64 digits of a SHA-256, two spaces, and a file's name",
      list: "Unexpected sum of the list itself, expected none, or that of an empty file",
      name: "Unexpected name {name}, expected that of a file",
    },
    hint: {
      line: "Only lists of SHA-256 are read, without remarks and empty lines: nothing vouches for what these say.",
      list: "Nothing was looked at. Ask whoever gave you the folder for its list again.",
      name: "Nothing was looked at. Ask whoever gave you the folder for its list again.",
    },
  },
  SUM004: {
    severity: "error",
    message: "Unexpected name {name}, expected one of a file inside the folder",
    hint: "A list for a folder speaks of that folder alone. Nothing was looked at. Ask whoever gave you the folder for its list again.",
  },
  SUM005: {
    severity: "error",
    message: "Unexpected second line for {name}, expected one for each file",
    hint: "Nothing was looked at. Ask whoever gave you the folder for its list again.",
  },
  SUM006: {
    severity: "error",
    message: "Unexpected name {name}, expected one without characters that a screen obeys or hides",
    hint: "Such a name can look like another. Nothing was looked at. Ask whoever gave you the folder for its list again.",
  },
  REC001: {
    severity: "error",
    message: {
      text: "Unexpected text, expected the JSON that a build writes",
      size: "Unexpected size of a build record, expected at most {most} MB",
    },
    hint: "Nobody writes it by hand. Build the books again, or ask for the folder again.",
  },
  REC002: {
    severity: "error",
    message: {
      value: "Unexpected value at {at}, expected {expected}",
      absent: "Unexpected absence of what {path} was made with",
    },
    hint: "Nobody writes it by hand. Build the books again, or ask for the folder again.",
  },
  REC003: {
    severity: "error",
    message: "Unexpected format {format} of a build record, expected 1",
    hint: "A newer Handpress made it: look with that one.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of this folder. */
export const diagnose: Diagnoser<typeof PROVENANCE_RULES> = diagnoseBy(PROVENANCE_RULES);
