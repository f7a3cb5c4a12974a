import { isHiddenRow } from "../markdown/fillers.ts";
import { WIDE } from "../markdown/typed-markers.ts";
import { type Findings, quoteText } from "./findings.ts";
import { diagnose } from "./rules.ts";

/** So many columns are added to a table whose rows have more cells than its head. */
const MOST_ADDED = 10;

const PREFIX = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t>]*/;
const DELIMITERS = new RegExp(`^\\|?[ \\t${WIDE}]*:?[-–—]+[-–—:|\\t ${WIDE}]*$`, "u");
/** What ends a table without an empty line. */
const OTHER_BLOCK = /^(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|:::|<)/;

/** The cell of a row: where it begins in the row, and its text. */
interface Cell {
  readonly at: number;
  readonly text: string;
}

/**
 * Gives the tables of a body as many columns as their rows have cells: Markdown drops the cells that
 * the head has no column for, and takes a table whose line of dashes has another number of columns
 * for text. A `|` within backticks is one of the code.
 *
 * Diagnostics: MRK103 to MRK107.
 *
 * @param codeLines numbers of the lines of code, from 0
 */
export function mendTableLines(
  written: readonly string[],
  codeLines: ReadonlySet<number>,
  findings: Findings,
): readonly string[] {
  const lines = [...written];
  const loose: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (codeLines.has(at)) continue;
    if (isDelimiterLine(written, codeLines, at + 1)) {
      const end = endOfTable(written, codeLines, at + 2);
      mendTable(lines, at, end, findings);
      at = end - 1;
    } else if (/^\|.*\|$/.test(textOf(written[at]))) loose.push(at);
  }
  reportLoose(loose, written, findings);
  reportAligned(written, codeLines, findings);
  return lines;
}

function textOf(line: string | undefined): string {
  return (line ?? "").replace(PREFIX, "").trim();
}

/** True for the line of dashes below the head of a table. */
function isDelimiterLine(
  lines: readonly string[],
  codeLines: ReadonlySet<number>,
  at: number,
): boolean {
  const line = (lines[at] ?? "").replace(/^[ \t>]*/, "").trim();
  const head = textOf(lines[at - 1]);
  return (
    line.includes("|") &&
    DELIMITERS.test(line) &&
    !codeLines.has(at) &&
    cellsOf(head).length > 0 &&
    head.includes("|")
  );
}

function endOfTable(
  lines: readonly string[],
  codeLines: ReadonlySet<number>,
  from: number,
): number {
  let end = from;
  while (end < lines.length && !codeLines.has(end)) {
    const line = (lines[end] ?? "").replace(/^[ \t>]*/, "");
    if (line.trim() === "" || OTHER_BLOCK.test(line)) break;
    end += 1;
  }
  return end;
}

function mendTable(lines: string[], head: number, end: number, findings: Findings): void {
  const headCount = cellsOf(textOf(lines[head])).length;
  const dashCount = cellsOf(textOf(lines[head + 1])).length;
  const expected = Math.max(headCount, dashCount);
  let most = expected;
  for (let at = head; at < end; at += 1) {
    if (at === head + 1 || isHiddenRow(lines[at])) continue;
    lines[at] = keepCode(lines[at] ?? "", at, findings);
    const cells = cellsOf(lines[at] ?? "");
    if (at > head && expected > 1 && cells.length === 1 && !(lines[at] ?? "").includes("|"))
      findings.add(diagnose("MRK107", findings.placeAt(at, 1)));
    if (cells.length <= expected) continue;
    reportSurplus(cells, expected, at, head, findings);
    const limit = expected + MOST_ADDED;
    if (cells.length > limit) lines[at] = escapeFrom(lines[at] ?? "", cells[limit - 1]?.at ?? 0);
    most = Math.max(most, Math.min(cells.length, limit));
  }
  if (headCount !== dashCount) reportDashes(headCount, dashCount, head + 1, findings);
  const dashes = (lines[head + 1] ?? "")
    .replace(/[–—]/g, "-")
    .replace(new RegExp(`[${WIDE}]`, "gu"), " ");
  lines[head] = addCells(lines[head] ?? "", most - cellsOf(textOf(lines[head])).length, "   |");
  lines[head + 1] = addCells(dashes, most - dashCount, "---|");
}

function addCells(line: string, count: number, cell: string): string {
  if (count <= 0) return line;
  const text = line.trimEnd();
  return (/(?<!\\)\|$/.test(text) ? text : `${text} |`) + cell.repeat(count);
}

