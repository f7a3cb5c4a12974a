import assert from "node:assert/strict";
import sharp from "sharp";
import type { Told } from "../../src/diagnostics/diagnose.ts";
import type { PreparedImage } from "../../src/image/image.ts";
import { prepareImage } from "../../src/image/prepare-image.ts";
import { IMAGE_RULES } from "../../src/image/rules.ts";
import { DEFAULT_LIMITS } from "../../src/source/limits.ts";

/** Of PNG (PNG 3 §11): those that make the picture, and none that tell of it. */
const PNG_CHUNKS = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "pHYs"]);
/** Of JPEG (T.81 table B.1): JFIF's own APP0, tables, frames, scans. No other APPn, no comment. */
const JPEG_MARKERS = new Set([0xe0, 0xdb, 0xc0, 0xc1, 0xc2, 0xc4, 0xdd]);

/** The bytes of an image file, whole or broken, as it is given to books. */
export async function checkPicture(bytes: Uint8Array): Promise<void> {
  const { image, diagnostic, doubt } = await prepareImage("locks/case.png", bytes, DEFAULT_LIMITS);
  if (diagnostic !== undefined) {
    checkImageProblem(diagnostic);
    return;
  }
  if (doubt !== undefined) checkImageProblem(doubt);
  if (image.mediaType !== "image/svg+xml") await checkRaster(image);
}

export function checkImageProblem({ code, message, hint }: Told): void {
  assert.ok(Object.hasOwn(IMAGE_RULES, code), code);
  assert.match(message, /^Unexpected [^\p{Cc}\p{Cs}]+$/u);
  assert.match(hint, /^[^\p{Cc}\p{Cs}]{20,}$/u);
}

/** It is decoded to its end, has the size that it says, and nothing beside its picture. */
export async function checkRaster(image: PreparedImage): Promise<void> {
  const { bytes, mediaType, widthPx, heightPx } = image;
  const { info } = await sharp(bytes, { failOn: "warning" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.deepEqual([info.width, info.height], [widthPx, heightPx]);
  assert.ok(Math.max(widthPx, heightPx) <= 1600);
  const { format, pages, exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata();
  assert.deepEqual([exif, xmp, iptc, icc, comments], Array(5).fill(undefined));
  assert.equal(pages ?? 1, 1);
  assert.equal(`image/${format}`, mediaType);
  if (mediaType === "image/png") demandPlainPng(bytes);
  else demandPlainJpeg(bytes);
}

function demandPlainPng(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  let last = "";
  while (at < bytes.byteLength) {
    last = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    assert.ok(PNG_CHUNKS.has(last), `a chunk ${last}`);
    at += 12 + view.getUint32(at);
  }
  assert.deepEqual([last, at], ["IEND", bytes.byteLength], "nothing behind the picture");
}

function demandPlainJpeg(bytes: Uint8Array): void {
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8]);
  let at = 2;
  for (;;) {
    assert.equal(bytes[at], 0xff, "a marker");
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker !== 0xda) assert.ok(JPEG_MARKERS.has(marker), `a marker ${marker.toString(16)}`);
    if (marker === 0xe0) assert.equal(length, 16, "JFIF without a thumbnail");
    at += 2 + length;
    // The coded picture: up to the next marker that is no filler and no restart.
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  assert.equal(at + 2, bytes.byteLength, "nothing behind the picture");
}

function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.byteLength; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break;
  }
  return at;
}
