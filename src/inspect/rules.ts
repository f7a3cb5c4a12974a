import { type Diagnoser, diagnoseBy } from "../diagnostics/diagnose.ts";
import type { TextTable } from "../diagnostics/rule.ts";

/** What can be wrong with a file before its kind is known. Books and PDFs have tables of their own: `epub`, `pdf`. */
export const INSPECT_RULES = {
  INS001: {
    severity: "error",
    message: "Unexpected kind of file, expected a book, a picture, an archive or a text",
    hint: "EPUB books, PDFs, pictures, office documents and ZIP archives can be inspected. If it came over a network or from a stick, copy it again: it may be cut off.",
  },
  INS002: {
    severity: "error",
    message: "Unexpected empty file, expected a book",
    hint: "If it came over a network or from a stick, copy it again: it may be cut off.",
  },
  INS003: {
    severity: "error",
    message: "Unexpected {label}, expected a kind of file that can be searched",
    hint: "It was NOT searched. {hint}",
  },
  INS004: {
    severity: "error",
    message: "Unexpected file of more than 300 MB, expected a smaller one",
    hint: "It was NOT searched. A file of this size is held in memory as a whole.",
  },
  INS005: {
    severity: "error",
    message: "Unexpected cost of a file ({fault}), expected less",
    hint: "It was NOT searched. It may be made to do harm: beware of where it comes from.",
  },
} as const satisfies TextTable;

/** Makes a diagnostic of a file that is refused. */
export const diagnose: Diagnoser<typeof INSPECT_RULES> = diagnoseBy(INSPECT_RULES);
