import { dirname } from "node:path/posix";
import { keyOfUnreadable } from "../../curriculum/unreadable-page.ts";
import type { UnreadablePage } from "../../source/pages.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import type { Book } from "./select-books.ts";

/**
 * Sessions and other pages that could not be read and that no module lists yet: nothing else would
 * tell of them where one module is asked for.
 */
export function listStrays({
  curriculum,
  diagnostics,
}: LoadedCurriculum): readonly UnreadablePage[] {
  const listed = new Set(diagnostics.flatMap(({ causedBy }) => causedBy ?? []));
  return curriculum.unreadable.filter(({ isModule, path }) => !isModule && !listed.has(path));
}

/**
 * Those of them that may have been meant for some books: they lie in a module's folder, by their
 * address or their path, or in no module's.
 */
export function findStrays(
  loaded: LoadedCurriculum,
  books: readonly Book[],
  everyBook: readonly Book[],
): readonly UnreadablePage[] {
  const { site } = loaded.curriculum.index;
  return listStrays(loaded).filter((page) => {
    const key = `${keyOfUnreadable(page, site)}/`;
    const sameLanguage = everyBook.filter(({ module }) => module.language === page.language);
    const byKey = nearest(sameLanguage, key, ({ module }) => `${module.key}/`);
    const folder = ({ module }: Book) => `${dirname(module.page.path)}/`.replace(/^\.\//, "");
    const homes = byKey.length > 0 ? byKey : nearest(sameLanguage, page.path, folder);
    return (
      homes.length === 0 || books.some(({ module }) => homes.some((one) => one.module === module))
    );
  });
}

/** The books whose folder holds a path, the innermost ones. */
function nearest(
  books: readonly Book[],
  path: string,
  folderOf: (book: Book) => string,
): readonly Book[] {
  const around = books.filter((book) => path.startsWith(folderOf(book)));
  const deepest = around
    .map((book) => folderOf(book).length)
    .reduce((most, each) => Math.max(most, each), 0);
  return around.filter((book) => folderOf(book).length === deepest);
}
