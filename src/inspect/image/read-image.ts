import { inflateSync } from "node:zlib";
import { listBoxes } from "../boxes/read-boxes.ts";
import { hasExactPixels, isKnownPart, unpackExactly } from "./part-grammar.ts";
import { latin1, type Part, walkGif, walkJpeg, walkPng, walkWebp } from "./walk-parts.ts";

/** A text in a file of a picture, or what of a part is one. */
export interface ImageNote {
  readonly name: string;
  readonly text: string;
}

/** What the parts of a picture's file tell, without decoding it. */
export interface ImageContent {
  readonly mediaType: string;
  /** 0 where no part says it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Kinds of notes beside the picture: `EXIF`, `XMP`, `IPTC`, `comment`, `text`, `date`. */
  readonly noteKinds: ReadonlySet<string>;
  /** Comments and texts, packed ones too. */
  readonly notes: readonly ImageNote[];
  /** Parts that no rule of ours reads: their names, and what of them is text. */
  readonly others: readonly ImageNote[];
  readonly exifs: readonly Uint8Array[];
  /** Of its colours (ICC.1), as it stands or, where it cannot be unpacked, packed. */
  readonly profile: Uint8Array | undefined;
  /** Bytes behind the end, without noughts that fill up. */
  readonly tailBytes: number;
}

/** Marks of the kinds, by where they stand. */
const MARKS: readonly (readonly [at: number, mark: string, mediaType: string])[] = [
  [0, "\u0089PNG\r\n\u001A\n", "image/png"],
  [0, "\u00FF\u00D8\u00FF", "image/jpeg"],
  [0, "GIF8", "image/gif"],
  [8, "WEBP", "image/webp"],
  [0, "II*\0", "image/tiff"],
  [0, "MM\0*", "image/tiff"],
  [4, "ftypavif", "image/avif"],
  [4, "ftypavis", "image/avif"],
  [4, "ftyphei", "image/heic"],
  [4, "ftyphev", "image/heic"],
];

const LONGEST_BRANDS = 400;

/** @returns undefined where the first bytes are those of no picture of pixels. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 24));
  return MARKS.find(([at, mark]) => start.startsWith(mark, at))?.[2] ?? typeByBrands(bytes);
}

/** Brands that a file is made to fit as well (ISO/IEC 14496-12 §4.3): its first may be a rare one. */
function typeByBrands(bytes: Uint8Array): string | undefined {
  const [first] = listBoxes(bytes, 0, Math.min(bytes.length, LONGEST_BRANDS));
  if (first?.type !== "ftyp") return undefined;
  const brands = latin1(bytes.subarray(first.start, first.end));
  if (!/mif1|msf1|heic|avif/.test(brands)) return undefined;
  return brands.includes("avif") ? "image/avif" : "image/heic";
}

interface Kind {
  readonly label: string;
  readonly walk: (bytes: Uint8Array, view: DataView) => Generator<Part>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  "image/png": { label: "PNG", walk: walkPng },
  "image/jpeg": { label: "JPEG", walk: walkJpeg },
  "image/gif": { label: "GIF", walk: walkGif },
  "image/webp": { label: "WebP", walk: walkWebp },
};

/** Kinds of notes by the kind of the picture, the part's name and its beginning. */
const NOTE_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:PNG eXIf|JPEG APP1:Exif|WebP EXIF)/, "EXIF"],
  [/^(?:PNG iTXt:XML:com\.adobe|JPEG APP1:|GIF XMP DataXMP|WebP XMP )/, "XMP"],
  [/^JPEG APP13/, "IPTC"],
  [/^(?:JPEG COM|GIF comment)/, "comment"],
  [/^PNG (?:[zi]TXt|tEXt)/, "text"],
  [/^PNG tIME/, "date"],
];

/** Of a part that is not known; enough for a name or a folder in it. */
const LONGEST_OTHER = 10_000;
const MOST_NOTES = 200;
/** One packed text; a note is a few lines. */
const LONGEST_NOTE_BYTES = 1_000_000;

