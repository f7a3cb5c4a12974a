import {
  type ImageBounds,
  type ImageOutcome,
  prepareImage,
  tooManyBytes,
} from "../image/prepare-image.ts";
import type { OpenWords } from "../image/svg-words.ts";
import { type ListedFile, WorldError } from "../world/world.ts";
import { sumBytes } from "./sum-bytes.ts";
import type { Machine } from "./terminal.ts";

/**
 * Reads and prepares an image; one whose file is larger than it may be is not even read.
 *
 * @param path the key of the image.
 * @param file where the listing of the curriculum found it.
 * @throws WorldError where the file cannot be read.
 */
export async function openImage(
  { world }: Machine,
  path: string,
  file: ListedFile | undefined,
  bounds: ImageBounds,
  openWords?: OpenWords,
): Promise<ImageOutcome> {
  if (file === undefined) throw new WorldError("missing", path);
  if (file.sizeBytes > bounds.imageBytes) {
    return { problem: tooManyBytes(file.sizeBytes, bounds.imageBytes) };
  }
  const bytes = await world.readFile(file, bounds.imageBytes);
  const outcome = await prepareImage(path, bytes, bounds, openWords);
  if (outcome.image === undefined) return outcome;
  return { ...outcome, image: { ...outcome.image, fileSum: sumBytes(bytes) } };
}
