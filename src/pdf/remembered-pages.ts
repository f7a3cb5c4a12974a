import { createHash } from "node:crypto";
import type { PrintDocument } from "./print-document.ts";

/** What was written into a document before the print that became the book. */
export interface RememberedPages {
  /** Texts by the ids of their elements: page numbers, and the style that tightens chapters. */
  readonly texts: ReadonlyMap<string, string>;
  /** Ids of the openers that have a blank page before them. */
  readonly blankPagesBefore: readonly string[];
}

/** Where the pages of earlier prints are kept; the edge gives it. */
export interface PageMemory {
  recall(key: string): RememberedPages | undefined;
  remember(key: string, pages: RememberedPages): void;
}

/**
 * A name for what a browser will print: another text, style, picture, font or browser gives another.
 * Whoever finds it can only tell by it whether a document that he has is the same one.
 */
export function identifyPrint(document: PrintDocument, browserVersion: string): string {
  const { html, assets, openers = [], chapters = [], imposition } = document;
  const hash = createHash("sha256");
  const isBook = imposition === undefined;
  hash.update(JSON.stringify([browserVersion, html.length, openers, chapters, isBook]));
  hash.update(html);
  for (const [path, { bytes }] of assets) {
    hash.update(JSON.stringify([path, bytes.length]));
    hash.update(bytes);
  }
  return hash.digest("hex");
}
