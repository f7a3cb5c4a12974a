import type { Token } from "markdown-it";
import type { TokenOffsets } from "../markdown/token-offsets.ts";
import type { Element } from "./document.ts";

/** Source of a page, for the places of inline elements. */
export interface SourceLines {
  readonly lines: readonly string[];
  /** The 1-based line of the file of the first one. */
  readonly bodyLine: number;
}

/** Where a piece of a block of text stands, moved by so many characters. */
export type Locator = (token: Token, shift: number) => Element["position"];

/** Where a sign of a block of text stands, by its UTF-16 offset in that. */
export type PlaceFinder = (offset: number) => NonNullable<Element["position"]>;

/**
 * Finds the place in the file of the pieces of one block of text.
 *
 * @param first the block's first line in the body, from 0
 */
export function makeLocator(
  inline: Token,
  first: number,
  offsets: TokenOffsets,
  source: SourceLines,
): Locator {
  const find = makePlaceFinder(inline, first, source);
  return (token, shift) => {
    const known = offsets.get(token);
    if (known === undefined || inline.type !== "inline") return pointAt(source, first, undefined);
    const start = token.type === "text" ? Math.max(0, known - token.content.length) : known;
    return find(start + shift);
  };
}

/** Finds the place in the file of the signs of one block of text. */
export function makePlaceFinder(inline: Token, first: number, source: SourceLines): PlaceFinder {
  const lines = inline.content.split("\n");
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const shifts = new Map<number, number | undefined>();
  let index = 0;
  return (offset) => {
    // Pieces come in order; one that goes back begins the search again.
    if ((starts[index] ?? 0) > offset) index = 0;
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= offset) index += 1;
    if (!shifts.has(index)) {
      shifts.set(index, shiftOf(lines[index] ?? "", source.lines[first + index] ?? ""));
    }
    const moved = shifts.get(index);
    const column = offset - (starts[index] ?? 0) + (moved ?? 0) + 1;
    return pointAt(source, first + index, moved === undefined ? undefined : Math.max(1, column));
  };
}

/** A place of the file; the line counted from 0 in the body. */
export function pointAt(
  source: SourceLines,
  line: number,
  column: number | undefined,
): NonNullable<Element["position"]> {
  const point = { line: source.bodyLine + line, column: column ?? 1 };
  return { start: point, end: point };
}

/** The lines of a block, the first one from 0 in the body. */
export function spanOf(
  token: Token,
  line: number,
  source: SourceLines,
): NonNullable<Element["position"]> {
  const { start } = pointAt(source, line, undefined);
  // A list's last line is known to Markdown with the empty ones behind it.
  const last = Math.max(line, (token.map?.[1] ?? 0) - 1);
  return { start, end: { line: source.bodyLine + last, column: 1 } };
}

/** How many columns a line of a block's text stands further right in the file. */
function shiftOf(line: string, written: string): number | undefined {
  const text = line.trim();
  const found = written.indexOf(text);
  return found < 0 ? undefined : found - line.indexOf(text);
}
