import { createHash } from "node:crypto";
import type { PrintDocument } from "../print/print-document.ts";

/** What was written into a document before the print that became the book. */
export interface RememberedPages {
  /** Page numbers by the ids of their elements. */
  readonly texts: ReadonlyMap<string, string>;
  /** Ids of the chapters that are set more tightly. */
  readonly tightened: readonly string[];
  /** Ids of the openers that have a blank page before them. */
  readonly blankPagesBefore: readonly string[];
}

/**
 * True where a memory could be of this document: it fills no element but those of page numbers and
 * names chapters and openers only. A memory lies on a disk, where anything may have been written
 * into it, and must not be able to put words or styles into a book.
 */
export function suitsDocument(
  { texts, tightened, blankPagesBefore }: RememberedPages,
  { pageReferences, chapters = [], openers = [] }: PrintDocument,
): boolean {
  const places = new Set(pageReferences.map(({ elementId }) => elementId));
  return (
    [...texts.keys()].every((id) => places.has(id)) &&
    tightened.every((id) => chapters.includes(id)) &&
    blankPagesBefore.every((id) => openers.includes(id))
  );
}

/** Where the pages of earlier prints are kept; the edge gives it. */
export interface PageMemory {
  recall(key: string): RememberedPages | undefined;
  remember(key: string, pages: RememberedPages): void;
}

/** Another number for another way to choose the chapters that are tightened: old choices are gone. */
const METHOD = 1;

/**
 * A name for what a browser will print: another text, style, picture, font or browser gives another.
 * Whoever finds it can only tell by it whether a document that he has is the same one.
 */
export function identifyPrint(document: PrintDocument, browserVersion: string): string {
  const { html, assets, openers = [], chapters = [], imposition } = document;
  const hash = createHash("sha256");
  const isBook = imposition === undefined;
  hash.update(JSON.stringify([METHOD, browserVersion, html.length, openers, chapters, isBook]));
  hash.update(html);
  for (const [path, { bytes }] of assets) {
    hash.update(JSON.stringify([path, bytes.length]));
    hash.update(bytes);
  }
  return hash.digest("hex");
}
