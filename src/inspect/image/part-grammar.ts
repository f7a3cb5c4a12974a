import { inflateSync } from "node:zlib";
import { latin1, type Part } from "./walk-parts.ts";

/** Whether a part is just what its format needs: of that length, with values that mean something. */
type Rule = (data: Uint8Array, view: DataView) => boolean;

/** Two words beside each other, as no table of colours has by chance. */
const WORDS = /[A-Za-z][a-z]{2,} [A-Za-z][a-z]{2,}/;
const ofLength = (length: number, most = 255): Rule => {
  return (data) => data.length === length && data.every((byte) => byte <= most);
};
/** Numbers of four bytes; letters in their place make far larger ones. */
const numbers = (count: number, most: number): Rule => {
  return (data, view) =>
    data.length >= 4 * count &&
    Array.from({ length: count }, (_, at) => view.getUint32(4 * at)).every((one) => one <= most);
};
const colours: Rule = (data) => data.length % 3 === 0 && !WORDS.test(latin1(data));
const readElsewhere: Rule = () => true;
/** Byte by byte: `*` is any, `#` one from nought to two. */
const form = (text: string): Rule => {
  return (data) =>
    data.length === text.length &&
    [...text].every((sign, at) => {
      const byte = data[at] ?? 0;
      return sign === "*" || (sign === "#" ? byte <= 2 : byte === sign.charCodeAt(0));
    });
};
const begins = (...beginnings: readonly string[]): Rule => {
  return (data) => beginnings.some((one) => latin1(data.subarray(0, one.length)) === one);
};

/** Depths of each type of colour (PNG 3rd edition §11.2.1, table 12). */
const DEPTHS: Readonly<Record<number, RegExp>> = {
  0: /^(?:1|2|4|8|16)$/,
  2: /^(?:8|16)$/,
  3: /^(?:1|2|4|8)$/,
  4: /^(?:8|16)$/,
  6: /^(?:8|16)$/,
};

/** PNG 3rd edition §11, and what Apple and ImageMagick add. */
const PNG: Readonly<Record<string, Rule>> = {
  IHDR: (data, view) =>
    data.length === 13 &&
    numbers(2, 0x7fffffff)(data, view) &&
    DEPTHS[view.getUint8(9)]?.test(String(view.getUint8(8))) === true &&
    view.getUint16(10) === 0 &&
    view.getUint8(12) <= 1,
  PLTE: (data, view) => data.length <= 768 && colours(data, view),
  tRNS: (data) => data.length <= 256 && !WORDS.test(latin1(data)),
  IDAT: readElsewhere,
  IEND: ofLength(0),
  cHRM: (data, view) => data.length === 32 && numbers(8, 200_000)(data, view),
  gAMA: (data, view) => data.length === 4 && numbers(1, 1_000_000)(data, view),
  sBIT: (data) => data.length <= 4 && data.every((bits) => bits <= 16),
  sRGB: ofLength(1, 3),
  cICP: ofLength(4, 22),
  bKGD: (data) => /^[126]$/.test(String(data.length)),
  pHYs: (data, view) =>
    data.length === 9 && numbers(2, 1_000_000)(data, view) && view.getUint8(8) <= 1,
  vpAg: (data, view) => data.length === 9 && numbers(2, 1_000_000)(data, view),
  iDOT: (data, view) => data.length === 28 && numbers(7, 0xffffff)(data, view),
  tIME: ofLength(7),
  iCCP: readElsewhere,
  tEXt: readElsewhere,
  zTXt: readElsewhere,
  iTXt: readElsewhere,
  eXIf: readElsewhere,
};

