import { Blob, Direction, Face, Feature, Font, Buffer as GlyphBuffer, shape } from "harfbuzzjs";
import { longs, SUM_IN_HEAD, words, writeSfnt } from "./write-sfnt.ts";

/** A part of a font: some of its characters, in a file of their own. */
export interface FontSlice {
  /** TrueType, with one weight. */
  readonly bytes: Uint8Array;
  /** What is taken from it. */
  readonly codePoints: readonly number[];
}

/** How the merged font is called. */
export interface FontName {
  readonly family: string;
  readonly style: "Regular" | "Bold";
}

/** A glyph of the merged font. */
interface Glyph {
  readonly outline: Uint8Array;
  readonly advance: number;
  readonly bearing: number;
  /** Signs of full width that may be set in half of it: how much they move and lose (`halt`). */
  readonly halved?: { readonly x: number; readonly advance: number };
}

/**
 * Makes one font of the parts into which a large one was cut for the web. Glyphs, measures, names and
 * licence stay what they are. Of the rules of layout the new font has one, `halt`, by which browsers
 * bring the punctuation of Chinese and Japanese closer together: other rules of these parts are for
 * vertical lines or for choices that nobody makes.
 *
 * @throws RangeError for a part with glyphs that are made of others: no part that we know has one.
 */
export function mergeSlices(parts: readonly FontSlice[], name: FontName): Uint8Array {
  const first = parts[0];
  if (first === undefined) throw new RangeError("no slice of a font");
  const opened = parts.map(({ bytes, codePoints }) => ({ part: openPart(bytes), codePoints }));
  const glyphs: Glyph[] = [readGlyph(openPart(first.bytes), 0)];
  const characters: [codePoint: number, glyph: number][] = [];
  for (const { part, codePoints } of opened) {
    for (const codePoint of codePoints) {
      const glyph = part.font.nominalGlyph(codePoint);
      if (glyph === undefined) continue;
      characters.push([codePoint, glyphs.length]);
      glyphs.push({ ...readGlyph(part, glyph), ...halve(part.font, codePoint) });
    }
  }
  characters.sort(([one], [other]) => one - other);
  const { outlines, places } = writeOutlines(glyphs);
  const { face } = openPart(first.bytes);
  const copy = (tag: string) => new Uint8Array(face.referenceTable(tag) ?? []);
  return writeSfnt(
    new Map([
      ["GPOS", Uint8Array.from(writeHalves(glyphs))],
      ["OS/2", copy("OS/2")],
      ["cmap", Uint8Array.from(writeCharacterMap(characters))],
      ["glyf", outlines],
      ["head", writeHead(copy("head"))],
      ["hhea", writeCount(copy("hhea"), 34, glyphs.length)],
      ["hmtx", Uint8Array.from(glyphs.flatMap((one) => words(one.advance, one.bearing)))],
      ["loca", Uint8Array.from(places.flatMap((place) => longs(place)))],
      [
        "maxp",
        writeLimits(
          opened.map(({ part }) => part.limits),
          glyphs.length,
        ),
      ],
      ["name", writeNames(face, name)],
      ["post", copy("post")],
    ]),
  );
}

interface OpenPart {
  readonly face: Face;
  readonly font: Font;
  readonly outlines: Uint8Array;
  /** Of each glyph's outline, and where the last one ends. */
  readonly places: readonly number[];
  readonly limits: Uint8Array;
}

const opened = new WeakMap<Uint8Array, OpenPart>();

