import type { FinishedBook } from "../finished/finished-books.ts";
import type { KnownBooks } from "../finished/know-books.ts";
import { mapAtOnce } from "../map-at-once.ts";
import { nameOutput } from "../plan/plan-build.ts";
import type { Book } from "../plan/select-books.ts";
import type { BookTools, BuiltBook, WritingTools } from "./book-tools.ts";
import { makeBook } from "./make-book.ts";
import { restoreBook } from "./write-book.ts";

/** The browser prints two pages at once; where it prints none, a second book would only take memory. */
const BOOKS_AT_ONCE = { printed: 2, others: 1 };

/** Which book is being made. */
export interface BookStep {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Of its files, without extension: `en/tails`. */
  readonly name: string;
}

/** What a caller can say and hear while books are made. */
export interface BuildEvents {
  /** Called when a book is begun. */
  readonly onBook?: ((step: BookStep) => void) | undefined;
  /** No file is begun after it is aborted, and the browser is ended. */
  readonly signal?: AbortSignal | undefined;
}

/** With what books are made. */
export interface Workshop {
  readonly writing: WritingTools;
  /** All the rest: opened for the first book that has to be made. */
  openTools(): Promise<BookTools>;
  /** What earlier builds have finished; without it every book is made. */
  readonly known?: KnownBooks | undefined;
}

/**
 * Makes books and writes them, each as a whole. Returns those that were begun: not all of them where
 * a signal was aborted. When it returns or throws, nothing is being made any more.
 */
export async function makeBooks(
  { writing, openTools, known }: Workshop,
  books: readonly Book[],
  { onBook, signal }: BuildEvents,
): Promise<readonly BuiltBook[]> {
  const finished = new Map<Book, FinishedBook>();
  for (const book of known === undefined ? [] : books) {
    const found = await known?.find(book);
    if (found !== undefined) finished.set(book, found);
  }
  const unknown = books.filter((book) => !finished.has(book));
  if (unknown.length > 0) await begin(await openTools(), unknown);
  const make = async (book: Book) => {
    const before = finished.get(book);
    const restored =
      before && known && (await restoreBook(writing, book, before, (file) => known.bytesOf(file)));
    if (restored !== undefined) return restored;
    const onFinished: Parameters<typeof makeBook>[3] =
      known && ((one, bytes) => known.remember(book, one, bytes));
    return await makeBook(await openTools(), book, signal, onFinished);
  };
  let done = 0;
  const atOnce = writing.settings.formats.includes("pdf") ? "printed" : "others";
  const built = await mapAtOnce(books, BOOKS_AT_ONCE[atOnce], async (book) => {
    if (signal?.aborted) return [];
    onBook?.({ number: done + 1, of: books.length, name: nameOutput(book) });
    const one = await make(book);
    done += 1;
    return [one];
  });
  return built.flat();
}

async function begin(tools: BookTools, books: readonly Book[]): Promise<void> {
  if (!tools.theme.isBundled) {
    const { dryRunBooks } = await import("./dry-run.ts");
    await dryRunBooks(tools, books);
  }
  // The browser starts while the first book is read.
  if (tools.settings.formats.includes("pdf")) void tools.browser.start();
}
