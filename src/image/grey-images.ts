import { sharp } from "./decoder.ts";
import type { ImageStore, PreparedImage } from "./image.ts";
import { readPixels } from "./pixels.ts";
import { LONGEST_SIDE_PX } from "./prepare-image.ts";
import { writeImage } from "./write-image.ts";

/** How pictures are turned grey: in their own tones, or with less ink. */
export type GreyKind = "plain" | "thin";

/** Black is printed as this part of black: lines are still told from white at 5 to 1. */
const THIN_INK = 0.6;

/**
 * The pictures in grey, by the weights of sRGB's luminance. `thin` takes two fifths of the ink away,
 * so that a screenshot with a dark ground costs no cartridge. Drawings in SVG are drawn as pixels as
 * large as pictures may be, and stand where they stood, in their own size.
 *
 * Deterministic; what is grey and is not thinned comes back as it is.
 */
export async function greyImages(images: ImageStore, kind: GreyKind): Promise<ImageStore> {
  const grey = new Map<string, PreparedImage>();
  for (const [path, image] of images) grey.set(path, await greyImage(image, kind));
  return grey;
}

async function greyImage(image: PreparedImage, kind: GreyKind): Promise<PreparedImage> {
  const isDrawing = image.mediaType === "image/svg+xml";
  const decoded = isDrawing ? drawLarge(image) : sharp(image.bytes);
  const before = await readPixels(decoded);
  if (kind === "plain" && !isDrawing && before.channels === 1) return image;
  const { data, width, height, channels } = before;
  // On paper what is see-through is white.
  const flat = sharp(data, { raw: { width, height, channels } })
    .flatten({ background: "#ffffff" })
    .greyscale();
  const toned = kind === "thin" ? flat.linear(THIN_INK, 255 * (1 - THIN_INK)) : flat;
  const pixels = await readPixels(toned);
  const origin = image.mediaType === "image/jpeg" ? "jpeg" : "lossless";
  return { ...image, ...(await writeImage(pixels, origin, undefined)) };
}

/** As many dots as a picture may have: paper shows more of them than a drawing has units. */
function drawLarge({ bytes, widthPx, heightPx }: PreparedImage) {
  const scale = LONGEST_SIDE_PX / Math.max(widthPx, heightPx, 1);
  const [width, height] = [widthPx, heightPx].map((side) => Math.max(1, Math.round(side * scale)));
  const size = { width: width ?? 1, height: height ?? 1, fit: "fill" as const };
  const density = Math.min(2400, Math.max(72, 72 * scale));
  return sharp(bytes, { density }).resize(size);
}
