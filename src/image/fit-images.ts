import type { PreparedImage } from "./image.ts";

/** One image before and after. */
export interface LoweredImage {
  readonly from: PreparedImage;
  readonly to: PreparedImage;
}

/** The images of a book as they fit into it, or as small as they can be. */
export interface FittedImages {
  readonly lowered: readonly LoweredImage[];
  readonly isWithin: boolean;
}

/**
 * Makes the same image smaller.
 *
 * @param step from 1 to the number of steps; each gives less than the one before.
 */
export type Lower = (image: PreparedImage, step: number) => Promise<PreparedImage>;

/** A step that gains less is not worth what it takes from the picture. */
const WORTH_IT = 0.95;

/**
 * Lowers images until they fit. Always the largest goes one step down, as long as it has one: what
 * takes most gives most, and a drawing of a few kilobytes is not touched for the sake of a
 * photograph. Of two of one size the first in the order of paths goes; the same images and the same
 * budget give the same result.
 *
 * @param images each once. Drawings in SVG are left as they are.
 * @param budgetBytes for all of them together; negative where the text alone is too much.
 */
export async function fitImages(
  images: readonly PreparedImage[],
  budgetBytes: number,
  steps: number,
  lower: Lower,
): Promise<FittedImages> {
  const states = images
    .map((image) => ({ from: image, to: image, step: 0 }))
    .sort((one, other) => (one.from.path < other.from.path ? -1 : 1));
  const total = () => states.reduce((sum, { to }) => sum + to.bytes.byteLength, 0);
  while (total() > budgetBytes) {
    const largest = states
      .filter(({ from, step }) => step < steps && from.mediaType !== "image/svg+xml")
      .reduce<(typeof states)[number] | undefined>(
        (most, one) =>
          most === undefined || one.to.bytes.byteLength > most.to.bytes.byteLength ? one : most,
        undefined,
      );
    if (largest === undefined) break;
    largest.step += 1;
    const smaller = await lower(largest.from, largest.step);
    // Fewer pixels of a drawing can take as many bytes: soft edges are dear.
    if (smaller.bytes.byteLength <= largest.to.bytes.byteLength * WORTH_IT) largest.to = smaller;
  }
  const lowered = states.filter(({ from, to }) => from !== to);
  return { lowered, isWithin: total() <= budgetBytes };
}
