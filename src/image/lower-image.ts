import { sharp } from "./decoder.ts";
import { dropDensity } from "./drop-density.ts";
import type { PreparedImage } from "./image.ts";
import { readPixels } from "./pixels.ts";

interface Step {
  /** Of JPEG. */
  readonly quality: number;
  readonly longestSidePx: number;
  /** Of PNG: 16 colours or fewer take half a byte a pixel. */
  readonly colours: 16 | 256;
}

/**
 * First what is hardly seen on a phone, then pixels: a screen of 360 points has up to 1,080 of them
 * in a row. The last step is still to be made out, and its letters as a rule to be read.
 */
const STEPS: readonly Step[] = [
  { quality: 80, longestSidePx: 1600, colours: 256 },
  { quality: 72, longestSidePx: 1600, colours: 256 },
  { quality: 66, longestSidePx: 1280, colours: 256 },
  { quality: 60, longestSidePx: 1080, colours: 256 },
  { quality: 54, longestSidePx: 880, colours: 256 },
  { quality: 48, longestSidePx: 720, colours: 16 },
  { quality: 40, longestSidePx: 560, colours: 16 },
];

export const LOWER_STEPS = STEPS.length;

/**
 * The image with less quality, by steps from 1 to `LOWER_STEPS`: a stronger JPEG, a PNG with fewer
 * colours, then both with fewer pixels. The kind of file stays, so that nothing else in a book
 * changes; drawings in SVG come back as they are.
 */
export async function lowerImage(image: PreparedImage, step: number): Promise<PreparedImage> {
  const { quality, longestSidePx, colours } = STEPS[step - 1] ?? demand(step);
  if (image.mediaType === "image/svg+xml") return image;
  const bounded = sharp(image.bytes).resize({
    width: longestSidePx,
    height: longestSidePx,
    fit: "inside",
    withoutEnlargement: true,
  });
  const { data, width, height, channels } = await readPixels(bounded);
  const pixels = sharp(data, { raw: { width, height, channels } });
  // Sixteen greys are enough for a drawing, sixteen colours for few screenshots.
  const fewer = channels === 1 && step > 1 ? 16 : colours;
  const tones = channels < 3 ? pixels.toColourspace("b-w") : pixels;
  const bytes =
    image.mediaType === "image/jpeg"
      ? await tones.jpeg({ quality, mozjpeg: true }).toBuffer()
      : dropDensity(
          await tones
            .png({ palette: true, colours: fewer, dither: 0.5, effort: 7, compressionLevel: 9 })
            .toBuffer(),
        );
  return { ...image, bytes, widthPx: width, heightPx: height };
}

function demand(step: number): never {
  throw new RangeError(`no step ${step}`);
}
