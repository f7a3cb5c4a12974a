import { preparePrintDocument } from "../../print/print-preparation.ts";
import type { Book } from "../plan/select-books.ts";
import type { BookTools } from "./book-tools.ts";
import { compileBook } from "./compile-book.ts";
import { renderForEpub } from "./make-epub.ts";

/**
 * Sets every book in a theme of one's own and throws it away: what fails on the last book must not
 * be found when the others lie there already. Pictures and browser, which take the time, are not
 * needed for it.
 *
 * @throws ThemeError for the first template that fails on one of the books.
 */
export async function dryRunBooks(tools: BookTools, books: readonly Book[]): Promise<void> {
  const { settings, theme, fonts } = tools;
  const images = new Map();
  for (const book of books) {
    const compiled = await compileBook(tools, book, settings, images);
    const { publication } = compiled;
    if (settings.formats.includes("pdf")) {
      preparePrintDocument(publication, theme, { paper: settings.sheets.page, images, fonts });
    }
    if (settings.formats.includes("epub")) await renderForEpub(publication, theme);
  }
}
