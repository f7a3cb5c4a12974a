import { listArchive } from "../../src/archive/read-archive.ts";
import type { Spot } from "../../src/inspect/epub/book-diagnostics.ts";
import type { PackageDocument } from "../../src/inspect/epub/package-reader.ts";
import {
  type Book,
  type BookDocument,
  listTexts,
  navigationOf,
  openFiles,
  readBook,
} from "../../src/inspect/epub/read-book.ts";
import { checkAccessibilityMetadata, checkDirections, checkHeadings } from "./accessibility.ts";
import { checkMimetype, checkNames } from "./archive.ts";
import { checkElements, checkHead, checkIds, checkStyleUse } from "./documents.ts";
import { checkLinks } from "./links.ts";
import {
  checkDocumentProperties,
  checkFallbacks,
  checkItems,
  checkProperties,
  checkSpine,
  checkVersion,
} from "./manifest.ts";
import {
  checkMetadataForms,
  checkModified,
  checkPackageIds,
  checkProgression,
  checkRequiredMetadata,
} from "./metadata.ts";
import { checkNavigation, checkTargets } from "./navigation.ts";
import { checkNcx } from "./ncx.ts";
import { checkNotes } from "./notes.ts";
import { checkFonts, checkImages, checkStyleSheets } from "./resources.ts";

/** What EPUB forbids, and what validators let pass although it harms readers: that has no error. */
const SHORTCOMINGS = new Set(
  `EPB006 EPB120 EPB121 EPB123 EPB205 EPB207 EPB211 EPB304 EPB305 EPB310 EPB315 EPB319 EPB505 EPB603
   EPB604 EPB605`.split(/\s+/),
);

/** How a book of EPUB 2 or 3 breaks its standard, or harms readers who do not see it. */
export interface BookFault {
  /** Numbers of our rules; those that `inspect` tells itself are not among them. */
  readonly code: `EPB${number}`;
  readonly file: string;
  readonly message: string;
  readonly isError: boolean;
}

export type Report = (
  code: `EPB${number}`,
  at: Spot,
  found: string,
  expected: string,
  hint?: string,
) => void;
export type Tell = (
  code: `EPB${number}`,
  at: { readonly offset?: number },
  found: string,
  expected: string,
  hint?: string,
) => void;

type DocumentRule = (document: BookDocument, tell: Tell, book: Book) => void;
type PackageRule = (opened: PackageDocument, tell: Tell, book: Book) => void;

/** Judges a book by the rules that validators have, and `inspect` leaves to them. */
export function findBookFaults(archive: Uint8Array): readonly BookFault[] {
  const faults: BookFault[] = [];
  const report: Report = (code, { file }, found, expected) => {
    const isError = !SHORTCOMINGS.has(code) && !code.startsWith("EPB7");
    faults.push({ code, file, message: `Unexpected ${found}, expected ${expected}`, isError });
  };
  const entries = listArchive(archive);
  const book = readBook(
    entries,
    openFiles(archive, entries, () => undefined),
    () => undefined,
  );
  checkMimetype(book, report);
  checkNames(book, report);
  checkLinks(book, report);
  checkNotes(book, report);
  checkImages(book, report);
  checkFonts(book, report);
  checkStyleSheets(book, report);
  const opened = book.package;
  if (opened === undefined) return faults;
  const only3 = <T>(rules: readonly T[]) => (opened.isEpub2 ? [] : rules);
  const tellIn =
    (file: string): Tell =>
    (code, _at, found, expected) =>
      report(code, { file }, found, expected);
  const packageRules: readonly PackageRule[] = [
    ...[checkRequiredMetadata, checkMetadataForms, checkPackageIds, checkItems],
    ...[checkVersion, checkFallbacks, checkSpine],
    ...only3<PackageRule>([
      ...[checkModified, checkProgression, checkProperties, checkDocumentProperties],
      checkAccessibilityMetadata,
    ]),
  ];
  for (const rule of packageRules) rule(opened, tellIn(opened.file), book);
  const judge = (document: BookDocument, rules: readonly DocumentRule[]) => {
    for (const rule of rules) rule(document, tellIn(document.file), book);
  };
  const navigation = navigationOf(book);
  if (navigation !== undefined) judge(navigation, [...only3([checkNavigation]), checkTargets]);
  for (const document of book.documents.values()) judge(document, [checkIds, checkNcx]);
  for (const document of listTexts(book))
    judge(document, [checkHead, checkElements, checkStyleUse, checkHeadings, checkDirections]);
  return faults;
}
