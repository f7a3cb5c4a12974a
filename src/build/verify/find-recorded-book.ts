import type { Imposition } from "../../print/sheet-layout.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import { EDITIONS } from "../../source/book-options.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { listEditions, nameLanguages } from "../plan/book-editions.ts";
import { type Book, listBooks } from "../plan/select-books.ts";
import { listOffprints } from "../plan/select-sessions.ts";
import { settleSheets } from "../plan/settle-sheets.ts";
import type { SheetKind } from "../request.ts";

/**
 * Finds, in a curriculum as it is today, the book that a file of a build record is of: the same
 * module or session in the same language and edition, under the same file name.
 */
export function findRecordedBook(loaded: LoadedCurriculum): (file: MadeFile) => Book | undefined {
  const modules = listBooks(loaded.curriculum, "all");
  const names = modules.map(({ name }) => name);
  const offprints = listOffprints(loaded.curriculum, modules, new Set(names));
  const taken = [...names, ...offprints.map(({ fileName }) => fileName)];
  const listed = new Map<string, readonly Book[]>();
  const list = (kind: SheetKind): readonly Book[] => {
    const known = listed.get(kind);
    if (known !== undefined) return known;
    const imposition = imposeFor(kind);
    const books = [
      ...listEditions(modules, EDITIONS, names, imposition),
      ...listEditions(offprints, EDITIONS, taken, imposition),
    ].flatMap((book) => [book, ...nameLanguages([book])]);
    listed.set(kind, books);
    return books;
  };
  return (file) => {
    const isPdf = file.path.endsWith(".pdf");
    const books = list((isPdf ? file.settings.print?.sheets : undefined) ?? "pages");
    return books.find(({ module, name, offprint, edition, fileName, sheetsName, nameEnd = "" }) => {
      const own = isPdf ? `${sheetsName ?? fileName}${nameEnd}.pdf` : `${fileName}${nameEnd}.epub`;
      return (
        file.path === `${module.language}/${own}` &&
        file.module === name &&
        file.session === offprint?.name &&
        file.edition === edition
      );
    });
  };
}

/** Of any paper: only the name of the file follows from it. */
function imposeFor(kind: SheetKind): Imposition | undefined {
  if (kind === "pages") return undefined;
  return settleSheets({ sheets: kind }, {}).imposition;
}
