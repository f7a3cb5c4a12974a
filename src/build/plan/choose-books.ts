import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { type BrokenBook, isBrokenNamed, listBroken } from "./broken-books.ts";
import { type Book, isNamed, listBooks, selectBooks } from "./select-books.ts";

/** What a command is to work on. */
export interface ChosenBooks {
  /** In the trainer's edition. */
  readonly books: readonly Book[];
  /** Of those that were asked for, the modules that could not be read. */
  readonly broken: readonly BrokenBook[];
  /** In every language. */
  readonly everyBook: readonly Book[];
}

/**
 * The books of a language, or those of them that were asked for by name.
 *
 * @throws RequestError for a language that no module has, and for a name that fits no module.
 */
export function chooseBooks(
  loaded: LoadedCurriculum,
  lang: string | undefined,
  wanted: readonly string[],
): ChosenBooks {
  const everyBook = listBooks(loaded.curriculum, "all");
  const present = listBooks(loaded.curriculum, lang);
  const everyBroken = listBroken(loaded, lang);
  if (wanted.length === 0) return { books: present, broken: everyBroken, everyBook };
  const broken = everyBroken.filter((one) => wanted.some((word) => isBrokenNamed(one, word)));
  const readable = wanted.filter(
    (word) =>
      present.some((book) => isNamed(book, word)) ||
      !broken.some((one) => isBrokenNamed(one, word)),
  );
  const books = readable.length === 0 ? [] : selectBooks(present, readable, everyBook);
  return { books, broken, everyBook };
}