function openPart(bytes: Uint8Array): OpenPart {
  const known = opened.get(bytes);
  if (known !== undefined) return known;
  const face = new Face(new Blob(bytes));
  const table = (tag: string) => new Uint8Array(face.referenceTable(tag) ?? []);
  const [head, loca, limits] = [table("head"), table("loca"), table("maxp")];
  const isLong = viewOf(head).getInt16(50) === 1;
  const view = viewOf(loca);
  const count = viewOf(limits).getUint16(4) + 1;
  const places = Array.from({ length: count }, (_, glyph) =>
    isLong ? view.getUint32(glyph * 4) : view.getUint16(glyph * 2) * 2,
  );
  const part = { face, font: new Font(face), outlines: table("glyf"), places, limits };
  opened.set(bytes, part);
  return part;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readGlyph({ font, outlines, places }: OpenPart, glyph: number): Glyph {
  const outline = outlines.slice(places[glyph], places[glyph + 1]);
  const isDrawn = outline.length > 0;
  if (isDrawn && viewOf(outline).getInt16(0) < 0) throw new RangeError("a glyph made of others");
  const bearing = isDrawn ? viewOf(outline).getInt16(2) : 0;
  return { outline, advance: Math.round(font.glyphHAdvance(glyph)), bearing };
}

/** Punctuation of full width, the one kind of sign that `halt` is about. */
function isWideSign(codePoint: number): boolean {
  return (
    (codePoint >= 0x2018 && codePoint <= 0x201f) ||
    (codePoint >= 0x3001 && codePoint <= 0x301f) ||
    (codePoint >= 0xff01 && codePoint <= 0xff60)
  );
}

function halve(font: Font, codePoint: number): Pick<Glyph, "halved"> {
  if (!isWideSign(codePoint)) return {};
  const measure = (features: Feature[]) => {
    const buffer = new GlyphBuffer();
    buffer.addText(String.fromCodePoint(codePoint));
    buffer.guessSegmentProperties();
    buffer.setDirection(Direction.LTR);
    shape(font, buffer, features);
    const [glyph] = buffer.getGlyphInfosAndPositions();
    return { x: glyph?.xOffset ?? 0, advance: glyph?.xAdvance ?? 0 };
  };
  const [whole, half] = [measure([]), measure([new Feature("halt", 1)])];
  const halved = { x: half.x - whole.x, advance: half.advance - whole.advance };
  return halved.advance === 0 ? {} : { halved };
}

/** `glyf`, and `loca` in its long form. */
function writeOutlines(glyphs: readonly Glyph[]) {
  const places = [0];
  for (const { outline } of glyphs) places.push((places.at(-1) ?? 0) + ((outline.length + 3) & ~3));
  const outlines = new Uint8Array(places.at(-1) ?? 0);
  for (const [index, { outline }] of glyphs.entries()) outlines.set(outline, places[index]);
  return { outlines, places };
}

function writeHead(table: Uint8Array): Uint8Array {
  const view = viewOf(table);
  view.setUint32(SUM_IN_HEAD, 0);
  view.setInt16(50, 1);
  return table;
}

function writeCount(table: Uint8Array, at: number, count: number): Uint8Array {
  viewOf(table).setUint16(at, count);
  return table;
}

/** `maxp`: of each limit the highest that a part has. */
function writeLimits(parts: readonly Uint8Array[], count: number): Uint8Array {
  const table = new Uint8Array(parts[0] ?? []);
  const view = viewOf(table);
  for (let at = 6; at < table.length; at += 2) {
    const limits = parts.map((part) => viewOf(part).getUint16(at));
    view.setUint16(
      at,
      limits.reduce((most, each) => Math.max(most, each), 0),
    );
  }
  return writeCount(table, 4, count);
}

/** `cmap`, format 12: all of Unicode. */
function writeCharacterMap(characters: readonly (readonly [number, number])[]): readonly number[] {
  const groups = characters.flatMap(([codePoint, glyph]) => longs(codePoint, codePoint, glyph));
  return [
    ...[...words(0, 1, 3, 10), ...longs(12)],
    ...[...words(12, 0), ...longs(16 + groups.length, 0, characters.length)],
    ...groups,
  ];
}

/** Scripts whose lines use signs of full width. */
const SCRIPTS = ["DFLT", "hang", "hani", "kana", "latn"];

/** `GPOS` with one feature for all scripts: each glyph's own change of place and width. */
function writeHalves(glyphs: readonly Glyph[]): readonly number[] {
  const halves = glyphs.flatMap(({ halved }, glyph) => (halved ? [{ glyph, ...halved }] : []));
  const tag = (text: string) => [...new TextEncoder().encode(text)];
  // One script table, with one default language that has the one feature, serves all.
  const scriptAt = 2 + 6 * SCRIPTS.length;
  const scripts = [
    ...words(SCRIPTS.length),
    ...SCRIPTS.flatMap((script) => [...tag(script), ...words(scriptAt)]),
    ...words(4, 0, 0, 0xffff, 1, 0),
  ];
  const features = [...words(1), ...tag("halt"), ...words(8, 0, 1, 0)];
  // XPlacement and XAdvance.
  const values = halves.flatMap(({ x, advance }) => words(x, advance));
  const rule = [
    ...words(2, 8 + values.length, 5, halves.length),
    ...values,
    ...words(1, halves.length),
    ...halves.flatMap(({ glyph }) => words(glyph)),
  ];
  const lookups = [...words(1, 4), ...words(1, 0, 1, 8), ...rule];
  const [scriptsAt, featuresAt] = [10, 10 + scripts.length];
  return [
    ...words(1, 0, scriptsAt, featuresAt, featuresAt + features.length),
    ...[...scripts, ...features, ...lookups],
  ];
}

/** Copyright and licence go with a font (OFL 1.1, 2). */
const KEPT_NAMES = [0, 13, 14];

/** `name`, in English and UTF-16, for Windows and whoever else reads it. */
function writeNames(face: Face, { family, style }: FontName): Uint8Array {
  const postScript = `${family.replaceAll(" ", "")}-${style}`;
  const own = [family, style, postScript, `${family} ${style}`];
  const texts = new Map<number, string>([
    ...own.map((text, index) => [index + 1, text] as const),
    [6, postScript],
    ...KEPT_NAMES.map((id) => [id, face.getName(id, "en")] as const),
  ]);
  const records: number[] = [];
  const strings: number[] = [];
  const sorted = [...texts].sort(([one], [other]) => one - other);
  for (const [id, text] of sorted) {
    const header = words(3, 1, 0x409, id, text.length * 2, strings.length);
    for (const byte of header) records.push(byte);
    for (let at = 0; at < text.length; at += 1) {
      for (const byte of words(text.charCodeAt(at))) strings.push(byte);
    }
  }
  const start = 6 + records.length;
  return Uint8Array.from([...words(0, sorted.length, start), ...records, ...strings]);
}
