import { PDFDict, type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { resolveObject } from "../pdf-file/objects.ts";

/**
 * Writes the headings of a document over the titles of its bookmarks (ISO 32000-1 §12.3.3), which
 * are in the same order: Chromium writes the words of a title as they are painted, and those that
 * are written from the right come out backwards. Does nothing where their numbers differ: a title
 * out of order is better than one in another's place.
 */
export function nameBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const bookmarks = listBookmarks(document);
  if (bookmarks.length !== headings.length) return;
  for (const [index, bookmark] of bookmarks.entries()) {
    bookmark.set(PDFName.of("Title"), PDFHexString.fromText(headings[index] ?? ""));
  }
}

/** In the order in which they are shown: each before those that are within it. */
function listBookmarks(document: PDFDocument): readonly PDFDict[] {
  const root = resolveObject(document, document.catalog.get(PDFName.of("Outlines")));
  const found: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const waiting = [root instanceof PDFDict ? root.get(PDFName.of("First")) : undefined];
  while (waiting.length > 0) {
    const item = resolveObject(document, waiting.pop());
    if (!(item instanceof PDFDict) || seen.has(item)) continue;
    seen.add(item);
    found.push(item);
    waiting.push(item.get(PDFName.of("Next")), item.get(PDFName.of("First")));
  }
  return found;
}
