import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { RuleTable } from "../../diagnostics/rule.ts";

/** What can be wrong with a PDF, whatever it is for. */
export const PDF_RULES = {
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
  PDF010: {
    severity: "either",
    summary: "the file has no tags",
    explanation:
      "The file does not say what its parts are: headings, lists, pictures. A voice reads it as one long text, or in the wrong order. Sheets for printers need no tags.",
    bad: "A PDF that was scanned or made with an old program",
    good: "A PDF with tags, as Handpress makes it",
  },
  PDF011: {
    severity: "warning",
    summary: "a font is not in the file",
    explanation:
      "The file names a font and does not hold it. Other machines and print shops take another one. Letters change, or boxes stand in their place.",
    bad: "A PDF that needs the font Calibri of its maker's machine",
    good: "A PDF that holds the letters that it shows",
  },
} as const satisfies RuleTable;
export type PdfCode = keyof typeof PDF_RULES;

export function severityOf(code: PdfCode, claimsPdfua: boolean): Severity {
  const { severity } = PDF_RULES[code];
  // A file that says it keeps PDF/UA is held to it.
  if (severity === "either") return claimsPdfua ? "error" : "warning";
  return severity;
}
