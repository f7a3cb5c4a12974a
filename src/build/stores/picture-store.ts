import type { Host } from "../../host/host.ts";
import { type ImageOutcome, prepareImage } from "../../image/prepare-image.ts";
import type { OpenWords } from "../../image/svg-words.ts";
import type { PageDocument } from "../../markup/document.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { openImage } from "../load/open-image.ts";
import { openWordsOf } from "../load/open-words.ts";
import { BoundedMap } from "./bounded-map.ts";

/** The pictures of a curriculum: each is read and prepared once for all books that show it. */
export interface PictureStore {
  /**
   * @param languageTag of the book: words of drawings are set in its fonts.
   * @throws FileSystemError where the file cannot be read.
   */
  prepare(
    use: PageDocument["images"][number],
    languageTag: string | undefined,
  ): Promise<ImageOutcome>;
  /** The next book that shows one of these files has it read again. */
  forget(paths: readonly string[]): void;
}

/** Bytes of prepared pictures that are held. */
const MOST_BYTES = 48_000_000;
/** Of a picture that is still being prepared, or cannot be. */
const LEAST_BYTES = 1_000;

/** @param now gives the curriculum as it was read last. */
export function createPictureStore(host: Host, now: () => LoadedCurriculum): PictureStore {
  const known = new BoundedMap<Promise<ImageOutcome>>(MOST_BYTES);
  const words = new Map<string | undefined, OpenWords>();
  const wordsOf = (languageTag: string | undefined) => {
    const open = words.get(languageTag) ?? openWordsOf(host, languageTag);
    words.set(languageTag, open);
    return open;
  };
  return {
    async prepare({ path, bytes }, languageTag) {
      const key = `${languageTag} ${path}`;
      const found = known.get(path) ?? known.get(key);
      if (found !== undefined) return await found;
      let hasWords = false;
      const openWords: OpenWords = (characters) => {
        hasWords = true;
        return wordsOf(languageTag)(characters);
      };
      const { find, configuration } = now();
      const { limits } = configuration;
      const preparing =
        bytes === undefined
          ? openImage(host, path, find(path), limits, openWords)
          : prepareImage(path, bytes, limits, openWords);
      known.set(key, preparing, LEAST_BYTES);
      const outcome = await preparing;
      const weight = LEAST_BYTES + (outcome.image?.bytes.byteLength ?? 0);
      known.delete(key);
      // Only a drawing with words looks different in a book of another language.
      known.set(hasWords ? key : path, preparing, weight);
      return outcome;
    },
    forget(paths) {
      const gone = new Set(paths);
      for (const key of known.keys()) {
        // A tag has no space, and stands before the path where it counts.
        if (gone.has(key) || gone.has(key.slice(key.indexOf(" ") + 1))) known.delete(key);
      }
    },
  };
}
