import { nameOutput } from "../plan/plan-build.ts";
import type { Book } from "../plan/select-books.ts";
import { type BookTools, type BuiltBook, makeBook } from "./make-book.ts";

/** Two books at a time: the browser prints two pages at once. */
const BOOKS_AT_ONCE = 2;

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

/**
 * Makes books and writes them, each as a whole. Returns those that were begun: not all of them where
 * a signal was aborted. When it returns or throws, nothing is being made any more.
 */
export async function makeBooks(
  tools: BookTools,
  books: readonly Book[],
  { onBook, signal }: BuildEvents,
): Promise<readonly BuiltBook[]> {
  if (!tools.theme.isBundled) {
    const { dryRunBooks } = await import("./dry-run.ts");
    await dryRunBooks(tools, books);
  }
  // The browser starts while the first book is read.
  if (tools.settings.formats.includes("pdf")) void tools.browser.start();
  let done = 0;
  const built = await mapAtOnce(books, BOOKS_AT_ONCE, async (book) => {
    if (signal?.aborted) return [];
    onBook?.({ number: done + 1, of: books.length, name: nameOutput(book) });
    const one = await makeBook(tools, book, signal);
    done += 1;
    return [one];
  });
  return built.flat();
}

/**
 * Like `Promise.all(items.map(act))`, with so many at a time; results in the items' order. Where one
 * fails, those that were begun end before that is thrown.
 */
async function mapAtOnce<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [at, item] of waiting) results[at] = await act(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
