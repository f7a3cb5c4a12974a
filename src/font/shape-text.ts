import { Blob, Direction, Face, Font, Buffer as GlyphBuffer, shape } from "harfbuzzjs";
import { findLevelsApart } from "../language/directed-text.ts";
import type { Language } from "../language/language.ts";
import { holds, NEEDS_NO_GLYPH, nameCodePoint, type Ranges } from "./code-points.ts";
import { unpackFont } from "./unpack-font.ts";

/** A font for the cover, as the bundled packages hold it. */
export interface CoverFont {
  /** WOFF2, WOFF, TTF or OTF. */
  readonly bytes: Uint8Array;
  /** The characters that may be in it; without it, any may. */
  readonly declared?: Ranges;
}

/** A font that is ready to shape. */
export interface OpenFont {
  readonly shaper: Font;
  readonly unitsPerEm: number;
  /** Of the em: what the font asks for from one line to the next. */
  readonly lineHeight: number;
  /** Outlines by glyph, as far as they were drawn. */
  readonly outlines: Map<number, string>;
}

/** A line of type, in ems; drawn from its left end, whatever its direction. */
export interface ShapedLine {
  readonly width: number;
  readonly lineHeight: number;
  readonly glyphs: readonly PlacedGlyph[];
}

export interface PlacedGlyph {
  readonly x: number;
  readonly y: number;
  /** SVG path data, y upwards. */
  readonly path: string;
  readonly unitsPerEm: number;
}

interface Run {
  readonly text: string;
  readonly font: OpenFont;
  /** Embedding level (UAX #9): odd runs from the right. */
  readonly level: number;
}

/** Open fonts by their packed bytes: kept as long as these are, which is one build. */
const opened = new WeakMap<Uint8Array, Promise<OpenFont>>();

/**
 * Opens the fonts that a text needs, in their order, each once for all books: a family has a file
 * for each script, and a title is written in one or two. One that is no font is a defect of the
 * installation and throws.
 */
export async function openCoverFonts(
  files: readonly CoverFont[],
  text: string,
): Promise<readonly OpenFont[]> {
  const needed = new Map<CoverFont, OpenFont>();
  const open = async (part: string): Promise<boolean> => {
    const codePoints = Array.from(part, (character) => character.codePointAt(0) ?? 0);
    for (const file of files) {
      const { declared } = file;
      if (declared !== undefined && !codePoints.every((one) => holds(declared, one))) continue;
      const font = await openFont(file.bytes);
      if (!draws(font, part)) continue;
      needed.set(file, font);
      return true;
    }
    return false;
  };
  for (const cluster of new Set(text.normalize("NFC").match(CLUSTER))) {
    if (await open(cluster)) continue;
    for (const character of cluster) await open(character);
  }
  return files.flatMap((file) => needed.get(file) ?? []);
}

/** A character and the marks on it, which find their places in a font that has them all. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

function draws(font: OpenFont | undefined, part: string): boolean {
  return Array.from(part).every(
    (character) => font?.shaper.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
  );
}

function openFont(bytes: Uint8Array): Promise<OpenFont> {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const font = unpackFont(bytes).then((unpacked): OpenFont => {
    const face = new Face(new Blob(unpacked));
    const shaper = new Font(face);
    const { ascender, descender, lineGap } = shaper.hExtents();
    const lineHeight = (ascender - descender + lineGap) / face.upem;
    return { shaper, unitsPerEm: face.upem, lineHeight, outlines: new Map() };
  });
  opened.set(bytes, font);
  return font;
}

/**
 * Sets one line: directions by the Unicode bidirectional algorithm, each character in the first font
 * that has it, shaped by HarfBuzz.
 *
 * @returns undefined where no font has one of the characters: better no words than boxes.
 */
export function shapeLine(
  text: string,
  fonts: readonly OpenFont[],
  language: Language,
): ShapedLine | undefined {
  const runs = splitRuns(text, fonts, language);
  if (runs === undefined) return undefined;
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const run of orderRuns(runs)) width = shapeRun(run, language, width, glyphs);
  const lineHeight = runs.reduce((most, { font }) => Math.max(most, font.lineHeight), 1);
  return { width, lineHeight, glyphs };
}

/** What may stand in the place of a character that no font draws. */
export const NAME_LETTERS = "[]U+0123456789ABCDEF";

/** Puts the names of characters in the place of those that no font draws, as a print has them. */
export function nameUndrawn(
  text: string,
  fonts: readonly OpenFont[],
): { readonly text: string; readonly lacking: readonly string[] } {
  const lacking = new Set<string>();
  for (const cluster of text.normalize("NFC").match(CLUSTER) ?? []) {
    for (const one of cluster) {
      if (!NEEDS_NO_GLYPH.test(one) && !fonts.some((font) => draws(font, one))) lacking.add(one);
    }
  }
  const name = (one: string) => `[${nameCodePoint(one.codePointAt(0) ?? 0)}]`;
  const named = Array.from(text, (one) => (lacking.has(one) ? name(one) : one)).join("");
  return { text: named, lacking: [...lacking] };
}

/** Joiners and spaces, and marks that no font has with their letter, are set in the font before. */
const FOLLOWS = /^[\p{M}\p{Cf}\p{Zs}]/u;

function splitRuns(
  text: string,
  fonts: readonly OpenFont[],
  language: Language,
): readonly Run[] | undefined {
  const levels = findLevelsApart(text, language.direction);
  const runs: Run[] = [];
  let at = 0;
  for (const [cluster] of text.matchAll(CLUSTER)) {
    const level = levels[at] ?? 0;
    at += cluster.length;
    const last = runs.at(-1);
    const [character = ""] = cluster;
    // A slice of a font may lack the space.
    const follows = FOLLOWS.test(cluster) && (!/^\p{Zs}/u.test(cluster) || draws(last?.font, " "));
    const font =
      last !== undefined && follows
        ? last.font
        : (fonts.find((one) => draws(one, cluster.normalize("NFC"))) ??
          fonts.find((one) => draws(one, character)) ??
          (FOLLOWS.test(cluster) ? last?.font : undefined));
    if (font === undefined) return undefined;
    if (last !== undefined && last.font === font && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + cluster };
    } else {
      runs.push({ text: cluster, font, level });
    }
  }
  return runs;
}

/** From reading order to the order on the line: UAX #9, rule L2, on runs of one level. */
function orderRuns(runs: readonly Run[]): readonly Run[] {
  const ordered = [...runs];
  const highest = runs.reduce((most, { level }) => Math.max(most, level), 0);
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      for (const [at, run] of ordered.slice(start, end).reverse().entries()) {
        ordered[start + at] = run;
      }
      start = end;
    }
  }
  return ordered;
}

function shapeRun(run: Run, language: Language, from: number, glyphs: PlacedGlyph[]): number {
  const { shaper, unitsPerEm, outlines } = run.font;
  const buffer = new GlyphBuffer();
  buffer.addText(run.text);
  buffer.guessSegmentProperties();
  buffer.setDirection(run.level % 2 === 1 ? Direction.RTL : Direction.LTR);
  buffer.setLanguage(language.tag);
  shape(shaper, buffer);
  let x = from;
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    const path = outlines.get(glyph.codepoint) ?? shaper.glyphToPath(glyph.codepoint);
    outlines.set(glyph.codepoint, path);
    glyphs.push({
      x: x + (glyph.xOffset ?? 0) / unitsPerEm,
      y: (glyph.yOffset ?? 0) / unitsPerEm,
      path,
      unitsPerEm,
    });
    x += (glyph.xAdvance ?? 0) / unitsPerEm;
  }
  return x;
}
