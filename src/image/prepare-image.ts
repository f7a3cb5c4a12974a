import type { Told } from "../diagnostics/diagnose.ts";
import { sharp } from "./decoder.ts";
import type { PreparedImage } from "./image.ts";
import { readPixels } from "./pixels.ts";
import { reduceSvg } from "./reduce-svg.ts";
import { diagnose } from "./rules.ts";
import type { OpenWords } from "./svg-words.ts";
import { type Origin, writeImage } from "./write-image.ts";

/** What stands where: the caller knows, and how bad it is there. */
const HERE = { file: "" };

/** The image, with what an author should know of it; or why there is none. */
export type ImageOutcome =
  | { readonly image: PreparedImage; readonly diagnostic?: undefined; readonly doubt?: Told }
  | { readonly image?: undefined; readonly diagnostic: Told; readonly doubt?: undefined };

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
  if (bytes.byteLength > imageBytes)
    return { diagnostic: tooManyBytes(bytes.byteLength, imageBytes) };
  if (looksLikeSvg(bytes)) return prepareDrawing(path, bytes, openWords);
  const kind = await readKind(bytes);
  if (kind === undefined) return { diagnostic: describeKind(path, bytes) };
  const { width, height } = kind;
  if (width * height > imagePixels) {
    const values = { width, height, most: imagePixels / 1_000_000, side: LONGEST_SIDE_PX };
    return { diagnostic: diagnose("IMG003 pixels", HERE, values) };
  }
  try {
    const image = { path, ...(await rewrite(bytes, kind.origin, imagePixels)) };
    if (Math.max(width, height) <= MOST_TIMES_ITS_WIDTH * Math.min(width, height)) return { image };
    const values = { width, height, times: MOST_TIMES_ITS_WIDTH };
    return { image, doubt: diagnose("IMG008", HERE, values) };
  } catch {
    return { diagnostic: diagnose("IMG002", HERE) };
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
    return { diagnostic: diagnose("IMG004", HERE, { found: drawing.reason }) };
  }
  const image: PreparedImage = {
    path,
    bytes: new TextEncoder().encode(drawing.svg),
    mediaType: "image/svg+xml",
    widthPx: drawing.widthPx,
    heightPx: drawing.heightPx,
  };
  const [letter] = drawing.lacking;
  if (letter !== undefined) return { image, doubt: diagnose("IMG020", HERE, { letter }) };
  const { hiddenParts, doubtfulWords, unread } = drawing;
  const [name] = unread;
  if (name !== undefined) {
    const style = unread.length === 1 ? "style" : "styles";
    const values = { name, more: unread.length - 1 };
    return { image, doubt: diagnose(`IMG009 ${style} style`, HERE, values) };
  }
  if (doubtfulWords > 0) {
    return { image, doubt: diagnose("IMG009 words", HERE, { count: doubtfulWords }) };
  }
  if (hiddenParts === 0) return { image };
  return { image, doubt: diagnose("IMG009 parts", HERE, { count: hiddenParts }) };
}

/** Characters that are written by their numbers. */
function listReferences(text: string): string {
  const references = text.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi);
  return Array.from(references, ([, hex, decimal = ""]) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  }).join("");
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

function describeKind(path: string, bytes: Uint8Array): Told {
  const extension = /\.(\w{1,5})$/.exec(path)?.[1]?.toUpperCase() ?? "";
  const damaged = ["PNG", "JPG", "JPEG", "GIF", "WEBP", "SVG"].includes(extension);
  const found = bytes.byteLength === 0 ? "empty" : damaged ? "damaged" : "other";
  return diagnose(`IMG001 ${found}`, HERE, { extension });
}

/** A screenshot of a long page has about eight times its width; of what is longer, nothing is seen. */
const MOST_TIMES_ITS_WIDTH = 10;

/** Also for a caller that knows a file's size and does not read it. */
export function tooManyBytes(sizeBytes: number, mostBytes: number): Told {
  const megabytes = (bytes: number) => `${Math.round(bytes / 100_000) / 10} MB`;
  const [size, most] = [megabytes(sizeBytes), megabytes(mostBytes)];
  return diagnose("IMG003 bytes", HERE, { size, most, side: LONGEST_SIDE_PX });
}
