import { hintAtLimit } from "../diagnostics/limit-hint.ts";
import { sharp } from "./decoder.ts";
import type { PreparedImage } from "./image.ts";
import { readPixels } from "./pixels.ts";
import { reduceSvg } from "./reduce-svg.ts";
import type { ImageCode } from "./rules.ts";
import type { OpenWords } from "./svg-words.ts";
import { type Origin, writeImage } from "./write-image.ts";

/** Why an image cannot be in a book. The caller knows the place and the severity. */
export interface ImageProblem {
  readonly code: ImageCode;
  readonly message: string;
  readonly hint: string;
}

/** The image, with what an author should know of it; or why there is none. */
export type ImageOutcome =
  | { readonly image: PreparedImage; readonly problem?: undefined; readonly doubt?: ImageProblem }
  | { readonly image?: undefined; readonly problem: ImageProblem; readonly doubt?: undefined };

/** The longer side of an image in a book: two pixels for each of the largest page's points. */
export const LONGEST_SIDE_PX = 1600;

/** How large an image may be. What is far above a good camera's is a mistake or an attack on memory. */
export interface ImageBounds {
  /** Of the file. */
  readonly imageBytes: number;
  /** Width times height, decoded. A good camera's picture has 24 million. */
  readonly imagePixels: number;
}

/**
 * Decodes an image and writes it again: turned as its camera says, in sRGB, at most 1,600 pixels on
 * the longer side and never enlarged, with nothing of the file's metadata. JPEG stays JPEG; of all
 * other kinds photographs become JPEG where that is clearly smaller and looks the same, and the rest
 * PNG that has lost nothing; of an animation the first frame is kept. SVG is reduced to shapes. What
 * the file's extension says is not asked.
 *
 * @param path the key of the image in the store; only carried over.
 * @param bounds the limits `image-size` and `image-megapixels`.
 * @param openWords for the words of drawings; a drawing with words is refused without it.
 * @returns the image, in doubt with IMG008, IMG009 or IMG020, or why there is none (IMG001–IMG004).
 */
export async function prepareImage(
  path: string,
  bytes: Uint8Array,
  { imageBytes, imagePixels }: ImageBounds,
  openWords?: OpenWords,
): Promise<ImageOutcome> {
  if (bytes.byteLength > imageBytes) return { problem: tooManyBytes(bytes.byteLength, imageBytes) };
  if (looksLikeSvg(bytes)) return prepareDrawing(path, bytes, openWords);
  const kind = await readKind(bytes);
  if (kind === undefined) return { problem: unknownKind(path, bytes) };
  const pixels = kind.width * kind.height;
  if (pixels > imagePixels) {
    return { problem: tooManyPixels(kind.width, kind.height, imagePixels) };
  }
  try {
    const image = { path, ...(await rewrite(bytes, kind.origin, imagePixels)) };
    const { width, height } = kind;
    return isStrip(width, height) ? { image, doubt: longStrip(width, height) } : { image };
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

async function prepareDrawing(
  path: string,
  bytes: Uint8Array,
  openWords: OpenWords | undefined,
): Promise<ImageOutcome> {
  const text = new TextDecoder().decode(bytes);
  const hasWords = /<(?:[\w.-]+:)?text[\s>]/.test(text);
  const set = hasWords ? await openWords?.(text + listReferences(text)) : undefined;
  const drawing = reduceSvg(text, set);
  if (drawing.svg === undefined) {
    return {
      problem: {
        code: "IMG004",
        message: `Unexpected ${drawing.reason} in an SVG drawing, expected shapes and plain words only`,
        hint: "Turn its text to outlines (in Inkscape: Path > Object to Path), or save the drawing as PNG, about 1600 pixels wide, and link to that file.",
      },
    };
  }
  const image: PreparedImage = {
    path,
    bytes: new TextEncoder().encode(drawing.svg),
    mediaType: "image/svg+xml",
    widthPx: drawing.widthPx,
    heightPx: drawing.heightPx,
  };
  const [lacking] = drawing.lacking;
  if (lacking !== undefined) return { image, doubt: undrawnLetter(lacking) };
  const [unread] = drawing.unread;
  if (unread !== undefined) return { image, doubt: styleUnread(unread, drawing.unread.length) };
  const { hiddenParts, doubtfulWords } = drawing;
  if (doubtfulWords > 0) return { image, doubt: wordsInDoubt(doubtfulWords) };
  return hiddenParts === 0 ? { image } : { image, doubt: partsHidden(hiddenParts) };
}

function partsHidden(count: number): ImageProblem {
  const parts = count === 1 ? "1 hidden part" : `${count} hidden parts`;
  return {
    code: "IMG009",
    message: `Unexpected ${parts} in an SVG drawing, expected only what is seen; left out of the book`,
    hint: "Show the layers in your drawing program. Delete what is not meant for readers, and save the drawing again.",
  };
}

function wordsInDoubt(count: number): ImageProblem {
  const words = count === 1 ? "1 line of words" : `${count} lines of words`;
  return {
    code: "IMG009",
    message: `Unexpected ${words} in an SVG drawing that may not be seen, expected words that differ from what is beneath them, with nothing above; not read aloud`,
    hint: "Look whether they are covered, very small, or of the colour of what is beneath them. Delete what is not meant for readers; put the others on top, on a plain surface.",
  };
}

function styleUnread(name: string, count: number): ImageProblem {
  const more = count === 1 ? "" : ` and ${count - 1} more`;
  return {
    code: "IMG009",
    message: `Unexpected style \`${name}\`${more} in an SVG drawing, expected what every reader draws; it is drawn without`,
    hint: "Look at the drawing in the book. Where something is missing, save it as plain SVG, with paths in place of effects, or as PNG.",
  };
}

/** Characters that are written by their numbers. */
function listReferences(text: string): string {
  const references = text.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi);
  return Array.from(references, ([, hex, decimal = ""]) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  }).join("");
}

