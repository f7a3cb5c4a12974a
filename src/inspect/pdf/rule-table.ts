import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { RuleTable } from "../../diagnostics/rule.ts";

/** What can be wrong with a PDF, whatever it is for. */
const FILE_RULES = {
  PDF001: {
    severity: "error",
    summary: "the file cannot be read as a PDF, or has no pages",
    explanation:
      "The file is not a PDF, or so damaged that no page was found. Get it again, or build it again.",
    bad: "A PDF of which only the first half was downloaded",
    good: "The whole PDF",
  },
  PDF002: {
    severity: "warning",
    summary: "the file is damaged; what could be found was read",
    explanation:
      "The file is damaged, and could be read in part. Other programs may show other parts. Get it again.",
    bad: "A PDF whose last lines are missing",
    good: "The whole PDF",
  },
  PDF003: {
    severity: "warning",
    summary: "the file is too large or too dense; a part was not read",
    explanation:
      "The file has so many parts that not all of them were read. Nobody can say what is in the rest. It may be made to do harm.",
    bad: "A PDF of 50,000 pages",
    good: "A PDF of a hundred pages",
  },
  PDF004: {
    severity: "warning",
    summary: "the file is locked: only its outside was read",
    explanation:
      "The file is locked, so only its outside could be read. Nobody can say what it holds. Look into a copy without the lock.",
    bad: "A PDF that asks for a password",
    good: "The same PDF without a password",
  },
  PDF005: {
    severity: "error",
    summary: "opening the file or a click in it runs something",
    explanation:
      "The file runs something when it is opened or clicked. That can harm readers, or tell who they are. Do not pass it on; print it to a new PDF.",
    bad: "A PDF with a script",
    good: "A PDF with text and pictures alone",
  },
  PDF006: {
    severity: "error",
    summary: "the file fetches or sends something by itself",
    explanation:
      "The file loads or sends something by itself. Whoever is at the other end learns who reads it, and when.",
    bad: "A PDF with a button that sends a form",
    good: "A PDF with text and pictures alone",
  },
  PDF007: {
    severity: "warning",
    summary: "an address leads to a file or folder of a machine",
    explanation:
      "An address in the file leads to a folder of a machine. It works for nobody else, and names the user.",
    bad: "A link to `C:\\Users\\ada\\keys.docx`",
    good: "A link to `https://example.org/keys`",
  },
  PDF008: {
    severity: "warning",
    summary: "a link leads to a place that is not in the file",
    explanation:
      "A link leads to a page or a place that the file does not have. Readers click, and nothing happens.",
    bad: "A line of the contents that leads to a page that was taken out",
    good: "A line that leads to its chapter",
  },
  PDF009: {
    severity: "warning",
    summary: "the rows of a table have different numbers of cells",
    explanation:
      "The rows of a table have different numbers of cells. A voice reads cells under the wrong heading.",
    bad: "A row of three cells in a table of two columns",
    good: "Rows with the same number of cells",
  },
  PDF010: {
    severity: "either",
    summary: "the file has no tags",
    explanation:
      "The file does not say what its parts are: headings, lists, pictures. A voice reads it as one long text, or in the wrong order. Sheets for printers need no tags.",
    bad: "A PDF that was scanned or made with an old program",
    good: "A PDF with tags, as Handpress makes it",
  },
} as const satisfies RuleTable;
export type FileCode = keyof typeof FILE_RULES;

/**
 * The code of each condition of the Matterhorn Protocol that our rules look at. Numbers stay with
 * their condition: new ones are added at the end.
 */
const CONDITION_CODES = [
  ..."01-003 01-004 01-005 01-007 02-001 02-003 02-004 06-001 06-002 06-003".split(" "),
  ..."07-001 07-002 09-004 09-005 09-006 09-007 09-008 10-001 11-001 11-002".split(" "),
  ..."11-003 11-004 11-005 11-006 13-004 14-002 14-003 14-006 14-007 15-003".split(" "),
  ..."17-002 19-003 19-004 20-001 20-002 20-003 21-001 25-001 26-001 26-002".split(" "),
  ..."28-002 28-004 28-005 28-006 28-007 28-008 28-009 28-010 28-011 28-012".split(" "),
  ..."28-014 28-015 28-016 28-017 30-001 30-002 31-001 31-002 31-003 31-004".split(" "),
  ..."31-005 31-006 31-007 31-008 31-009 31-011 31-016 31-017 31-019 31-020".split(" "),
  ..."31-021 31-023 31-024 31-025 31-026 31-027 31-028 31-029 31-030".split(" "),
];

/** `PDF101` … by condition. */
export const CODE_OF_CONDITION: ReadonlyMap<string, string> = new Map(
  CONDITION_CODES.map((id, at) => [id, `PDF${101 + at}`]),
);

/** What is reported: one of the file's own faults, or a condition by its number. */
export function codeOf(what: string): string {
  return CODE_OF_CONDITION.get(what) ?? what;
}

export const PDF_RULES: RuleTable = FILE_RULES;

export function severityOf(what: string, claimsPdfua: boolean): Severity {
  const own = PDF_RULES[what]?.severity;
  if (own === "error" || own === "warning") return own;
  // A file that says it keeps PDF/UA is held to it; for others the same are shortcomings.
  return claimsPdfua ? "error" : "warning";
}