/** ITU-T T.81 annex B.2; markers of applications by how they begin. */
const JPEG: Readonly<Record<string, Rule>> = {
  frame: (data) => data[0] === 8 && data.length === 6 + 3 * (data[5] ?? 0),
  SOS: (data) => data.length === 4 + 2 * (data[0] ?? 0),
  DRI: ofLength(2),
  DNL: ofLength(2),
  DQT: (data) => hasTables(data, 3, (at) => 64 << ((data[at] ?? 0) >> 4)),
  DHT: (data) =>
    hasTables(data, 3, (at) =>
      data.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 16),
    ),
  COM: readElsewhere,
  // JFIF 1.02 §6; a picture in it is a small copy.
  APP0: form("JFIF\0\u0001##****\0\0"),
  APP1: begins("Exif\0", "http://ns.adobe.com/xap/1.0/\0", "http://ns.adobe.com/xmp/extension/\0"),
  APP2: begins("ICC_PROFILE\0"),
  // Photoshop's word for how hard it packed.
  APP12: form("Ducky\0\u0001\0\u0004\0\0\0*\0\0"),
  APP14: form("Adobe\0*****#"),
};

/** GIF89a §18 to §27; how often it moves is Netscape's addition. */
const GIF: Readonly<Record<string, Rule>> = {
  screen: ofLength(7),
  colours,
  picture: readElsewhere,
  control: ofLength(4),
  comment: readElsewhere,
  "NETSCAPE2.0": form("NETSCAPE2.0\u0003\u0001**"),
  "ANIMEXTS1.0": form("ANIMEXTS1.0\u0003\u0001**"),
  "XMP DataXMP": readElsewhere,
};

/** RFC 9649 §2.7. */
const WEBP: Readonly<Record<string, Rule>> = {
  "VP8 ": readElsewhere,
  VP8L: readElsewhere,
  VP8X: (data, view) => data.length === 10 && (view.getUint32(0) & 0xc1ffffff) === 0,
  ALPH: readElsewhere,
  ICCP: readElsewhere,
  EXIF: readElsewhere,
  "XMP ": readElsewhere,
};

const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  PNG,
  JPEG,
  GIF,
  WebP: WEBP,
};
/** Parts of which a picture has several. */
const MANY = /^(?:IDAT|[zi]TXt|tEXt|COM|D[HQ]T|DRI|SOS|APP[12]|colours|picture|control|comment)$/;

/** Tables one behind the other, each with its number in a byte, and nothing behind the last. */
function hasTables(data: Uint8Array, most: number, sizeOf: (at: number) => number): boolean {
  let at = 0;
  while (at < data.length && ((data[at] ?? 0) & 15) <= most && (data[at] ?? 0) >> 4 <= 1)
    at += 1 + sizeOf(at);
  return at === data.length;
}

/** @param seen names of the parts before it. */
export function isKnownPart(label: string, { name, data }: Part, seen: Set<string>): boolean {
  const isAgain = seen.has(name) && !MANY.test(name);
  seen.add(name);
  const rule = Object.hasOwn(RULES[label] ?? {}, name) ? RULES[label]?.[name] : undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return !isAgain && rule?.(data, view) === true;
}

/** Larger ones are not unpacked: some 40 million pixels. */
const MOST_PIXEL_BYTES = 128_000_000;
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Where the seven pictures of an interlaced one begin, and their steps (PNG 3rd edition §8.1). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Whether packed pixels of a PNG are as many as its head says, with nothing behind them. */
export function hasExactPixels(head: Uint8Array, packed: Uint8Array): boolean {
  if (head.length !== 13) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const bits = view.getUint8(8) * (CHANNELS[view.getUint8(9)] ?? 0);
  const passes = view.getUint8(12) === 0 ? ([[0, 0, 1, 1]] as const) : PASSES;
  let expected = 0;
  for (const [x, y, stepX, stepY] of passes) {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    if (columns > 0 && rows > 0) expected += rows * (1 + Math.ceil((columns * bits) / 8));
  }
  return expected <= MOST_PIXEL_BYTES && unpackExactly(packed, expected)?.length === expected;
}

/** @returns undefined where it is damaged, larger, or where something stands behind its end. */
export function unpackExactly(packed: Uint8Array, mostBytes: number): Uint8Array | undefined {
  try {
    const options = { maxOutputLength: Math.max(1, mostBytes), info: true };
    const { buffer, engine } = inflateSync(packed, options) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === packed.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}
