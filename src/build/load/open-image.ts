import { FileSystemError, type ListedFile } from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";
import {
  type ImageBounds,
  type ImageOutcome,
  prepareImage,
  tooManyBytes,
} from "../../image/prepare-image.ts";
import type { OpenWords } from "../../image/svg-words.ts";
import { checksumOf } from "../record/checksum.ts";

/**
 * Reads and prepares an image; one whose file is larger than it may be is not even read.
 *
 * @param path the key of the image.
 * @param file where the listing of the curriculum found it.
 * @throws FileSystemError where the file cannot be read.
 */
export async function openImage(
  { fileSystem }: Host,
  path: string,
  file: ListedFile | undefined,
  bounds: ImageBounds,
  openWords?: OpenWords,
): Promise<ImageOutcome> {
  if (file === undefined) throw new FileSystemError("missing", path);
  if (file.sizeBytes > bounds.imageBytes) {
    return { diagnostic: tooManyBytes(file.sizeBytes, bounds.imageBytes) };
  }
  const bytes = await fileSystem.readFile(file, bounds.imageBytes);
  const outcome = await prepareImage(path, bytes, bounds, openWords);
  if (outcome.image === undefined) return outcome;
  return { ...outcome, image: { ...outcome.image, fileSum: checksumOf(bytes) } };
}
