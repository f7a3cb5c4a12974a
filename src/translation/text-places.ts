import type { ParsedBody } from "../markup/parse-body.ts";
import type { Position } from "./unit.ts";

/** Finds where a text stands in the body; undefined where the lines hold it in another form. */
export interface LineFinder {
  (content: string): ((offset: number) => Position) | undefined;
  readonly isCell: boolean;
}

/** Of the text of a block that has its lines to itself, from `first` on. */
export function makeLineFinder(
  { lines }: Pick<ParsedBody, "lines">,
  first: number,
  content: string,
): LineFinder {
  const find = () => {
    const starts: number[] = [];
    const columns: number[] = [];
    let start = 0;
    for (const [index, text] of content.split("\n").entries()) {
      const trimmed = text.trim();
      const column = (lines[first + index] ?? "").lastIndexOf(trimmed);
      if (column < 0) return undefined;
      starts.push(start);
      columns.push(column - text.indexOf(trimmed));
      start += text.length + 1;
    }
    return (offset: number): Position => {
      let index = starts.findLastIndex((one) => one <= offset);
      if (index < 0) index = 0;
      return { line: first + index, column: (columns[index] ?? 0) + offset - (starts[index] ?? 0) };
    };
  };
  return Object.assign(find, { isCell: false });
}

/** Of the cells of a row, asked for in their order. A `|` in a cell is written `\|`. */
export function makeCellFinder({ lines }: Pick<ParsedBody, "lines">, line: number): LineFinder {
  const row = lines[line] ?? "";
  let next = 0;
  const find = (content: string) => {
    for (let at = next; content !== "" && at < row.length; at += 1) {
      const found = matchCell(row, content, at);
      if (found === undefined) continue;
      next = found.end;
      return (offset: number): Position => {
        const written = found.bars.filter((bar) => bar < offset).length;
        return { line, column: found.start + offset + written };
      };
    }
    return undefined;
  };
  return Object.assign(find, { isCell: true });
}

interface FoundCell {
  readonly start: number;
  readonly end: number;
  /** Offsets in the text of bars that have a backslash before them in the row. */
  readonly bars: readonly number[];
}

/** The text at a column of a row, if it is what a whole cell holds. */
function matchCell(row: string, content: string, start: number): FoundCell | undefined {
  const bars: number[] = [];
  let end = start;
  for (let index = 0; index < content.length; index += 1, end += 1) {
    if (content[index] === "|" && row[end] === "\\") {
      bars.push(index);
      end += 1;
    }
    if (row[end] !== content[index]) return undefined;
  }
  const before = row.slice(0, start).trimEnd();
  const opens = before === "" || /\|$|(?:^|\s)(?:>|[-*+]|\d{1,9}[.)])$/.test(before.slice(-12));
  const closes = /^[\s\f]*(?:\||$)/.test(row.slice(end));
  return opens && closes ? { start, end, bars } : undefined;
}
