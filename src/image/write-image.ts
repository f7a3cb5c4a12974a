import type { Sharp } from "sharp";
import { sharp } from "./decoder.ts";
import { dropDensity } from "./drop-density.ts";
import type { PreparedImage } from "./image.ts";
import { countColours, type Pixels } from "./pixels.ts";

/** What the pixels were in: what has lost detail once need not be kept bit by bit. */
export type Origin = "jpeg" | "lossy" | "lossless";

/** The bytes of a written image. */
export type WrittenImage = Pick<PreparedImage, "bytes" | "mediaType">;

/** More colours than a drawing or a screenshot of plain windows has: maybe a photograph. */
const PHOTO_COLOURS = 4096;

/**
 * Qualities for what was JPEG before, best first. A file that is packed harder than the first gains
 * nothing from more bytes; below the last one sees it.
 */
const JPEG_QUALITIES = [82, 75, 68, 60] as const;

/** For what was a lossless file: with the colours at full size, because it may show letters. */
const FAITHFUL = { quality: 85, chromaSubsampling: "4:4:4", mozjpeg: true } as const;

/** A photograph is worth its faults where it takes at most this part of the lossless file. */
const CLEARLY_SMALLER = 0.5;

/** A sample that differs by more is seen as a speck beside an edge … */
const SPECK = 16;
/** … and up to this part of all are lost in a photograph's own grain. Letters have ten times as many. */
const MOST_SPECKS = 0.003;

/**
 * Writes pixels as small as they look the same: JPEG for photographs without holes, else PNG with
 * the very same pixels, in grey or with a palette where these can hold them.
 *
 * @param sourceBytes how large the file was, where it had as many pixels; JPEG does not grow.
 */
export async function writeImage(
  pixels: Pixels,
  origin: Origin,
  sourceBytes: number | undefined,
): Promise<WrittenImage> {
  if (pixels.isOpaque) {
    if (origin === "jpeg") return await writeJpeg(pixels, sourceBytes);
    if (countColours(pixels, PHOTO_COLOURS) > PHOTO_COLOURS) {
      const photo = await writePhoto(pixels, origin);
      if (photo !== undefined) return photo;
    }
  }
  const bytes = await writeLossless(pixels);
  return { bytes, mediaType: "image/png" };
}

async function writeJpeg(pixels: Pixels, sourceBytes: number | undefined): Promise<WrittenImage> {
  let bytes: Uint8Array = new Uint8Array();
  for (const quality of JPEG_QUALITIES) {
    bytes = await toSharp(pixels).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (sourceBytes === undefined || bytes.byteLength <= sourceBytes) break;
  }
  return { bytes, mediaType: "image/jpeg" };
}

/** As JPEG, where that is clearly smaller and nobody sees it; else undefined. */
async function writePhoto(pixels: Pixels, origin: Origin): Promise<WrittenImage | undefined> {
  const photo = await toSharp(pixels).jpeg(FAITHFUL).toBuffer();
  const isFaithful = origin === "lossy" || (await countSpecks(pixels, photo)) <= MOST_SPECKS;
  if (!isFaithful) return undefined;
  const lossless = await writePng(pixels, true);
  const isWorthIt = photo.byteLength <= lossless.byteLength * CLEARLY_SMALLER;
  return isWorthIt ? { bytes: photo, mediaType: "image/jpeg" } : undefined;
}

/** Which part of the samples of a written image is visibly off, from 0 to 1. */
async function countSpecks({ data, channels }: Pixels, written: Uint8Array): Promise<number> {
  const decoded = sharp(written);
  const shown = await (channels === 1 ? decoded.toColourspace("b-w") : decoded).raw().toBuffer();
  let count = 0;
  for (let at = 0; at < data.length; at += 1) {
    if (Math.abs((data[at] ?? 0) - (shown[at] ?? 0)) > SPECK) count += 1;
  }
  return count / data.length;
}

async function writeLossless(pixels: Pixels): Promise<Uint8Array> {
  // Filters help pictures with soft tones, and are in the way of flat ones.
  const written = [await writePng(pixels, true), await writePng(pixels, false)];
  const palette = countColours(pixels, 256) > 256 ? undefined : await writePalette(pixels);
  if (palette !== undefined) written.push(palette);
  return written.reduce((best, one) => (one.byteLength < best.byteLength ? one : best));
}

async function writePng(pixels: Pixels, adaptiveFiltering: boolean): Promise<Uint8Array> {
  return dropDensity(
    await toSharp(pixels).png({ compressionLevel: 9, adaptiveFiltering }).toBuffer(),
  );
}

/** With a palette, where that shows the very same pixels. */
async function writePalette(pixels: Pixels): Promise<Uint8Array | undefined> {
  const image = toSharp(pixels);
  const expected = await image.clone().toColourspace("srgb").ensureAlpha().raw().toBuffer();
  const written = await image
    .png({ palette: true, quality: 100, effort: 10, dither: 0, compressionLevel: 9 })
    .toBuffer();
  const shown = await sharp(written).toColourspace("srgb").ensureAlpha().raw().toBuffer();
  return shown.equals(expected) ? dropDensity(written) : undefined;
}

function toSharp({ data, width, height, channels }: Pixels): Sharp {
  const image = sharp(data, { raw: { width, height, channels } });
  // Grey would be written as colours.
  return channels < 3 ? image.toColourspace("b-w") : image;
}
