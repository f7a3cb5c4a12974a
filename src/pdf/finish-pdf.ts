import {
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { PrintDocument } from "../print/print-document.ts";
import { nameBookmarks } from "./name-bookmarks.ts";
import { labelPage, type NumberedDocument, numberPages, writePageLabels } from "./page-labels.ts";
import type { Print } from "./read-print.ts";
import { type DescribedDocument, finishStructure } from "./tagging/finish-structure.ts";
import { type BookFacts, PROGRAM_NAME, writeMetadata } from "./write-metadata.ts";
import { writePdf } from "./write-pdf.ts";

/**
 * Makes the browser's file into ours: who, what and when from the book alone, the language and
 * direction for readers, bookmarks that say what the headings say, and an identity that is a hash of
 * the content. The same print and facts give the same bytes.
 */
export function finishPdf(
  print: Print,
  facts: BookFacts & DescribedDocument & Partial<NumberedDocument> & FinishedParts,
): Uint8Array {
  const { document } = print;
  const numbering = numberPages(facts, print.destinations);
  writeInformation(document, facts);
  keepDestinations(document, facts.marks ?? []);
  const isTagged = finishStructure(print, facts, (page) => labelPage(page, numbering));
  writeCatalog(document, facts, isTagged && facts.title.trim() !== "");
  writePageLabels(document, print.pages.length, numbering);
  nameBookmarks(document, facts.headings ?? []);
  return writePdf(document.context);
}

/** The same for sheets: they have no tags, links or bookmarks, and say so by not having them. */
export function finishSheets(print: Print, facts: BookFacts): Uint8Array {
  const { document } = print;
  writeInformation(document, facts);
  writeCatalog(document, facts, false);
  return writePdf(document.context);
}

type FinishedParts = Pick<PrintDocument, "headings" | "marks">;

/** A new dictionary: the browser's has its version, its system and the clock in it. */
function writeInformation(document: PDFDocument, facts: BookFacts): void {
  const { context } = document;
  const date = PDFString.of(formatPdfDate(facts.modified));
  const information = context.obj({});
  information.set(PDFName.of("Title"), PDFHexString.fromText(facts.title));
  if (facts.authors.length > 0) {
    information.set(PDFName.of("Author"), PDFHexString.fromText(facts.authors.join("; ")));
  }
  information.set(PDFName.of("Creator"), PDFString.of(PROGRAM_NAME));
  information.set(PDFName.of("Producer"), PDFString.of(PROGRAM_NAME));
  information.set(PDFName.of("CreationDate"), date);
  information.set(PDFName.of("ModDate"), date);
  const before = context.trailerInfo.Info;
  if (before && "objectNumber" in before) context.delete(before as never);
  context.trailerInfo.Info = context.register(information);
}

function writeCatalog(document: PDFDocument, facts: BookFacts, isAccessible: boolean): void {
  const { catalog, context } = document;
  const packet = context.stream(new TextEncoder().encode(writeMetadata(facts, isAccessible)), {
    Type: "Metadata",
    Subtype: "XML",
  });
  catalog.set(PDFName.of("Metadata"), context.register(packet));
  catalog.set(PDFName.of("Lang"), PDFString.of(facts.languageTag));
  catalog.set(PDFName.of("PageLayout"), PDFName.of("OneColumn"));
  if (catalog.has(PDFName.of("Outlines"))) {
    catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  }
  const preferences = context.obj({});
  preferences.set(PDFName.of("DisplayDocTitle"), PDFBool.True);
  preferences.set(PDFName.of("Direction"), PDFName.of(facts.direction === "rtl" ? "R2L" : "L2R"));
  catalog.set(PDFName.of("ViewerPreferences"), preferences);
}

/**
 * Keeps the names of places that a link of the book leads to, and sorts them: Chromium writes them in
 * an order that changes with how many there are.
 */
function keepDestinations(document: PDFDocument, dropped: readonly string[]): void {
  const { catalog, context } = document;
  const key = PDFName.of("Dests");
  const places = catalog.lookupMaybe(key, PDFDict);
  if (places === undefined) return;
  const names = new Set(dropped);
  const all = places
    .entries()
    .map(([name, place]) => ({ name, text: name.decodeText(), place }))
    .sort((one, other) => (one.text < other.text ? -1 : 1));
  for (const { name } of all) places.delete(name);
  for (const { name, text, place } of all) if (!names.has(text)) places.set(name, place);
  if (places.keys().length > 0) return;
  const reference = catalog.get(key);
  if (reference instanceof PDFRef) context.delete(reference);
  catalog.delete(key);
}

/** `2025-03-01T12:00:00Z` as `D:20250301120000Z` (ISO 32000-1 §7.9.4). */
function formatPdfDate(iso: string): string {
  const digits = new Date(iso)
    .toISOString()
    .slice(0, 19)
    .replace(/[^0-9]/g, "");
  return `D:${digits}Z`;
}
