import type { Edit } from "./mark-artifacts.ts";
import { isFromRight } from "./match-texts.ts";
import {
  type Cluster,
  type GlyphTexts,
  type PlacedGlyph,
  type Range,
  removeSpan,
  widthOf,
} from "./read-clusters.ts";

/**
 * Lets words that are written from the right be copied as they were written (decision 0012). Readers
 * gather the signs of a line as they are painted and turn the whole round (Poppler, PDFium): also
 * what a glyph of several signs says, or a span. So what is not one sign on the line is a span that
 * says its signs in the order of painting: a letter with its marks, a ligature, a sign that joins or
 * parts letters; and a whole word where a font sets its letters above the line. The span begins on
 * the line and ends where its letters end; nothing that is painted moves.
 *
 * @returns the changes, and which clusters they are of.
 */
export function sayWords(
  clusters: readonly Cluster[],
  read: GlyphTexts,
): { readonly edits: readonly Edit[]; readonly said: ReadonlySet<Cluster> } {
  const edits: Edit[] = [];
  const said = new Set<Cluster>();
  for (const word of partWords(clusters, read)) {
    if (!word.some((one) => isFromRight(textOf(one, read)))) continue;
    const isHigh = word.some(({ glyphs }) => !glyphs.every(isOnLine));
    for (const part of isHigh ? [word] : word.map((one) => [one])) {
      const texts = part.map((one) => textOf(one, read));
      const isPlain = part.every(({ glyphs }, at) => isOneSign(glyphs, texts[at] ?? ""));
      if (isPlain || texts.includes("")) continue;
      if (!part.every(isWhole)) continue;
      for (const one of sayTurned(part, texts.map(turn).join(""))) edits.push(one);
      for (const one of part) said.add(one);
    }
  }
  return { edits, said };
}

/** Clusters that follow each other on a line with no space between. */
function partWords(clusters: readonly Cluster[], read: GlyphTexts): readonly Cluster[][] {
  const words: Cluster[][] = [];
  let last: Cluster | undefined;
  for (const cluster of clusters) {
    if (cluster.glyphs.length === 0 || textOf(cluster, read).trim() === "") last = undefined;
    else {
      if (last?.line === cluster.line) words.at(-1)?.push(cluster);
      else words.push([cluster]);
      last = cluster;
    }
  }
  return words;
}

function textOf({ said, glyphs }: Cluster, read: GlyphTexts): string {
  if (said !== undefined) return said;
  return glyphs.map(({ font, code }) => read(font, code) ?? "").join("");
}

function isOneSign([glyph, ...more]: readonly PlacedGlyph[], text: string): boolean {
  return glyph !== undefined && more.length === 0 && isOnLine(glyph) && [...text].length === 1;
}

/** A mark has no width. */
function isWide(glyph: PlacedGlyph): boolean {
  return widthOf(glyph) > 0;
}

function isOnLine({ y, size }: PlacedGlyph): boolean {
  return Math.abs(y) < 0.02 * size;
}

function turn(text: string): string {
  return [...text].reverse().join("");
}

/** Whether all that its operators show is in the cluster, so that they may be written anew. */
function isWhole({ glyphs }: Cluster): boolean {
  return glyphs.every(
    ({ shown, range }) => shown === glyphs.filter((one) => one.range[0] === range[0]).length,
  );
}

function sayTurned(part: readonly Cluster[], text: string): readonly Edit[] {
  const glyphs = part.flatMap((one) => one.glyphs);
  const letters = glyphs.some(isWide) ? glyphs.filter(isWide) : glyphs;
  const [first] = glyphs;
  const opening = letters.find(isOnLine) ?? first;
  const last = glyphs.findLast((one) => one !== opening) ?? opening;
  if (first === undefined || opening === undefined || last === undefined) return [];
  const right = letters
    .map((one) => one.x + widthOf(one))
    .reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  const gap = right - last.x - widthOf(last);
  const written = new Map<number, { readonly range: Range; text: string }>();
  const write = (glyph: PlacedGlyph, shown: string) => {
    const [at] = glyph.range;
    const before = written.get(at);
    written.set(at, { range: glyph.range, text: before ? `${before.text} ${shown}` : shown });
  };
  for (const glyph of glyphs) {
    if (glyph === first) {
      write(glyph, `/Span <</ActualText <FEFF${writeUtf16(text)}>>> BDC`);
      if (glyph !== opening) write(glyph, showBefore(glyph, opening));
    }
    if (glyph === opening && glyph !== first) write(glyph, step(glyph, widthOf(glyph)));
    else if (glyph !== last || Math.abs(gap) < 0.01 * glyph.size) write(glyph, show(glyph));
    else write(glyph, `${gap.toFixed(4)} Tc ${show(glyph)} 0 Tc ${step(glyph, -gap)}`);
    if (glyph === glyphs.at(-1)) write(glyph, "EMC");
  }
  return [
    ...part.flatMap(({ span }) => (span ? removeSpan(span) : [])),
    ...[...written.values()].map(({ range: [from, to], text: shown }) => ({
      at: from,
      removed: to - from,
      text: shown,
    })),
  ];
}

function show({ font, code }: PlacedGlyph): string {
  return `<${code.toString(16).padStart(2 * font.printed.codeBytes, "0")}> Tj`;
}

/** Shows a glyph where it stands, ahead of another; the next stands where it would without it. */
function showBefore(first: PlacedGlyph, opening: PlacedGlyph): string {
  const { x, y } = opening;
  const rise = y - first.y;
  const shown = rise === 0 ? show(opening) : `${rise.toFixed(6)} Ts ${show(opening)} 0 Ts`;
  return `${step(opening, x - first.x)} ${shown} ${step(opening, first.x - x - widthOf(opening))}`;
}

/** Moves what follows along the line, without a new line to count from (ISO 32000-1 §9.4.3). */
function step({ size }: PlacedGlyph, across: number): string {
  return `[${((-1000 * across) / size).toFixed(6)}] TJ`;
}

function writeUtf16(text: string): string {
  return Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
}
