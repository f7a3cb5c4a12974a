import { type Report, tellIn } from "./book-diagnostics.ts";
import { checkFiles, checkMimetype, checkNames, checkProtection } from "./check-archive.ts";
import { checkLinks } from "./check-links.ts";
import { checkCompleteness, checkItems, checkSpine, checkVersion } from "./check-package.ts";
import { checkPrograms } from "./check-programs.ts";
import { checkFonts, checkImages } from "./check-resources.ts";
import { checkStyles } from "./check-styles.ts";
import { type Book, listTexts } from "./read-book.ts";

const BOOK_RULES: readonly ((book: Book, report: Report) => void)[] = [
  ...[checkMimetype, checkNames, checkFiles, checkProtection],
  ...[checkLinks, checkStyles, checkImages, checkFonts],
];

/**
 * Judges a book from the archive inwards: whether it opens, whether all of it is there, and what in it
 * runs, fetches or tells. How well it keeps the standard is for validators to say.
 */
export function judgeBook(book: Book, report: Report): void {
  for (const rule of BOOK_RULES) rule(book, report);
  const opened = book.package;
  if (opened === undefined) return;
  const tell = tellIn(report, opened.file);
  checkVersion(opened, tell);
  checkItems(opened, tell);
  checkCompleteness(opened, tell, book, report);
  checkSpine(opened, tell);
  for (const document of listTexts(book)) checkPrograms(document, tellIn(report, document.file));
}
