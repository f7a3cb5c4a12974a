import { inflateSync } from "node:zlib";

/** A note that stands in the file of a picture beside what a library reads. */
export interface ImageNote {
  readonly name: string;
  readonly text: string;
}

/** Notes of a picture, and how many bytes follow its end. */
export interface ImageNotes {
  readonly notes: readonly ImageNote[];
  readonly tailBytes: number;
  /** Parts that no rule of ours reads: their names, and what of them is text. */
  readonly others: readonly ImageNote[];
  /** EXIF data, where there is more than one piece: a library reads one. */
  readonly exifs: readonly Uint8Array[];
}

const NONE: ImageNotes = { notes: [], tailBytes: 0, others: [], exifs: [] };
/** Of a part that is not known; enough for a name or a folder in it. */
const LONGEST_OTHER = 10_000;
const MOST_NOTES = 200;
/** One packed text; a note is a few lines. */
const LONGEST_NOTE_BYTES = 1_000_000;

/** Comments and texts of JPEG, PNG and GIF, packed ones too, and what is added behind the picture. */
export function readNotes(bytes: Uint8Array): ImageNotes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.byteLength < 16) return NONE;
    if (view.getUint32(0) === 0x89504e47) return readPng(bytes, view);
    if (view.getUint16(0) === 0xffd8) return readJpeg(bytes, view);
    if (latin1(bytes.subarray(0, 4)) === "GIF8") return readGif(bytes, view);
    if (latin1(bytes.subarray(8, 12)) === "WEBP") return readWebp(bytes, view);
  } catch (error) {
    // A length that leads beyond the end.
    if (!(error instanceof RangeError)) throw error;
  }
  return NONE;
}

/** Chunks that are the picture, or are read elsewhere (PNG 3rd edition §11, and its extensions). */
const PNG_KNOWN = new Set(
  `IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi tEXt zTXt iTXt bKGD hIST
   pHYs sPLT eXIf tIME acTL fcTL fdAT oFFs sTER vpAg iDOT orNT`.split(/\s+/),
);

/** PNG 3rd edition §11.3.3, §11.3.2.3. */
function readPng(bytes: Uint8Array, view: DataView): ImageNotes {
  const notes: ImageNote[] = [];
  const others: ImageNote[] = [];
  const exifs: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length && notes.length + others.length < MOST_NOTES; ) {
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    const length = view.getUint32(at);
    const data = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    if (kind === "IEND") {
      const tailBytes = Math.max(0, bytes.length - at);
      return { notes, tailBytes, others, exifs };
    }
    if (kind === "eXIf") exifs.push(data);
    if (!PNG_KNOWN.has(kind)) others.push(describeOther(`PNG ${kind}`, data));
    const end = data.indexOf(0);
    if (end < 0) continue;
    const name = latin1(data.subarray(0, end));
    if (kind === "tEXt") notes.push({ name: `PNG:${name}`, text: latin1(data.subarray(end + 1)) });
    if (kind === "zTXt") notes.push({ name: `PNG:${name}`, text: unpack(data.subarray(end + 2)) });
    if (kind === "iCCP") notes.push({ name: "PNG:ICC Description", text: name });
    if (kind !== "iTXt") continue;
    const isPacked = data[end + 1] === 1;
    const language = data.indexOf(0, end + 3);
    const title = data.indexOf(0, language + 1);
    if (language < 0 || title < 0) continue;
    const text = data.subarray(title + 1);
    notes.push({ name: `PNG:${name}`, text: isPacked ? unpack(text) : utf8(text) });
  }
  return { notes, tailBytes: 0, others: [...others, { name: "PNG end", text: "" }], exifs };
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

/** Segments that are read elsewhere, by their marker and how they begin. */
const JPEG_KNOWN: Readonly<Record<number, RegExp>> = {
  224: /^JF(?:IF|XX)\0/,
  225: /^(?:Exif\0|http:\/\/ns\.adobe\.com\/(?:xap\/1\.0|xmp\/extension)\/\0)/,
  226: /^(?:ICC_PROFILE|MPF)\0/,
  236: /^Ducky/,
  237: /^Photoshop 3\.0\0/,
  238: /^Adobe/,
};

