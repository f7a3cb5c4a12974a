import { diagnoseIn, type Report } from "./book-diagnostics.ts";
import { checkCompleteness, checkFiles, checkItems, checkProtection } from "./check-files.ts";
import { checkLinks } from "./check-links.ts";
import { checkPictures } from "./check-pictures.ts";
import { checkPrograms } from "./check-programs.ts";
import { checkStyles } from "./check-styles.ts";
import { type Book, listTexts } from "./read-book.ts";

/**
 * Judges a book from the archive inwards: whether it opens, whether all of it is there, and what in it
 * runs, fetches or tells. How well it keeps the standard is for validators to say.
 */
export function judgeBook(book: Book, report: Report): void {
  checkFiles(book);
  for (const rule of [checkProtection, checkLinks, checkStyles, checkPictures]) rule(book, report);
  const opened = book.package;
  if (opened === undefined) return;
  const diagnose = diagnoseIn(report, opened.file);
  checkItems(opened, diagnose);
  checkCompleteness(opened, diagnose, book, report);
  for (const document of listTexts(book))
    checkPrograms(document, diagnoseIn(report, document.file));
}
