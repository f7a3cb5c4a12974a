import { crc32 } from "node:zlib";

/** A chunk, a segment or a block; the one called `end` is what follows the picture's end. */
export interface Part {
  readonly name: string;
  readonly data: Uint8Array;
}

/** PNG 3rd edition §5. */
export function* walkPng(bytes: Uint8Array, view: DataView): Generator<Part> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = latin1(bytes.subarray(at + 4, at + 8));
    const next = at + 12 + view.getUint32(at);
    yield { name, data: bytes.subarray(at + 8, next - 4) };
    if (crc32(bytes.subarray(at + 4, next - 4)) !== view.getUint32(next - 4))
      yield { name: "wrong sum", data: bytes.subarray(next - 4, next) };
    if (name === "IEND") yield { name: "end", data: bytes.subarray(next) };
    at = next;
  }
}

const JPEG_NAMES: Readonly<Record<number, string>> = {
  196: "DHT",
  200: "marker C8",
  204: "DAC",
  218: "SOS",
  219: "DQT",
  220: "DNL",
  221: "DRI",
  254: "COM",
};

function nameMarker(marker: number): string {
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
  const isFrame = marker >= 0xc0 && marker <= 0xcf;
  return JPEG_NAMES[marker] ?? (isFrame ? "frame" : `marker ${marker.toString(16).toUpperCase()}`);
}

/** ITU-T T.81 annex B: segments; the picture's data follows those called SOS. */
export function* walkJpeg(bytes: Uint8Array, view: DataView): Generator<Part> {
  let isScan = false;
  let frames = 0;
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = view.getUint8(at + 1);
    if (bytes[at] !== 0xff) {
      const next = bytes.indexOf(0xff, at);
      const end = next < 0 ? bytes.length : next;
      if (!isScan) yield { name: "bytes between", data: bytes.subarray(at, end) };
      at = end;
    } else if (marker === 0xff) {
      if (!isScan) yield { name: "bytes between", data: bytes.subarray(at, at + 1) };
      at += 1;
    }
    // In the picture's data an `FF` that is no mark has a zero behind it.
    else if (isScan && (marker === 0 || (marker >= 0xd0 && marker <= 0xd7))) at += 2;
    else if (marker === 0xd9) return yield { name: "end", data: bytes.subarray(at + 2) };
    else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      yield { name: nameMarker(marker), data: bytes.subarray(0, 0) };
      at += 2;
    } else {
      const name = nameMarker(marker);
      if (name === "frame") frames += 1;
      const next = at + 2 + view.getUint16(at + 2);
      const data = bytes.subarray(at + 4, next);
      yield { name: name === "frame" && frames > 1 ? "second frame" : name, data };
      isScan = marker === 0xda;
      at = next;
    }
  }
}

/** Applications have names of eleven letters. */
const GIF_NAMES: Readonly<Record<number, string>> = { 249: "control", 254: "comment" };

/** GIF89a §18 to §27. */
export function* walkGif(bytes: Uint8Array, view: DataView): Generator<Part> {
  const skipTable = (at: number, flags: number) => at + (flags & 0x80 ? 6 << (flags & 7) : 0);
  yield { name: "screen", data: bytes.subarray(6, 13) };
  const first = skipTable(13, view.getUint8(10));
  yield { name: "colours", data: bytes.subarray(13, first) };
  for (let at = first; ; ) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) return yield { name: "end", data: bytes.subarray(at + 1) };
    if (kind !== 0x21 && kind !== 0x2c) return;
    const isPicture = kind === 0x2c;
    const label = view.getUint8(at + 1);
    const table = isPicture ? skipTable(at + 10, view.getUint8(at + 9)) : at + 10;
    if (isPicture) yield { name: "colours", data: bytes.subarray(at + 10, table) };
    const blocks = isPicture ? table + 1 : at + 2;
    const next = skipBlocks(view, blocks);
    const data = bytes.subarray(blocks + 1, next - 1);
    const application = latin1(data.subarray(0, 11)).padEnd(11);
    const extension = label === 0xff ? application : (GIF_NAMES[label] ?? `extension ${label}`);
    yield { name: isPicture ? "picture" : extension, data };
    at = next;
  }
}

function skipBlocks(view: DataView, start: number): number {
  let at = start;
  for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1;
  return at + 1;
}

/** RFC 9649 §2. */
export function* walkWebp(bytes: Uint8Array, view: DataView): Generator<Part> {
  const end = 8 + view.getUint32(4, true);
  for (let at = 12; at + 8 <= Math.min(end, bytes.length); ) {
    const length = view.getUint32(at + 4, true);
    const name = latin1(bytes.subarray(at, at + 4));
    yield { name, data: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length;
    // Chunks have an even length; a nought fills it up.
    if (length % 2 === 1 && bytes[at] !== 0)
      yield { name: "padding", data: bytes.subarray(at, at + 1) };
    at += length % 2;
  }
  if (end <= bytes.length) yield { name: "end", data: bytes.subarray(end) };
}

/** ISO 8859-1: each byte is one sign. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
