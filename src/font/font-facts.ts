import { brotliDecompressSync } from "node:zlib";
import type { Ranges } from "./code-points.ts";

/** What we need to know of a font file: which characters it draws and what it is called in a PDF. */
export interface FontFacts {
  readonly coverage: Ranges;
  /** Name 6 of the `name` table: what stands in a PDF's /BaseFont after the subset prefix. */
  readonly postScriptName: string;
}

/** Indices of the tables in WOFF2's list of known tags (WOFF File Format 2.0 §4.1). */
const CMAP = 0;
const NAME = 5;
const GLYF = 10;
const LOCA = 11;
const OWN_TAG = 63;

/** The tables of a font file, unpacked, and where each stands among them. */
interface FontTables {
  readonly data: DataView;
  readonly cmap: number;
  readonly name: number;
}

/**
 * Reads the character map and the name of a font file. The ranges that @fontsource declares are
 * those of the service it mirrors: a font lacks many of the characters that they promise.
 *
 * @param bytes WOFF2 or TrueType.
 * @throws RangeError for bytes that are neither: a broken installation.
 */
export function readFontFacts(bytes: Uint8Array): FontFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = view.getUint32(0);
  if (signature !== 0x774f4632 && signature !== 0x00010000)
    throw new RangeError("neither a WOFF2 nor a TrueType file");
  const { data, cmap, name } =
    signature === 0x00010000 ? findTables(view) : unpackTables(bytes, view);
  return {
    coverage: readCharacterMap(data, cmap),
    postScriptName: readPostScriptName(data, name),
  };
}

/** OpenType, "Table Directory": four bytes each of tag, sum, offset, and length. */
function findTables(data: DataView): FontTables {
  const places = new Map<number, number>();
  for (let index = 0; index < data.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    places.set(data.getUint32(record), data.getUint32(record + 8));
  }
  // "cmap" and "name" as numbers.
  return { data, cmap: places.get(0x636d6170) ?? 0, name: places.get(0x6e616d65) ?? 0 };
}

function unpackTables(bytes: Uint8Array, view: DataView): FontTables {
  const tableCount = view.getUint16(12);
  const compressedSize = view.getUint32(20);
  let at = 48;
  const readBase128 = () => {
    let value = 0;
    for (let index = 0; index < 5; index += 1) {
      const byte = view.getUint8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  };
  let offset = 0;
  const places = new Map<number, number>();
  for (let index = 0; index < tableCount; index += 1) {
    const flags = view.getUint8(at);
    at += 1;
    const tag = flags & 0x3f;
    if (tag === OWN_TAG) at += 4;
    const length = readBase128();
    const version = flags >> 6;
    // glyf and loca are transformed in version 0, every other table is not (§5).
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    places.set(tag, offset);
    offset += transformed ? readBase128() : length;
  }
  const tables = brotliDecompressSync(bytes.subarray(at, at + compressedSize));
  const data = new DataView(tables.buffer, tables.byteOffset, tables.byteLength);
  return { data, cmap: places.get(CMAP) ?? 0, name: places.get(NAME) ?? 0 };
}

/** Facts follow from the bytes alone, so each file is decompressed once a run. */
const knownFacts = new WeakMap<Uint8Array, FontFacts>();

/** The facts of a file, as `readFontFacts` reads them, each once. */
export function factsOf(bytes: Uint8Array): FontFacts {
  const known = knownFacts.get(bytes);
  if (known !== undefined) return known;
  const facts = readFontFacts(bytes);
  knownFacts.set(bytes, facts);
  return facts;
}

/** OpenType `cmap`: the widest of the Unicode subtables, format 12 or 4. */
function readCharacterMap(data: DataView, start: number): Ranges {
  const count = data.getUint16(start + 2);
  let best: Ranges = [];
  for (let index = 0; index < count; index += 1) {
    const record = start + 4 + index * 8;
    const platform = data.getUint16(record);
    if (platform !== 0 && platform !== 3) continue;
    const subtable = start + data.getUint32(record + 4);
    const format = data.getUint16(subtable);
    if (format === 12) return readSegmentedCoverage(data, subtable);
    if (format === 4) best = readSegmentMapping(data, subtable);
  }
  return best;
}

function readSegmentedCoverage(data: DataView, start: number): Ranges {
  const count = data.getUint32(start + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = start + 16 + index * 12;
    return [data.getUint32(group), data.getUint32(group + 4)] as const;
  });
}

function readSegmentMapping(data: DataView, start: number): Ranges {
  const doubled = data.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  const ranges: [number, number][] = [];
  for (let offset = 0; offset < doubled; offset += 2) {
    const first = data.getUint16(starts + offset);
    const last = data.getUint16(ends + offset);
    if (first !== 0xffff) ranges.push([first, last]);
  }
  return ranges;
}

function readPostScriptName(data: DataView, start: number): string {
  const count = data.getUint16(start + 2);
  const strings = start + data.getUint16(start + 4);
  for (let index = 0; index < count; index += 1) {
    const record = start + 6 + index * 12;
    if (data.getUint16(record + 6) !== 6) continue;
    const length = data.getUint16(record + 8);
    const from = strings + data.getUint16(record + 10);
    const characters = Array.from({ length }, (_, byte) => data.getUint8(from + byte));
    // Names of PostScript are ASCII; in UTF-16 every other byte is nought.
    return characters
      .filter((byte) => byte !== 0)
      .map((byte) => String.fromCharCode(byte))
      .join("");
  }
  return "";
}