function undrawnLetter(letter: string): ImageProblem {
  return {
    code: "IMG020",
    message: `Unexpected character \`${letter}\` in the words of an SVG drawing, expected one that a bundled face draws`,
    hint: "Its name stands in the drawing instead, as [U+…]. Write another sign or a word in its place.",
  };
}

const ORIGINS: Readonly<Record<string, Origin>> = {
  avif: "lossy",
  gif: "lossless",
  heif: "lossy",
  jpeg: "jpeg",
  png: "lossless",
  tiff: "lossless",
  webp: "lossy",
};

async function readKind(
  bytes: Uint8Array,
): Promise<{ origin: Origin; width: number; height: number } | undefined> {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const origin = ORIGINS[format];
    return origin === undefined ? undefined : { origin, width, height };
  } catch {
    return undefined;
  }
}

async function rewrite(
  bytes: Uint8Array,
  origin: Origin,
  imagePixels: number,
): Promise<Omit<PreparedImage, "path">> {
  const whole = sharp(bytes, { limitInputPixels: imagePixels, failOn: "error" }).autoOrient();
  const bounded = whole.resize({
    width: LONGEST_SIDE_PX,
    height: LONGEST_SIDE_PX,
    fit: "inside",
    withoutEnlargement: true,
  });
  const pixels = await readPixels(bounded);
  const { width, height } = pixels;
  const isWhole = Math.max(width, height) < LONGEST_SIDE_PX;
  const written = await writeImage(pixels, origin, isWhole ? bytes.byteLength : undefined);
  return { ...written, widthPx: width, heightPx: height };
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

/** A screenshot of a long page has about eight times its width; of what is longer, nothing is seen. */
const MOST_TIMES_ITS_WIDTH = 10;

function isStrip(width: number, height: number): boolean {
  return Math.max(width, height) > MOST_TIMES_ITS_WIDTH * Math.min(width, height);
}

function longStrip(width: number, height: number): ImageProblem {
  return {
    code: "IMG008",
    message: `Unexpected shape of an image, ${width} × ${height} pixels, expected one side at most ${MOST_TIMES_ITS_WIDTH} times the other`,
    hint: "Made to fit a page it becomes a line. Cut out the part that matters, or cut it into several images.",
  };
}

/** Also for a caller that knows a file's size and does not read it. */
export function tooManyBytes(sizeBytes: number, mostBytes: number): ImageProblem {
  const megabytes = (bytes: number) => `${Math.round(bytes / 100_000) / 10} MB`;
  return {
    code: "IMG003",
    message: `Unexpected size of an image, ${megabytes(sizeBytes)}, expected at most ${megabytes(mostBytes)}`,
    hint: `Make the image smaller: ${LONGEST_SIDE_PX} pixels on the longer side are enough for print. ${hintAtLimit("image-size")}`,
  };
}

function tooManyPixels(width: number, height: number, most: number): ImageProblem {
  return {
    code: "IMG003",
    message: `Unexpected size of an image, ${width} × ${height} pixels, expected at most ${most / 1_000_000} million`,
    hint: `Make the image smaller: ${LONGEST_SIDE_PX} pixels on the longer side are enough for print. ${hintAtLimit("image-megapixels")}`,
  };
}
