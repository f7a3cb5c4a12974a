import { MOST_OPERANDS } from "../../pdf-pages/content-cost.ts";
import { isEmbedded } from "../../pdf-pages/read-font.ts";
import { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { findPrinted } from "../disclosure/printed-names.ts";
import { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { searchInvisible } from "../disclosure/search-invisible.ts";
import { type Inspection, inspectionOf } from "../inspection.ts";
import { checkInternalLinks } from "./check-links.ts";
import { joinPieces } from "./join-pieces.ts";
import { PdfDiagnostics, quote, type Report } from "./pdf-diagnostics.ts";
import { describeDocument, hideLocked, type LockFact } from "./pdf-facts.ts";
import { type PdfDocument, readDocument } from "./read-document.ts";
import { searchDocument } from "./search-document.ts";
import { searchLoose } from "./search-loose.ts";

/**
 * Inspects a PDF: what it is, what it tells, and what harms who reads it. Adds PDF codes. Nothing in it is run or fetched; what cannot be read is left out.
 *
 * @param bytes of any origin.
 * @param inspect what looks into a file that is attached.
 */
export function inspectPdf(
  bytes: Uint8Array,
  inspect: (bytes: Uint8Array) => Inspection,
): Inspection {
  const collected = new PdfDiagnostics();
  const { report } = collected;
  const file = new PdfFile(bytes);
  const lock = readLock(file);
  const document = readDocument(file);
  if (lock !== undefined) {
    report("PDF004", {});
  } else if (document.pages.length > 0) {
    checkSafety(document, report);
    checkInternalLinks(document, report);
    checkReading(document, report);
  }
  // The streams of a locked file look damaged, and are not.
  if (lock === undefined) reportDamage(document, report);
  reportLimits(document, report);
  const claimsPdfua = document.metadata.pdfuaPart !== undefined;
  const facts = describeDocument(document, bytes.length);
  const findings = new PrivacyFindings();
  const fontNames = facts.fonts.map(({ name, type }) =>
    name === "" ? `(no name, ${type})` : name,
  );
  searchDocument(findings, document, fontNames, lock);
  searchInvisible(findings, [joinPieces(document.scan.text)]);
  if (lock === undefined) searchEmbedded(findings, document, inspect);
  searchLoose(findings, document, lock === undefined, inspect);
  const isPrinted = findPrinted(() => [document.scan.text]);
  const shown = lock === undefined ? facts : hideLocked(facts, lock);
  return {
    ...inspectionOf(shown, findings, isPrinted),
    diagnostics: collected.diagnose(claimsPdfua),
  };
}

/** Files that are attached, and what each of them tells. */
function searchEmbedded(
  findings: PrivacyFindings,
  { file, survey }: PdfDocument,
  inspect: (bytes: Uint8Array) => Inspection,
): void {
  for (const [at, { name, bytes }] of survey.embeddedFiles.entries()) {
    const shown = name === "" ? "(no name)" : name;
    findings.note("TEL701 named", "embedded file", { name: shown, bytes });
    const stream = survey.embeddedStreams[at];
    const content = stream === undefined ? new Uint8Array() : file.decode(stream);
    if (content.length > 0) findings.at(shown).addWithin(inspect(content).findings);
    else findings.at(shown).note("TEL705 packed", "embedded file");
  }
}

function readLock(file: PdfFile): LockFact | undefined {
  const dict = file.dict(file.trailer.get("Encrypt"));
  if (dict === undefined) return undefined;
  const permissions = file.number(dict.get("P"));
  return {
    handler: file.name(dict.get("Filter")) ?? "unknown",
    hasPermissions: permissions !== undefined,
    permissions: permissions ?? 0,
  };
}

/** What hinders reading the file itself. */
function reportDamage({ file, pages }: PdfDocument, report: Report): void {
  if (pages.length === 0) report("PDF001", {});
  else if (file.isRebuilt) report("PDF002 table", {});
  for (const [fault, count] of file.faults)
    report(fault.endsWith("too large") ? "PDF003 part" : "PDF002 part", { count }, { fault });
}

/** What was not looked at, since it would have kept this machine busy. */
function reportLimits({ file, scan }: PdfDocument, report: Report): void {
  for (const { thing, most } of file.limits.reached) report("PDF003 number", {}, { thing, most });
  for (const page of scan.unread) report("PDF003 operands", { page }, { most: MOST_OPERANDS });
}

/** What readers miss wherever they open the file: the order of its parts, and its letters. */
function checkReading({ isTagged, structure, scan }: PdfDocument, report: Report): void {
  if (!isTagged) report(`PDF010 ${structure === undefined ? "untagged" : "unsaid"}`, {});
  for (const { font, page, shown } of scan.fonts.values()) {
    // Text that nobody sees needs no letters.
    if (isEmbedded(font) || (shown.size === 0 && font.codeBytes !== undefined)) continue;
    report("PDF011", { page }, { font: quote(font.name) });
  }
}

/** What runs, fetches, sends or tells on somebody. */
function checkSafety({ survey, annotations, file }: PdfDocument, report: Report): void {
  for (const { type, target } of survey.actions) {
    if (type === "JavaScript") report("PDF005 script", {});
    else if (HARMFUL.has(type)) report("PDF005 action", {}, { action: type });
    if (type === "SubmitForm") report("PDF006 form", {});
    if (type === "URI" && isLocal(target)) report("PDF007 address", {});
    if ((type === "GoToR" || type === "Thread") && target !== "") report("PDF007 link", {});
  }
  const count = survey.remoteFiles.length;
  if (count > 0) report("PDF006 file", { count });
  const opening = file.dict(file.catalog?.get("OpenAction"));
  if (opening !== undefined && file.name(opening.get("S")) === "URI") report("PDF006 opening", {});
  for (const { type, page } of annotations)
    if (PLAYERS.has(type)) report("PDF005 player", { page: page.number }, { type });
}

const HARMFUL = new Set(["Launch", "ImportData", "RichMediaExecute"]);
const PLAYERS = new Set(["RichMedia", "Movie", "3D"]);

function isLocal(address: string): boolean {
  return /^file:/i.test(address) || /^[A-Za-z]:\\/.test(address);
}
