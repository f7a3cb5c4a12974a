import type { Sharp } from "sharp";
import type { ImageCode } from "./codes.ts";
import { sharp } from "./decoder.ts";
import type { PreparedImage } from "./image.ts";
import { reduceSvg } from "./reduce-svg.ts";

/** Why an image cannot be in a book. The caller knows the place and the severity. */
export interface ImageProblem {
  readonly code: ImageCode;
  readonly message: string;
  readonly hint: string;
}

/** One of the two is there. */
export type ImageOutcome =
  | { readonly image: PreparedImage; readonly problem?: undefined }
  | { readonly image?: undefined; readonly problem: ImageProblem };

/** The longer side of an image in a book: two pixels for each of the largest page's points. */
export const LONGEST_SIDE_PX = 1600;

/** A good camera's picture has 24 million; what is far above is a mistake or an attack on memory. */
const MOST_PIXELS = 50_000_000;

/** More colours than a drawing or a screenshot of plain windows has: a photograph. */
const PHOTO_COLOURS = 4096;

const JPEG_QUALITY = 82;

/**
 * Decodes an image and writes it again: turned as its camera says, in sRGB, at most 1,600 pixels on
 * the longer side and never enlarged, with nothing of the file's metadata. JPEG stays JPEG, PNG and
 * GIF become PNG, and of WebP, AVIF and TIFF photographs become JPEG and all else PNG; of an
 * animation the first frame is kept. SVG is reduced to shapes. What the file's extension
 * says is not asked.
 *
 * @param path the key of the image in the store; only carried over.
 * @returns the image or why there is none (IMG001–IMG004).
 */
export async function prepareImage(path: string, bytes: Uint8Array): Promise<ImageOutcome> {
  if (looksLikeSvg(bytes)) return prepareDrawing(path, bytes);
  const kind = await readKind(bytes);
  if (kind === undefined) return { problem: unknownKind(path, bytes) };
  const pixels = kind.width * kind.height;
  if (pixels > MOST_PIXELS) return { problem: tooManyPixels(kind.width, kind.height) };
  try {
    return { image: { path, ...(await rewrite(bytes, kind.format)) } };
  } catch {
    return {
      problem: {
        code: "IMG002",
        message: "Unexpected damage in an image, expected a file that can be read to its end",
        hint: "Open the image in a picture program and save it again, or copy it anew from where it came.",
      },
    };
  }
}

function prepareDrawing(path: string, bytes: Uint8Array): ImageOutcome {
  const drawing = reduceSvg(new TextDecoder().decode(bytes));
  if (drawing.svg === undefined) {
    return {
      problem: {
        code: "IMG004",
        message: `Unexpected ${drawing.reason} in an SVG drawing, expected shapes only`,
        hint: "Turn its text to outlines (in Inkscape: Path > Object to Path), or save the drawing as PNG, about 1600 pixels wide, and link to that file.",
      },
    };
  }
  return {
    image: {
      path,
      bytes: new TextEncoder().encode(drawing.svg),
      mediaType: "image/svg+xml",
      widthPx: drawing.widthPx,
      heightPx: drawing.heightPx,
    },
  };
}

type Format = "jpeg" | "png" | "other";

const FORMATS: Readonly<Record<string, Format>> = {
  avif: "other",
  gif: "png",
  heif: "other",
  jpeg: "jpeg",
  png: "png",
  tiff: "other",
  webp: "other",
};

async function readKind(
  bytes: Uint8Array,
): Promise<{ format: Format; width: number; height: number } | undefined> {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const known = FORMATS[format];
    return known === undefined ? undefined : { format: known, width, height };
  } catch {
    return undefined;
  }
}

async function rewrite(bytes: Uint8Array, format: Format): Promise<Omit<PreparedImage, "path">> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .autoOrient()
    .resize({
      width: LONGEST_SIDE_PX,
      height: LONGEST_SIDE_PX,
      fit: "inside",
      withoutEnlargement: true,
    })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const size = { widthPx: width, heightPx: height };
  const isOpaque = channels === 1 || channels === 3 || hasNoHoles(data, channels);
  const pixels = () => {
    const image = sharp(data, { raw: { width, height, channels } });
    return isOpaque && channels !== 1 && channels !== 3 ? image.removeAlpha() : image;
  };
  const isPhoto = format === "other" && countColours(data, channels, PHOTO_COLOURS) > PHOTO_COLOURS;
  if (isOpaque && (format === "jpeg" || isPhoto)) {
    const written = await pixels().jpeg({ quality: JPEG_QUALITY, mozjpeg: true }).toBuffer();
    return { bytes: written, mediaType: "image/jpeg", ...size };
  }
  const written = await pixels().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  const smaller =
    countColours(data, channels, 256) > 256
      ? undefined
      : await writePalette(pixels(), written.byteLength);
  return { bytes: smaller ?? written, mediaType: "image/png", ...size };
}

/** The image with a palette, where that is smaller and shows the very same pixels. */
async function writePalette(image: Sharp, bytesMost: number): Promise<Buffer | undefined> {
  const expected = await image.clone().ensureAlpha().raw().toBuffer();
  const written = await image
    .png({ palette: true, quality: 100, effort: 10, dither: 0, compressionLevel: 9 })
    .toBuffer();
  if (written.byteLength >= bytesMost) return undefined;
  const shown = await sharp(written).toColourspace("srgb").ensureAlpha().raw().toBuffer();
  return shown.equals(expected) ? written : undefined;
}

/** True where the last channel, the opacity, is full everywhere. */
function hasNoHoles(data: Uint8Array, channels: number): boolean {
  for (let at = channels - 1; at < data.length; at += channels) {
    if (data[at] !== 255) return false;
  }
  return true;
}

/** How many different colours there are; counting ends above `most`. */
function countColours(data: Uint8Array, channels: number, most: number): number {
  const colours = new Set<number>();
  for (let at = 0; at < data.length && colours.size <= most; at += channels) {
    let colour = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      colour = colour * 256 + (data[at + channel] ?? 0);
    }
    colours.add(colour);
  }
  return colours.size;
}

/** An SVG file is text that has its root element near the beginning. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^\s*</.test(head) && /<(\w+:)?svg[\s>]/.test(head);
}

function unknownKind(path: string, bytes: Uint8Array): ImageProblem {
  const extension = /\.(\w{1,5})$/.exec(path)?.[1]?.toUpperCase() ?? "";
  const damaged = ["PNG", "JPG", "JPEG", "GIF", "WEBP", "SVG"].includes(extension);
  const found =
    bytes.byteLength === 0
      ? "empty file"
      : damaged
        ? `content of a ${extension} file`
        : "kind of file";
  return {
    code: "IMG001",
    message: `Unexpected ${found}, expected an image`,
    hint: "Save the image as PNG (drawings, screenshots) or JPEG (photographs) and link to that file.",
  };
}

function tooManyPixels(width: number, height: number): ImageProblem {
  return {
    code: "IMG003",
    message: `Unexpected size of an image, ${width} × ${height} pixels, expected at most ${MOST_PIXELS / 1_000_000} million`,
    hint: `Make the image smaller: ${LONGEST_SIDE_PX} pixels on the longer side are enough for print.`,
  };
}
