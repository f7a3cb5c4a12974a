import type { RuleTable } from "../diagnostics/rule.ts";

/** What can be wrong with a file before its kind is known. Rules for EPUB: `epub/rule-table.ts`. */
export const INSPECT_RULES = {
  INS001: {
    severity: "error",
    summary: "the file is of no kind that can be inspected",
    explanation:
      "Handpress does not know this kind of file, so it cannot look into it. It was not searched. Do not take it for clean.",
    bad: "A file with the ending .xyz",
    good: "A PDF, an EPUB, a picture, an office document, or an archive",
  },
  INS002: {
    severity: "error",
    summary: "the file is empty",
    explanation: "The file has nothing in it. Perhaps a copy or a download stopped. Get it again.",
    bad: "A PDF of 0 bytes",
    good: "The whole PDF",
  },
  INS003: {
    severity: "error",
    summary: "the file is of a kind that is known, and not searched",
    explanation:
      "Handpress knows what kind of file this is, and does not look into files of this kind. It was not searched. Do not take it for clean.",
    bad: "A program, or a disk image",
    good: "A PDF of the same text",
  },
  INS004: {
    severity: "error",
    summary: "the file is larger than what is inspected",
    explanation:
      "The file is larger than what is searched. It was not searched. Do not take it for clean.",
    bad: "A film of 10 GB",
    good: "A picture of what matters in it",
  },
  INS005: {
    severity: "error",
    summary: "the file takes more memory or time than it may",
    explanation:
      "To search the file would take more memory or time than a machine can give. Such files can be made to do harm. It was not searched.",
    bad: "A small archive that unpacks to a million files",
    good: "An archive of the files that are needed",
  },
} as const satisfies RuleTable;
export type InspectCode = keyof typeof INSPECT_RULES;
