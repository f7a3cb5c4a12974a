import {
  type ImageBounds,
  type ImageOutcome,
  prepareImage,
  tooManyBytes,
} from "../image/prepare-image.ts";
import type { OpenWords } from "../image/svg-words.ts";
import type { Machine } from "./terminal.ts";

/**
 * Reads and prepares an image; one whose file is larger than it may be is not even read.
 *
 * @param file absolute path.
 * @throws WorldError where the file cannot be read.
 */
export async function openImage(
  { world }: Machine,
  path: string,
  file: string,
  bounds: ImageBounds,
  openWords?: OpenWords,
): Promise<ImageOutcome> {
  const { sizeBytes } = (await world.stat(file)) ?? { sizeBytes: 0 };
  if (sizeBytes > bounds.imageBytes) {
    return { problem: tooManyBytes(sizeBytes, bounds.imageBytes) };
  }
  return await prepareImage(path, await world.readFile(file), bounds, openWords);
}
