/** What can be wrong with a PDF, whatever it is for. */
const FILE_CODES = {
  PDF001: { severity: "error", what: "the file cannot be read as a PDF, or has no pages" },
  PDF002: { severity: "warning", what: "the file is damaged; what could be found was read" },
  PDF003: { severity: "warning", what: "the file is too large or too dense; a part was not read" },
  PDF004: { severity: "warning", what: "the file is locked: only its outside was read" },
  PDF005: { severity: "error", what: "opening the file or a click in it runs something" },
  PDF006: { severity: "error", what: "the file fetches or sends something by itself" },
  PDF007: { severity: "warning", what: "an address leads to a file or folder of a machine" },
  PDF008: { severity: "warning", what: "a link leads to a place that is not in the file" },
  PDF009: { severity: "warning", what: "the rows of a table have different numbers of cells" },
  PDF010: { severity: "warning", what: "the file has no tags" },
} as const;
export type FileCode = keyof typeof FILE_CODES;

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

export const PDF_CODES: Readonly<Record<string, { readonly what: string }>> = FILE_CODES;

export function severityOf(what: string, claimsPdfua: boolean): "error" | "warning" {
  const own = (FILE_CODES as Readonly<Record<string, { readonly severity: "error" | "warning" }>>)[
    what
  ];
  if (own !== undefined && !(claimsPdfua && what === "PDF010")) return own.severity;
  // A file that says it keeps PDF/UA is held to it; for others the same are shortcomings.
  return claimsPdfua ? "error" : "warning";
}
