import { FileSystemError } from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { BookSources } from "../make/compile-book.ts";
import { checksumOf } from "../record/checksum.ts";
import type { FinishedBook } from "./finished-books.ts";

/** Stores that note what is taken from them. */
export interface NotedSources extends BookSources {
  /** Sums of the pages and pictures that were read; undefined where one of them could not be. */
  readFiles(): FinishedBook["readFiles"] | undefined;
}

/** The same stores, for one book. */
export function noteSources({ loaded, documents, pictures }: BookSources): NotedSources {
  const sums = new Map<string, string | undefined>();
  return {
    loaded,
    documents: {
      wording: documents.wording,
      read(page) {
        sums.set(page.path, sumPage(loaded, page.path));
        return documents.read(page);
      },
    },
    pictures: {
      async prepare(use, languageTag) {
        // One that stands in its page has a sum with that.
        if (use.bytes === undefined) sums.set(use.path, undefined);
        const outcome = await pictures.prepare(use, languageTag);
        if (use.bytes === undefined) sums.set(use.path, outcome.image?.fileSum);
        return outcome;
      },
      forget: (paths) => pictures.forget(paths),
    },
    readFiles() {
      const all = [...sums];
      const known = all.flatMap(([path, sum]) => (sum === undefined ? [] : [[path, sum] as const]));
      return known.length === all.length ? Object.fromEntries(known) : undefined;
    },
  };
}

/** Tells whether all that was read for a book is as it was; each file is read once for all books. */
export function compareSources(
  { fileSystem }: Pick<Host, "fileSystem">,
  loaded: LoadedCurriculum,
): (book: Pick<FinishedBook, "readFiles">) => Promise<boolean> {
  const sums = new Map<string, Promise<string | undefined>>();
  const sumNow = (path: string) => {
    const known = sums.get(path) ?? sumFile(path);
    sums.set(path, known);
    return known;
  };
  const sumFile = async (path: string): Promise<string | undefined> => {
    const page = sumPage(loaded, path);
    if (page !== undefined) return page;
    const listed = loaded.find(path);
    if (listed === undefined) return undefined;
    try {
      return await fileSystem.hashFile(listed);
    } catch (error) {
      if (!(error instanceof FileSystemError)) throw error;
      return undefined;
    }
  };
  return async ({ readFiles }) => {
    for (const [path, sum] of Object.entries(readFiles)) {
      if ((await sumNow(path)) !== sum) return false;
    }
    return true;
  };
}

function sumPage(loaded: LoadedCurriculum, path: string): string | undefined {
  const bytes = loaded.bytesOf(path);
  return bytes && checksumOf(bytes);
}
