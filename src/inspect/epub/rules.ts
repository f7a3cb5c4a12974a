import {
  checkAccessibilityMetadata,
  checkDirections,
  checkHeadings,
} from "./check-accessibility.ts";
import { checkFiles, checkMimetype, checkNames, checkProtection } from "./check-archive.ts";
import { checkElements, checkHead, checkIds, checkStyleUse } from "./check-document.ts";
import { checkLinks } from "./check-links.ts";
import {
  checkCompleteness,
  checkDocumentProperties,
  checkFallbacks,
  checkItems,
  checkProperties,
  checkSpine,
} from "./check-manifest.ts";
import {
  checkMetadataForms,
  checkModified,
  checkPackageIds,
  checkProgression,
  checkRequiredMetadata,
  checkVersion,
} from "./check-metadata.ts";
import { checkNavigation, checkTargets } from "./check-navigation.ts";
import { checkNcx } from "./check-ncx.ts";
import { checkNotes } from "./check-notes.ts";
import { checkFonts, checkImages } from "./check-resources.ts";
import { checkStyles } from "./check-styles.ts";
import { type Report, type Tell, tellIn } from "./finding.ts";
import type { PackageDocument } from "./package-reader.ts";
import { type Book, type BookDocument, listTexts, navigationOf } from "./read-book.ts";

/** Judges a book. Each copes with one that lacks anything. */
type BookRule = (book: Book, report: Report) => void;
type PackageRule = (opened: PackageDocument, tell: Tell, book: Book, report: Report) => void;
/** Judges a content document, or the navigation. */
type DocumentRule = (document: BookDocument, tell: Tell, book: Book) => void;

const BOOK_RULES: readonly BookRule[] = [
  ...[checkMimetype, checkNames, checkFiles, checkProtection],
  ...[checkLinks, checkStyles, checkImages, checkFonts, checkNotes],
];
const PACKAGE_RULES: readonly PackageRule[] = [
  ...[checkVersion, checkRequiredMetadata, checkMetadataForms, checkPackageIds],
  ...[checkItems, checkCompleteness, checkFallbacks, checkSpine],
];
const PACKAGE_RULES_OF_EPUB_3: readonly PackageRule[] = [
  ...[checkModified, checkProgression, checkProperties, checkDocumentProperties],
  checkAccessibilityMetadata,
];
/** Judge every document that was read, whatever its kind. */
const DOCUMENT_RULES: readonly DocumentRule[] = [checkIds, checkNcx];
const TEXT_RULES: readonly DocumentRule[] = [
  ...[checkHead, checkElements, checkStyleUse, checkHeadings, checkDirections],
];

/** Judges a book by all rules, from the archive inwards. */
export function judgeBook(book: Book, report: Report): void {
  for (const rule of BOOK_RULES) rule(book, report);
  const opened = book.package;
  if (opened === undefined) return;
  const { isEpub2 } = opened;
  const only3 = <T>(rules: readonly T[]) => (isEpub2 ? [] : rules);
  const inPackage = tellIn(report, opened.file);
  for (const rule of [...PACKAGE_RULES, ...only3(PACKAGE_RULES_OF_EPUB_3)])
    rule(opened, inPackage, book, report);
  const judge = (document: BookDocument, rules: readonly DocumentRule[]) => {
    const tell = tellIn(report, document.file);
    for (const rule of rules) rule(document, tell, book);
  };
  const navigation = navigationOf(book);
  if (navigation !== undefined) judge(navigation, [...only3([checkNavigation]), checkTargets]);
  for (const document of book.documents.values()) judge(document, DOCUMENT_RULES);
  for (const document of listTexts(book)) judge(document, TEXT_RULES);
}
