import { type ArchiveEntry, ArchiveError, type ArchiveFault } from "../../archive/archive-entry.ts";
import { listArchive } from "../../archive/read-archive.ts";
import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { collectDiagnostics } from "./book-diagnostics.ts";
import { describeBook } from "./epub-facts.ts";
import { judgeBook } from "./judge-book.ts";
import { type Book, EMPTY, openFiles, readBook } from "./read-book.ts";
import { printedIn, searchBook } from "./search-book.ts";

/**
 * Inspects an EPUB 2 or 3: what it is, what it tells, and every problem that our rules know. Adds EPB codes.
 *
 * @param archive of any origin.
 * @param inspect what looks into files that are no part of a book's text.
 */
export function inspectEpub(
  archive: Uint8Array,
  inspect: (bytes: Uint8Array) => Inspection,
): Inspection {
  // Files that cannot be unpacked are found while others are read, before there is a place to tell.
  const faults: { readonly file: string; readonly fault: ArchiveFault }[] = [];
  let entries: readonly ArchiveEntry[] = [];
  let archiveFault: ArchiveFault | undefined;
  try {
    entries = listArchive(archive);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    archiveFault = error.fault;
  }
  const files = openFiles(archive, entries, (file, fault) => faults.push({ file, fault }));
  const collected = collectDiagnostics(files.text);
  const { report } = collected;
  const book: Book =
    archiveFault === undefined ? readBook(entries, files, report) : { ...EMPTY, ...files };
  const findings = new PrivacyFindings();
  if (archiveFault === undefined) {
    judgeBook(book, report);
    searchBook(findings, book, archive, inspect);
  } else {
    report(`EPB001 ${archiveFault}`, { file: "" });
    findings.note(`TEL705 ${archiveFault}`, "archive");
  }
  for (const { file, fault } of faults) report(`EPB007 ${fault}`, { file });
  return {
    ...inspectionOf(describeBook(book, archive.length), findings, printedIn(book)),
    diagnostics: collected.diagnostics,
    textOf: (file) => files.text(file),
  };
}
