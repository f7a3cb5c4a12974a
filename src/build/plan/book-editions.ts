import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Imposition, nameImposition } from "../../print/sheet-layout.ts";
import { nameEdition, nameSheets } from "../../publication/book-name.ts";
import { diagnose } from "../../publication/rules.ts";
import type { Audience } from "../../source/audience.ts";
import type { Edition } from "../../source/book-options.ts";
import { STAGES } from "../../source/page.ts";
import type { Book } from "./select-books.ts";

/**
 * Every book in every edition asked for.
 *
 * @param books in the trainer's edition.
 * @param names of all modules, so that no edition takes the file name of another module.
 * @param imposition of the PDF, where it is for a printer: it lies beside the plain book.
 */
export function listEditions(
  books: readonly Book[],
  editions: readonly Edition[],
  names: readonly string[],
  imposition?: Imposition,
): readonly Book[] {
  const taken = new Set(names);
  return books.flatMap((book) =>
    editions.map((edition) => {
      const fileName = nameEdition(book.fileName, edition, taken);
      if (imposition === undefined) return { ...book, edition, fileName };
      const sheetsName = nameSheets(fileName, nameImposition(imposition), taken);
      return { ...book, edition, fileName, sheetsName };
    }),
  );
}

/**
 * The same books with their language in the names of their files, `tails.ar.epub`: on a telephone
 * books of several languages lie in one folder. No name of a module has a dot.
 */
export function nameLanguages(books: readonly Book[]): readonly Book[] {
  return books.map((book) => ({ ...book, nameEnd: `.${book.module.language}` }));
}

/** True where a participant's edition would have no session to show: no such book is made. */
export function isForTrainersOnly({ module, offprint }: Book): boolean {
  if (offprint !== undefined) return [module, offprint.session].some(isForTrainers);
  const sessions = STAGES.flatMap((stage) => module.stages[stage]);
  return (
    module.audience === "trainer" ||
    sessions.every((session) => session.kind === "session" && session.audience === "trainer")
  );
}

function isForTrainers({ audience }: { readonly audience?: Audience }): boolean {
  return audience === "trainer";
}

/** PUB005 for every module that says of all its sessions, but not of itself, whom it is for. */
export function reportEmptyEditions(books: readonly Book[]): readonly Diagnostic[] {
  return books
    .filter((book) => book.offprint === undefined && isForTrainersOnly(book))
    .filter((book) => book.module.audience !== "trainer")
    .map(({ module }) => diagnose("PUB005", module.page.place));
}
