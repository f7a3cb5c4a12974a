import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { planBook } from "../../epub/book-plan.ts";
import { fitImages, type LoweredImage } from "../../image/fit-images.ts";
import type { ImageStore } from "../../image/image.ts";
import { LOWER_STEPS, lowerImage } from "../../image/lower-image.ts";
import { diagnose } from "../../image/rules.ts";
import { listChapters } from "../../publication/list-chapters.ts";
import type { Publication } from "../../publication/publication.ts";
import type { Made } from "./book-tools.ts";

/** Pictures that a message names; the rest are counted. */
const NAMED_MOST = 12;

/**
 * Makes the pictures of a book smaller until its EPUB is within a size. The book without them is as
 * large as before, so it is rendered once more and not at each step.
 *
 * Adds IMG005 for what was made smaller, IMG006 where it was not enough.
 *
 * @param whole the EPUB with its images as they are, larger than `maxSizeBytes`.
 * @param render the same book with other images.
 */
export async function fitBook(
  publication: Publication,
  images: ImageStore,
  whole: Uint8Array,
  maxSizeBytes: number,
  render: (images: ImageStore) => Promise<Uint8Array>,
): Promise<Made> {
  const plan = planBook(publication, images);
  const packed = plan.imageFiles.map(({ image }) => image);
  const imageBytes = packed.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  const restBytes = whole.byteLength - imageBytes;
  const budgetBytes = maxSizeBytes - restBytes;
  const { lowered } = await fitImages(packed, budgetBytes, LOWER_STEPS, lowerImage);
  const smaller = new Map(lowered.map(({ from, to }) => [from, to]));
  const store = new Map(images);
  // One file may stand under several paths.
  for (const [path, { image }] of plan.images) {
    const to = smaller.get(image);
    if (to !== undefined) store.set(path, { ...to, path });
  }
  const bytes = lowered.length === 0 ? whole : await render(store);
  const place = { file: listChapters(publication)[0]?.path ?? "" };
  const name = `${publication.name}.epub`;
  const most = kilobytes(maxSizeBytes);
  const diagnostics: Diagnostic[] = [];
  if (lowered.length > 0) {
    const size = kilobytes(whole.byteLength);
    const pictures = describeLowered(lowered).join("\n");
    diagnostics.push(diagnose("IMG005", place, { name, size, most, pictures }));
  }
  if (bytes.byteLength > maxSizeBytes) {
    const values = {
      name,
      size: kilobytes(bytes.byteLength),
      most,
      pictures: kilobytes(bytes.byteLength - restBytes),
      rest: kilobytes(restBytes),
      more: roundUp(bytes.byteLength),
    };
    diagnostics.push(
      diagnose(`IMG006 ${packed.length === 0 ? "text" : "pictures"}`, place, values),
    );
  }
  return { bytes, diagnostics };
}

function describeLowered(lowered: readonly LoweredImage[]): readonly string[] {
  const saved = ({ from, to }: LoweredImage) => from.bytes.byteLength - to.bytes.byteLength;
  const ordered = [...lowered].sort((one, other) => saved(other) - saved(one));
  const named = ordered.slice(0, NAMED_MOST).map(({ from, to }) => {
    const size = (image: typeof from) => `${image.widthPx} × ${image.heightPx}`;
    const pixels = size(from) === size(to) ? size(from) : `${size(from)} → ${size(to)}`;
    return `${from.path}: ${kilobytes(from.bytes.byteLength)} → ${kilobytes(to.bytes.byteLength)} (${pixels} pixels)`;
  });
  const more = ordered.length - named.length;
  return more === 0 ? named : [...named, `and ${more} more`];
}

/** Upwards, so that what is too much never reads as just enough. */
function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}

/** Kilobytes, to the next ten. */
function roundUp(bytes: number): number {
  return Math.ceil(bytes / 10_000) * 10;
}
