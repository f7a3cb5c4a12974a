import type { TextTable } from "../../diagnostics/rule.ts";

const CUT_OFF = "Copy or download it again: it was cut off or changed on its way.";
const HARM = "A real document does not have so many. Beware of where it comes from.";
const RUNS =
  "Do not open it in a program that runs what is in a PDF; a browser's own viewer is safer.";
const FETCHES =
  "Whoever runs that server learns when and where it is opened. Open it without internet.";
const LOCAL =
  "It leads nowhere for other people, and tells names of folders on its maker's machine.";

/** What can be wrong with a PDF; what it means is in `explanations.json`. */
export const PDF_RULES = {
  PDF001: {
    severity: "error",
    message: "Unexpected PDF without pages that can be read, expected pages",
    hint: CUT_OFF,
  },
  PDF002: {
    severity: "warning",
    message: {
      table: "Unexpected damaged table of objects, expected a whole file",
      part: "Unexpected part of the file ({fault}), expected one that can be read",
    },
    hint: CUT_OFF,
  },
  PDF003: {
    severity: "warning",
    message: {
      part: "Unexpected part of the file ({fault}), expected one that can be read",
      number: "Unexpected number of {thing}, expected at most {most}; the rest was not looked at",
      operands:
        "Unexpected nesting or number of operands in the content of a page, expected at most {most} in one operation",
    },
    hint: HARM,
  },
  PDF004: {
    severity: "warning",
    message: "Unexpected locked PDF, expected one that can be read without a password",
    hint: "Ask for it without a password, or print it to a new PDF.",
  },
  PDF005: {
    severity: "error",
    message: {
      script: "Unexpected script, expected a file that only shows",
      action: "Unexpected action `{action}`, expected a file that only shows",
      player: "Unexpected `{type}` that plays or runs, expected pages only",
    },
    hint: RUNS,
  },
  PDF006: {
    severity: "error",
    message: {
      form: "Unexpected form that sends what is typed, expected none",
      file: "Unexpected file that is fetched from the web, expected all in this file",
      opening: "Unexpected address that opens by itself, expected none",
    },
    hint: FETCHES,
  },
  PDF007: {
    severity: "warning",
    message: {
      address: "Unexpected `file:` address, expected one on the web",
      link: "Unexpected link to another file, expected one on the web",
    },
    hint: LOCAL,
  },
  PDF008: {
    severity: "warning",
    message: {
      name: "Unexpected link to {name}, which is nowhere, expected a page of this file",
      page: "Unexpected link to a page that is not there, expected a page of this file",
    },
    hint: "It does nothing when it is clicked. Make the file again.",
  },
  PDF010: {
    severity: "either",
    message: {
      untagged:
        "Unexpected PDF without tags, expected one whose headings, lists and pictures are marked",
      unsaid:
        "Unexpected PDF that does not say it is tagged, expected one whose headings, lists and pictures are marked",
    },
    hint: "Screen readers and phones need tags. Sheets for a printer need none: then all is well. In an office program export again and choose “tagged PDF” or “PDF/UA”.",
  },
  PDF011: {
    severity: "warning",
    message: "Unexpected font {font} that is not in the file, expected all fonts in it",
    hint: "Other machines show other letters, or none. Choose “embed all fonts” when exporting.",
  },
} as const satisfies TextTable;
