import { type ArchiveEntry, ArchiveError } from "../../archive/archive-entry.ts";
import { listArchive } from "../../archive/read-archive.ts";
import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { collectDiagnostics } from "./book-diagnostics.ts";
import { describeBook } from "./epub-facts.ts";
import { type Book, EMPTY, openFiles, readBook } from "./read-book.ts";
import { judgeBook } from "./rules.ts";
import { printedIn, searchBook } from "./search-book.ts";

/** What to do about an archive or a file in it that cannot be unpacked. */
const HINTS: Readonly<Record<string, string>> = {
  damaged: "Copy or download it again: it was cut off or changed on its way.",
  "too large": "It would fill this machine's memory; a real book does not.",
  "too dense": "It would fill this machine's memory; a real book does not.",
  "too many files": "A real book does not have so many.",
  encrypted: "It opens with a password only; readers do not ask for one.",
};

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
  const faults: { readonly file: string; readonly fault: string }[] = [];
  let entries: readonly ArchiveEntry[] = [];
  let archiveFault: string | undefined;
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
  const expected = "one that can be unpacked";
  if (archiveFault === undefined) {
    judgeBook(book, report);
    searchBook(findings, book, archive, inspect);
  } else {
    report("EPB001", { file: "" }, `archive (${archiveFault})`, expected, HINTS[archiveFault]);
    findings.add("TEL705", "", "archive", archiveFault);
  }
  for (const { file, fault } of faults)
    report("EPB007", { file }, `file (${fault})`, expected, HINTS[fault]);
  return {
    ...inspectionOf(describeBook(book, archive.length), findings, printedIn(book)),
    diagnostics: collected.diagnostics,
    textOf: (file) => files.text(file),
  };
}
