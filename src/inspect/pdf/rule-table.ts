import type { Severity } from "../../diagnostics/diagnostic.ts";

/** How grave is what can be wrong with a PDF; what it means is in `explanations.json`. */
export const PDF_RULES = {
  PDF001: "error",
  PDF002: "warning",
  PDF003: "warning",
  PDF004: "warning",
  PDF005: "error",
  PDF006: "error",
  PDF007: "warning",
  PDF008: "warning",
  PDF010: "either",
  PDF011: "warning",
} as const;
export type PdfCode = keyof typeof PDF_RULES;

export function severityOf(code: PdfCode, claimsPdfua: boolean): Severity {
  const severity = PDF_RULES[code];
  // A file that says it keeps PDF/UA is held to it.
  if (severity === "either") return claimsPdfua ? "error" : "warning";
  return severity;
}