/** The cells of a row as Markdown parts them: at every `|` without a backslash before it. */
function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = PREFIX.exec(line)?.[0].length ?? 0;
  const end = line.trimEnd().length;
  for (let at = start; at <= end; at += 1) {
    if (at < end && (line[at] !== "|" || line[at - 1] === "\\")) continue;
    cells.push({ at: start, text: line.slice(start, at) });
    start = at + 1;
  }
  if (cells[0]?.text === "") cells.shift();
  if (cells.at(-1)?.text === "") cells.pop();
  return cells;
}

/** Writes `\|` for every `|` between backticks. */
function keepCode(line: string, at: number, findings: Findings): string {
  if (!/`[^`]*\|[^`]*`/.test(line)) return line;
  return line.replace(
    /(?<!`)(`+)(?!`)([^\n]*?[^`])\1(?!`)/g,
    (span: string, _, inner: string, column: number) => {
      const mended = span.replace(/(?<!\\)\|/g, "\\|");
      if (mended === span || inner === "") return span;
      const place = findings.placeAt(at, column + 1, span.length);
      findings.add(diagnose("MRK104", place, { code: quoteText(inner) }));
      return mended;
    },
  );
}

function escapeFrom(line: string, from: number): string {
  return line.slice(0, from) + line.slice(from).replace(/(?<!\\)\|(?!\s*$)/g, "\\|");
}

function reportSurplus(
  cells: readonly Cell[],
  expected: number,
  at: number,
  head: number,
  findings: Findings,
): void {
  const first = cells[expected];
  const text = cells
    .slice(expected)
    .map((cell) => cell.text.trim())
    .join(" | ");
  const indent = (first?.text ?? "").search(/\S/);
  const place = findings.placeAt(
    at,
    (first?.at ?? 0) + Math.max(0, indent) + 1,
    Math.max(1, (first?.text ?? "").trim().length),
  );
  const { line = 1 } = findings.placeAt(head);
  const values = { count: cells.length, expected, text: quoteText(text), line };
  findings.add(diagnose("MRK103", place, values));
}

function reportDashes(expected: number, found: number, at: number, findings: Findings): void {
  const columns = Math.max(expected, found);
  const values = { found, expected, columns, dashes: drawDashes(expected) };
  findings.add(diagnose("MRK106", findings.placeAt(at, 1), values));
}

function drawDashes(columns: number): string {
  return `${"|---".repeat(columns)}|`;
}

/** Rows that no table holds: with nothing but empty lines between them, they are told once. */
function reportLoose(loose: readonly number[], lines: readonly string[], findings: Findings): void {
  const isNext = (at: number, next: number) =>
    lines.slice(at + 1, next).every((line) => line.trim() === "");
  for (let index = 0; index < loose.length; index += 1) {
    const first = loose[index] ?? 0;
    let count = 1;
    while (index + 1 < loose.length && isNext(loose[index] ?? 0, loose[index + 1] ?? 0)) {
      index += 1;
      count += 1;
    }
    if (count < 2) continue;
    const columns = cellsOf(lines[first] ?? "").length;
    const values = { count, dashes: drawDashes(Math.min(columns, 20)) };
    findings.add(diagnose("MRK105 rows", findings.placeAt(first, 1), values));
  }
}

/** Groups of dashes, one a column, as Pandoc writes tables of word processors. */
const DASH_GROUPS = /^[ \t>]*-{3,}(?:[ \t]+-{3,})+[ \t]*$/;

/** Tables whose columns are made with spaces or tabs: no column of theirs is kept. */
function reportAligned(
  lines: readonly string[],
  codeLines: ReadonlySet<number>,
  findings: Findings,
): void {
  const isText = (at: number) => (lines[at] ?? "").trim() !== "" && !codeLines.has(at);
  const tabsOf = (at: number) => (isText(at) ? textOf(lines[at]).split(/\t+/).length - 1 : 0);
  for (let at = 0; at < lines.length; at += 1) {
    const isDashed = DASH_GROUPS.test(lines[at] ?? "") && (isText(at - 1) || isText(at + 1));
    const isTabbed =
      tabsOf(at) > 0 && tabsOf(at) === tabsOf(at + 1) && tabsOf(at) !== tabsOf(at - 1);
    if (codeLines.has(at) || (!isDashed && !isTabbed)) continue;
    const columns = isDashed ? (lines[at] ?? "").trim().split(/[ \t]+/).length : tabsOf(at) + 1;
    const shown = Math.min(columns, 20);
    const values = { head: `${"| a ".repeat(shown)}|`, dashes: drawDashes(shown) };
    const kind = isDashed ? "spaces" : "tabs";
    const found = diagnose(`MRK105 ${kind} columns`, findings.placeAt(at, 1), values);
    findings.addOnce(`aligned ${at - 1}`, found);
  }
}
