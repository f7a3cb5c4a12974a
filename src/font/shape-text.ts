import { Blob, Direction, Face, Font, Buffer as GlyphBuffer, shape } from "harfbuzzjs";
import { findLevelsApart } from "../language/directed-text.ts";
import type { Language } from "../language/language.ts";
import { holds, NEEDS_NO_GLYPH, nameCodePoint, type Ranges } from "./code-points.ts";
import { unpackFont } from "./unpack-font.ts";

/** A face for the cover, as the bundled packages hold it. */
export interface CoverFont {
  /** WOFF2, WOFF, TTF or OTF. */
  readonly bytes: Uint8Array;
  /** The characters that may be in it; without it, any may. */
  readonly declared?: Ranges;
}

/** A face that is ready to shape. */
export interface OpenFace {
  readonly font: Font;
  readonly unitsPerEm: number;
  /** Of the em: what the face asks for from one line to the next. */
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
  readonly face: OpenFace;
  /** Embedding level (UAX #9): odd runs from the right. */
  readonly level: number;
}

/** Open faces by their packed bytes: kept as long as these are, which is one build. */
const opened = new WeakMap<Uint8Array, Promise<OpenFace>>();

/**
 * Opens the faces that a text needs, in their order, each once for all books: a family has a file
 * for each script, and a title is written in one or two. One that is no font is a defect of the
 * installation and throws.
 */
export async function openFaces(
  fonts: readonly CoverFont[],
  text: string,
): Promise<readonly OpenFace[]> {
  const needed = new Map<CoverFont, OpenFace>();
  const open = async (part: string): Promise<boolean> => {
    const codePoints = Array.from(part, (character) => character.codePointAt(0) ?? 0);
    for (const font of fonts) {
      const { declared } = font;
      if (declared !== undefined && !codePoints.every((one) => holds(declared, one))) continue;
      const face = await openFace(font.bytes);
      if (!draws(face, part)) continue;
      needed.set(font, face);
      return true;
    }
    return false;
  };
  for (const cluster of new Set(text.normalize("NFC").match(CLUSTER))) {
    if (await open(cluster)) continue;
    for (const character of cluster) await open(character);
  }
  return fonts.flatMap((font) => needed.get(font) ?? []);
}

/** A character and the marks on it, which find their places in a face that has them all. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

function draws(face: OpenFace | undefined, part: string): boolean {
  return Array.from(part).every(
    (character) => face?.font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
  );
}

function openFace(bytes: Uint8Array): Promise<OpenFace> {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const face = unpackFont(bytes).then((unpacked): OpenFace => {
    const { upem, font } = openFont(unpacked);
    const { ascender, descender, lineGap } = font.hExtents();
    const lineHeight = (ascender - descender + lineGap) / upem;
    return { font, unitsPerEm: upem, lineHeight, outlines: new Map() };
  });
  opened.set(bytes, face);
  return face;
}

function openFont(bytes: Uint8Array): { readonly font: Font; readonly upem: number } {
  const face = new Face(new Blob(bytes));
  return { font: new Font(face), upem: face.upem };
}

/**
 * Sets one line: directions by the Unicode bidirectional algorithm, each character in the first face
 * that has it, shaped by HarfBuzz.
 *
 * @returns undefined where no face has one of the characters: better no words than boxes.
 */
export function shapeLine(
  text: string,
  faces: readonly OpenFace[],
  language: Language,
): ShapedLine | undefined {
  const runs = splitRuns(text, faces, language);
  if (runs === undefined) return undefined;
  const glyphs: PlacedGlyph[] = [];
  let width = 0;
  for (const run of orderRuns(runs)) width = shapeRun(run, language, width, glyphs);
  const lineHeight = runs.reduce((most, { face }) => Math.max(most, face.lineHeight), 1);
  return { width, lineHeight, glyphs };
}

/** What may stand in the place of a character that no face draws. */
export const NAME_LETTERS = "[]U+0123456789ABCDEF";

/** Puts the names of characters in the place of those that no face draws, as a print has them. */
export function nameUndrawn(
  text: string,
  faces: readonly OpenFace[],
): { readonly text: string; readonly lacking: readonly string[] } {
  const lacking = new Set<string>();
  for (const cluster of text.normalize("NFC").match(CLUSTER) ?? []) {
    for (const one of cluster) {
      if (!NEEDS_NO_GLYPH.test(one) && !faces.some((face) => draws(face, one))) lacking.add(one);
    }
  }
  const name = (one: string) => `[${nameCodePoint(one.codePointAt(0) ?? 0)}]`;
  const named = Array.from(text, (one) => (lacking.has(one) ? name(one) : one)).join("");
  return { text: named, lacking: [...lacking] };
}

/** Joiners and spaces, and marks that no face has with their letter, are set in the face before. */
const FOLLOWS = /^[\p{M}\p{Cf}\p{Zs}]/u;

function splitRuns(
  text: string,
  faces: readonly OpenFace[],
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
    // A slice of a face may lack the space.
    const follows = FOLLOWS.test(cluster) && (!/^\p{Zs}/u.test(cluster) || draws(last?.face, " "));
    const face =
      last !== undefined && follows
        ? last.face
        : (faces.find((one) => draws(one, cluster.normalize("NFC"))) ??
          faces.find((one) => draws(one, character)) ??
          (FOLLOWS.test(cluster) ? last?.face : undefined));
    if (face === undefined) return undefined;
    if (last !== undefined && last.face === face && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + cluster };
    } else {
      runs.push({ text: cluster, face, level });
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
  const { font, unitsPerEm, outlines } = run.face;
  const buffer = new GlyphBuffer();
  buffer.addText(run.text);
  buffer.guessSegmentProperties();
  buffer.setDirection(run.level % 2 === 1 ? Direction.RTL : Direction.LTR);
  buffer.setLanguage(language.tag);
  shape(font, buffer);
  let x = from;
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    const path = outlines.get(glyph.codepoint) ?? font.glyphToPath(glyph.codepoint);
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
