import { type Finding, GROUPS, type JudgedBook, type Severity } from "./judged-book.ts";

/** How long one judge took over all books. */
export interface Timing {
  readonly what: string;
  readonly seconds: number;
}

/** The findings, one a line: book, document, line, judge and message. */
export function listFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ judge, severity, book, document, line, message }) => {
      const place = [book, document, line].filter((part) => part !== "" && part !== undefined);
      return `${place.join(":")}: ${severity} (${judge}) ${shorten(message)}\n`;
    })
    .join("");
}

/** EPUBCheck lists every attribute that could have stood in the place of a wrong one. */
function shorten(message: string): string {
  return message.length > 400 ? `${message.slice(0, 399)}…` : message;
}

/** A table: for each group of books how many there are and what was found. */
export function drawTable(books: readonly JudgedBook[], findings: readonly Finding[]): string {
  const rows = GROUPS.map((group) =>
    describeRow(
      group,
      books.filter((book) => book.group === group),
      findings.filter((finding) => finding.group === group),
    ),
  ).filter(([, count, ...found]) => [count, ...found].some((cell) => cell !== "0"));
  const all = [HEAD, ...rows, describeRow("all", books, findings)];
  const widths = HEAD.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join("  "),
    )
    .map((line) => `${line}\n`)
    .join("");
}

const HEAD = ["books", "count", "with findings", "fatal", "errors", "warnings", "violations"];
const COUNTED: readonly Severity[] = ["fatal", "error", "warning", "violation"];

function describeRow(
  name: string,
  books: readonly JudgedBook[],
  findings: readonly Finding[],
): readonly string[] {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  const affected = new Set(findings.map(({ book }) => book)).size;
  return [name, books.length, affected, ...COUNTED.map(count)].map(String);
}

export function listTimings(timings: readonly Timing[]): string {
  return timings.map(({ what, seconds }) => `${what} ${seconds.toFixed(0)} s`).join(", ");
}