/** ITU-T T.81 annex B: segments up to the picture; then marks in its data up to its end. */
function readJpeg(bytes: Uint8Array, view: DataView): ImageNotes {
  const notes: ImageNote[] = [];
  const others: ImageNote[] = [];
  const exifs: Uint8Array[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      // Within the picture's data: an `FF` that is no mark has a zero behind it.
      at = bytes.indexOf(0xff, at);
      if (at < 0) break;
      const next = bytes[at + 1] ?? 0;
      if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) break;
    else if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = view.getUint16(at + 2);
      if (marker === 0xfe && notes.length < MOST_NOTES) {
        notes.push({ name: "JPEG comment", text: utf8(bytes.subarray(at + 4, at + 2 + length)) });
      }
      const body = bytes.subarray(at + 4, at + 2 + length);
      const begin = latin1(body.subarray(0, 40));
      const isApplication = marker >= 0xe0 && marker <= 0xef;
      if (isApplication && JPEG_KNOWN[marker]?.test(begin) !== true && others.length < MOST_NOTES)
        others.push(describeOther(`JPEG APP${marker - 0xe0}`, body));
      if (marker === 0xe1 && begin.startsWith("Exif\0")) exifs.push(body.subarray(6));
      at += 2 + length;
    }
  }
  const isEnded = at >= 0 && bytes[at] === 0xff && bytes[at + 1] === 0xd9;
  // Some programs fill up with zeros.
  const tail = isEnded ? trimZeros(bytes.subarray(at + 2)) : bytes.subarray(0, 0);
  if (!isEnded) others.push({ name: "JPEG end", text: "" });
  return { notes, tailBytes: tail.length, others, exifs };
}

function trimZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/** Application blocks that say how often a picture moves, or are read elsewhere (GIF89a §26). */
const GIF_KNOWN = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0|XMP DataXMP|ICCRGBG1012)$/;

/** GIF89a §18 to §27. */
function readGif(bytes: Uint8Array, view: DataView): ImageNotes {
  const notes: ImageNote[] = [];
  const others: ImageNote[] = [];
  const skipTable = (at: number, flags: number) => at + (flags & 0x80 ? 6 << (flags & 7) : 0);
  let at = skipTable(13, view.getUint8(10));
  while (at < bytes.length && notes.length < MOST_NOTES) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) {
      const tailBytes = trimZeros(bytes.subarray(at + 1)).length;
      return { notes, tailBytes, others, exifs: [] };
    }
    if (kind === 0x2c) at = skipBlocks(view, skipTable(at + 10, view.getUint8(at + 9)) + 1);
    else if (kind === 0x21) {
      const end = skipBlocks(view, at + 2);
      if (view.getUint8(at + 1) === 0xfe) {
        notes.push({ name: "GIF comment", text: utf8(bytes.subarray(at + 3, end - 1)) });
      }
      const application = latin1(bytes.subarray(at + 3, at + 14));
      const label = view.getUint8(at + 1);
      const isOther =
        label === 0xff ? !GIF_KNOWN.test(application) : label !== 0xf9 && label !== 0xfe;
      if (isOther && others.length < MOST_NOTES)
        others.push(describeOther(`GIF ${application}`, bytes.subarray(at + 14, end - 1)));
      at = end;
    } else break;
  }
  return { notes, tailBytes: 0, others: [...others, { name: "GIF end", text: "" }], exifs: [] };
}

const WEBP_KNOWN = new Set([
  "VP8 ",
  "VP8L",
  "VP8X",
  "ALPH",
  "ANIM",
  "ANMF",
  "ICCP",
  "EXIF",
  "XMP ",
]);

/** RFC 9649 §2. */
function readWebp(bytes: Uint8Array, view: DataView): ImageNotes {
  const others: ImageNote[] = [];
  const end = 8 + view.getUint32(4, true);
  for (let at = 12; at + 8 <= Math.min(end, bytes.length) && others.length < MOST_NOTES; ) {
    const kind = latin1(bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    if (!WEBP_KNOWN.has(kind))
      others.push(describeOther(`WebP ${kind}`, bytes.subarray(at + 8, at + 8 + length)));
    at += 8 + length + (length % 2);
  }
  return { notes: [], tailBytes: trimZeros(bytes.subarray(end)).length, others, exifs: [] };
}

function skipBlocks(view: DataView, start: number): number {
  let at = start;
  for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1;
  return at + 1;
}

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