/** @returns undefined where the bytes are none of JPEG, PNG, GIF and WebP. */
export function readImage(bytes: Uint8Array): ImageContent | undefined {
  const mediaType = imageTypeOf(bytes) ?? "";
  const kind = KINDS[mediaType];
  if (kind === undefined) return undefined;
  const { label } = kind;
  const seen = new Set<string>();
  const kept = new Map<string, Uint8Array[]>();
  const noteKinds = new Set<string>();
  const notes: ImageNote[] = [];
  const others: ImageNote[] = [];
  const exifs: Uint8Array[] = [];
  let size: Size | undefined;
  let tail: Uint8Array | undefined;
  for (const part of walk(kind, bytes)) {
    const { name, data } = part;
    if (name === "end") tail = data;
    if (name === "end") break;
    if (notes.length + others.length + exifs.length >= MOST_NOTES) {
      others.push({ name: `${label} parts beyond ${MOST_NOTES}`, text: "" });
      break;
    }
    const begin = `${name}:${latin1(data.subarray(0, 40))}`;
    size ??= readSize(part);
    const noteKind = NOTE_KINDS.find(([pattern]) => pattern.test(`${label} ${begin}`))?.[1];
    if (noteKind !== undefined) noteKinds.add(noteKind);
    if (noteKind === "EXIF") exifs.push(name === "APP1" ? data.subarray(6) : data);
    const note = readNote(label, part);
    if (note !== undefined) notes.push(note);
    if (KEPT.test(name)) kept.set(name, [...(kept.get(name) ?? []), data]);
    if (!isKnownPart(label, part, seen)) others.push(describeOther(`${label} ${name}`, data));
  }
  if (label === "PNG" && !hasExactPixels(joinKept(kept, "IHDR"), joinKept(kept, "IDAT")))
    others.push({ name: "PNG IDAT", text: "" });
  if (tail === undefined) others.push({ name: `${label} end`, text: "" });
  const { widthPx = 0, heightPx = 0 } = size ?? {};
  const tailBytes = tail === undefined ? 0 : tail.findLastIndex((byte) => byte !== 0) + 1;
  const profile = readProfile(kept);
  return { mediaType, widthPx, heightPx, noteKinds, notes, others, exifs, profile, tailBytes };
}

/** Parts that are looked at together. */
const KEPT = /^(?:IHDR|IDAT|iCCP|ICCP|APP2)$/;

function joinKept(kept: ReadonlyMap<string, readonly Uint8Array[]>, name: string): Buffer {
  return Buffer.concat(kept.get(name) ?? []);
}

/** The profile of colours: in pieces of JPEG behind two numbers each, in PNG packed behind a name. */
function readProfile(kept: ReadonlyMap<string, readonly Uint8Array[]>): Uint8Array | undefined {
  const pieces = kept.get("APP2")?.map((data) => data.subarray(14));
  if (pieces !== undefined) return Buffer.concat(pieces);
  if (kept.has("ICCP")) return joinKept(kept, "ICCP");
  if (!kept.has("iCCP")) return undefined;
  const packed = joinKept(kept, "iCCP");
  const bytes = packed.subarray(packed.indexOf(0) + 2);
  return unpackExactly(bytes, LONGEST_NOTE_BYTES) ?? bytes;
}

function* walk(kind: Kind, bytes: Uint8Array): Generator<Part> {
  try {
    yield* kind.walk(bytes, viewOf(bytes));
  } catch (error) {
    // A length that leads beyond the end.
    if (!(error instanceof RangeError)) throw error;
  }
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** In pixels, of parts that say it. What is cut off counts as noughts. */
function readSize({ name, data }: Part): Size | undefined {
  const head = new Uint8Array(10);
  head.set(data.subarray(0, 10));
  const view = viewOf(head);
  const read14 = (at: number) => view.getUint16(at, true) & 0x3fff;
  if (name === "IHDR") return { widthPx: view.getUint32(0), heightPx: view.getUint32(4) };
  if (name === "frame") return { widthPx: view.getUint16(3), heightPx: view.getUint16(1) };
  if (name === "screen")
    return { widthPx: view.getUint16(0, true), heightPx: view.getUint16(2, true) };
  if (name === "VP8 ") return { widthPx: read14(6), heightPx: read14(8) };
  const bits = view.getUint32(1, true);
  if (name === "VP8L")
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 };
  if (name !== "VP8X") return undefined;
  const widthPx = (view.getUint32(4, true) & 0xffffff) + 1;
  return { widthPx, heightPx: (view.getUint32(6, true) >>> 8) + 1 };
}

function readNote(label: string, { name, data }: Part): ImageNote | undefined {
  if (/^(?:COM|comment)$/.test(name)) return { name: `${label} comment`, text: utf8(data) };
  if (!/^(?:tEXt|zTXt|iTXt|iCCP)$/.test(name)) return undefined;
  const end = data.indexOf(0);
  if (end < 0) return undefined;
  const key = latin1(data.subarray(0, end));
  if (name === "iCCP") return { name: "PNG:ICC Description", text: key };
  if (name === "tEXt") return { name: `PNG:${key}`, text: latin1(data.subarray(end + 1)) };
  if (name === "zTXt") return { name: `PNG:${key}`, text: unpack(data.subarray(end + 2)) };
  // Behind two flags stand a language and the key in it (PNG 3rd edition §11.3.3.4).
  const language = data.indexOf(0, end + 3);
  const title = data.indexOf(0, language + 1);
  if (language < 0 || title < 0) return undefined;
  const text = data.subarray(title + 1);
  return { name: `PNG:${key}`, text: data[end + 1] === 1 ? unpack(text) : utf8(text) };
}

function describeOther(name: string, data: Uint8Array): ImageNote {
  return {
    name: name.replace(/[^ -~]/g, "?"),
    text: latin1(data.subarray(0, LONGEST_OTHER)).replace(/[^ -~]+/g, " "),
  };
}

function unpack(packed: Uint8Array): string {
  try {
    return utf8(inflateSync(packed, { maxOutputLength: LONGEST_NOTE_BYTES }));
  } catch {
    return "(packed, and cannot be read)";
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
