import { readWordLength, styleWords, type WordStyle } from "./svg-style.ts";

/** A line of words that has been set. */
export interface SetLine {
  /** In ems. */
  readonly width: number;
  /** SVG path data. @param x of the line's left end, on its baseline. */
  draw(x: number, y: number, sizePx: number): string;
  /** Characters that no font draws; their names stand in their places. */
  readonly lacking: readonly string[];
}

/** Sets a line of words in fonts of ours. */
export type SetWords = (text: string, style: WordStyle) => SetLine;

/** Opens what it takes to set the characters of a drawing. */
export type OpenWords = (characters: string) => Promise<SetWords>;

/** A part of a text element: what stands between two tags. */
export interface WordPart {
  /** What the elements say of themselves, from the root to the one in which it stands. */
  readonly path: readonly ReadonlyMap<string, string>[];
  /** Where its element begins and how far it is moved, as written. */
  readonly place: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The attributes of an element that are kept in `place`. */
export const PLACE_ATTRIBUTES: ReadonlySet<string> = new Set(["dx", "dy", "x", "y"]);

/** The length that a percentage is of. */
interface Box {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Segment {
  /** Of the part. */
  readonly index: number;
  text: string;
  readonly style: WordStyle;
  readonly moveX: number;
  readonly moveY: number;
}

/** What is set in one go: it has one place, and is anchored there as a whole. */
interface Chunk {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly segments: Segment[];
}

/**
 * Draws the parts of a text element as paths, as SVG 1.1 §10 places them: from a place on, or around
 * it, or up to it, with moves between.
 *
 * @returns of each part its path, empty where nothing of it is seen.
 */
export function drawWords(
  parts: readonly WordPart[],
  set: SetWords,
  box: Box,
): { readonly paths: readonly string[]; readonly lacking: readonly string[] } {
  const lacking: string[] = [];
  const paths = parts.map(() => "");
  let [penX, penY] = [0, 0];
  for (const { x, y, segments } of collectChunks(parts, box)) {
    const lines = segments.map(({ text, style }) => set(text, style));
    const width = segments.reduce(
      (sum, { moveX, style }, index) => sum + moveX + (lines[index]?.width ?? 0) * style.sizePx,
      0,
    );
    const first = segments[0]?.style;
    // From the right, everything goes the other way.
    const sign = first?.direction === "rtl" ? -1 : 1;
    penX = (x ?? penX) - sign * width * ANCHORED[first?.anchor ?? "start"];
    penY = y ?? penY;
    for (const [at, { index, style, moveX, moveY }] of segments.entries()) {
      const line = lines[at];
      if (line === undefined) continue;
      for (const one of line.lacking) lacking.push(one);
      penX += sign * moveX;
      penY += moveY;
      const widthPx = line.width * style.sizePx;
      const left = sign < 0 ? penX - widthPx : penX;
      paths[index] += line.draw(left, penY + style.drop * style.sizePx, style.sizePx);
      penX += sign * widthPx;
    }
  }
  return { paths, lacking };
}

/** How much of a line stands before its place. */
const ANCHORED = { start: 0, middle: 0.5, end: 1 };

function collectChunks(parts: readonly WordPart[], box: Box): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let endsInSpace = true;
  for (const [index, { path, place, text }] of parts.entries()) {
    const style = styleWords(path);
    const list = (name: string, whole: number) =>
      (place.get(name) ?? "")
        .split(/[\s,]+/)
        .filter((one) => one !== "")
        .map((one) => readWordLength(one, style.sizePx, whole) ?? 0);
    const [xs, ys] = [list("x", box.widthPx), list("y", box.heightPx)];
    const [dxs, dys] = [list("dx", box.widthPx), list("dy", box.heightPx)];
    const spaced = text.replace(/\s+/g, " ");
    const isFirst: boolean = endsInSpace || xs.length + ys.length > 0;
    const plain: string = isFirst ? spaced.trimStart() : spaced;
    if (plain !== "") endsInSpace = plain.endsWith(" ");
    // A list of places is one for each letter.
    const most = Math.max(1, xs.length, ys.length, dxs.length, dys.length);
    const letters = plain.match(/\P{M}\p{M}*/gu) ?? [];
    const pieces = [...letters.slice(0, most - 1), letters.slice(most - 1).join("")];
    for (const [at, piece] of pieces.entries()) {
      const [x, y] = [xs[at], ys[at]];
      if (x !== undefined || y !== undefined || chunks.length === 0) {
        chunks.push({ x, y, segments: [] });
      }
      const [moveX, moveY] = [dxs[at] ?? 0, dys[at] ?? 0];
      chunks.at(-1)?.segments.push({ index, text: piece, style, moveX, moveY });
    }
  }
  for (const { segments } of chunks) trimEnd(segments);
  return chunks;
}

/** A space at a line's end would move what is anchored. */
function trimEnd(segments: readonly Segment[]): void {
  for (const segment of [...segments].reverse()) {
    segment.text = segment.text.trimEnd();
    if (segment.text !== "") return;
  }
}
