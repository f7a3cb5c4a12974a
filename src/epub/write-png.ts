import { zlibSync } from "fflate";
import type { RasterDrawing } from "../image/rasterise-drawing.ts";

/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Four bits say one of sixteen. */
const MOST_COLOURS = 16;

/**
 * Four levels of deflate's effort above this win four bytes in a hundred on drawings, and take
 * three times as long.
 */
const EFFORT = 6;

/**
 * Writes a drawing as a PNG of few colours (PNG, Third Edition, §5 and §11): each pixel in the
 * nearest of the palette. A drawing of flat colours needs none but these and the tints between them
 * at its edges; a library that must find its palette first takes five times as long.
 *
 * @param palette one to sixteen colours.
 */
export function writePng(drawing: RasterDrawing, palette: readonly Colour[]): Uint8Array {
  const { widthPx, heightPx } = drawing;
  if (palette.length === 0 || palette.length > MOST_COLOURS) throw new RangeError("palette");
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, widthPx);
  view.setUint32(4, heightPx);
  // Bit depth 4, colour type 3 (indexed); compression, filter and interlace are the only or none.
  header.set([4, 3, 0, 0, 0], 8);
  const chunks = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    writeChunk("IHDR", header),
    writeChunk("PLTE", Uint8Array.from(palette.flat())),
    writeChunk("IDAT", zlibSync(packRows(drawing, palette), { level: EFFORT })),
    writeChunk("IEND", new Uint8Array()),
  ];
  const png = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    png.set(chunk, at);
    at += chunk.byteLength;
  }
  return png;
}

/** Two pixels a byte, the left one in the high bits; each row begins with its filter, none. */
function packRows({ pixels, widthPx, heightPx }: RasterDrawing, palette: readonly Colour[]) {
  const rowBytes = 1 + Math.ceil(widthPx / 2);
  const rows = new Uint8Array(rowBytes * heightPx);
  const known = new Map<number, number>();
  let [last, index] = [-1, 0];
  const lineBytes = 3 * widthPx;
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  for (let y = 0; y < heightPx; y += 1) {
    const row = y * rowBytes + 1;
    let at = y * lineBytes;
    // Most rows of a drawing of flat colours are the same as those above them.
    if (y > 0 && bytes.compare(bytes, at - lineBytes, at, at, at + lineBytes) === 0) {
      rows.copyWithin(row, row - rowBytes, row - 1);
      continue;
    }
    for (let x = 0; x < widthPx; x += 1, at += 3) {
      const colour =
        ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
      if (colour !== last) {
        last = colour;
        index = known.get(colour) ?? findNearest(colour, palette);
        known.set(colour, index);
      }
      const place = row + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? index << 4 : index);
    }
  }
  return rows;
}

function findNearest(colour: number, palette: readonly Colour[]): number {
  const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, one] of palette.entries()) {
    const distance = one.reduce((sum, part, at) => sum + (part - (parts[at] ?? 0)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** Length, type, data, and the check sum of the latter two (§5.3). */
function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.byteLength);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.byteLength);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.byteLength, checkSum(chunk.subarray(4, 8 + data.byteLength)));
  return chunk;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 (§5.5, annex D). */
function checkSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC_TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
