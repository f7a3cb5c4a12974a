import type { Host } from "../../host/host.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { LazyBrowser } from "../make/lazy-browser.ts";
import type { Book } from "../plan/select-books.ts";
import type { FinishedBook, FinishedBooks, FinishedFile } from "./finished-books.ts";
import { compareSources } from "./recall-book.ts";

/** What earlier builds have finished of the books of one build. */
export interface KnownBooks {
  /** Undefined where it has to be made: it is not known, or something that it was made of has changed. */
  find(book: Book): Promise<FinishedBook | undefined>;
  bytesOf(file: FinishedFile): Promise<Uint8Array | undefined>;
  remember(book: Book, finished: FinishedBook, bytes: readonly Uint8Array[]): Promise<void>;
}

/**
 * @param keyOf names everything that decides a book except the files that are read for it.
 * @param print with which browser PDFs are made, where some are.
 */
export function knowBooks(
  host: Host,
  loaded: LoadedCurriculum,
  finished: FinishedBooks,
  keyOf: (book: Book) => string,
  print?: { readonly browser: LazyBrowser; readonly identity: string },
): KnownBooks {
  const isSame = compareSources(host, loaded);
  return {
    async find(book) {
      const found = finished.recall(keyOf(book));
      return found !== undefined && (await isSame(found)) ? found : undefined;
    },
    bytesOf: (file) => finished.bytesOf(file),
    async remember(book, one, bytes) {
      // Another than was foreseen: the embedded one could not be unpacked.
      if (print !== undefined && (await print.browser.start())?.identity !== print.identity) return;
      await finished.remember(keyOf(book), one, bytes);
    },
  };
}
