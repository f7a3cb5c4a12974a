import type { Host } from "../../host/host.ts";
import type { LazyBrowser } from "../make/lazy-browser.ts";
import type { Book } from "../plan/select-books.ts";
import type { FinishedBook, FinishedBooks, FinishedFile } from "./finished-books.ts";
import { type CommonFacts, keyBooks } from "./key-books.ts";
import { compareSources } from "./recall-book.ts";

/** What earlier builds have finished of the books of one build. */
export interface KnownBooks {
  /** Undefined where it has to be made: it is not known, or something that it was made of has changed. */
  find(book: Book): Promise<FinishedBook | undefined>;
  bytesOf(file: FinishedFile): Promise<Uint8Array | undefined>;
  remember(book: Book, finished: FinishedBook, bytes: readonly Uint8Array[]): Promise<void>;
}

/** What books are made or checked with, beside the browser. */
export interface KnownWork
  extends Omit<CommonFacts, "purpose" | "toolIdentity" | "browserIdentity"> {
  readonly host: Host;
  readonly finished: FinishedBooks;
}

/** What earlier checks have said of books. */
export function knowChecked(work: KnownWork): KnownBooks {
  return knowBooks(work, keysOf(work, "check"));
}

/**
 * What earlier builds have made of books.
 *
 * @returns undefined where no browser says by which name its pages are known.
 */
export async function knowBuilt(
  work: KnownWork,
  browser: LazyBrowser,
): Promise<KnownBooks | undefined> {
  if (!work.settings.formats.includes("pdf")) return knowBooks(work, keysOf(work, "build"));
  const identity = await browser.identify();
  if (identity === undefined) return undefined;
  return knowBooks(work, keysOf(work, "build", identity), { browser, identity });
}

function keysOf(work: KnownWork, purpose: CommonFacts["purpose"], browserIdentity?: string) {
  const { toolIdentity = "" } = work.host;
  return keyBooks({ ...work, purpose, toolIdentity, browserIdentity });
}

/**
 * @param keyOf names everything that decides a book except the files that are read for it.
 * @param print with which browser PDFs are made, where some are.
 */
export function knowBooks(
  { host, loaded, finished }: Pick<KnownWork, "host" | "loaded" | "finished">,
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
