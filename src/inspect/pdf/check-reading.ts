import { isEmbedded } from "../../pdf-pages/read-font.ts";
import { quote, type Report } from "./pdf-diagnostics.ts";
import type { PdfDocument } from "./read-document.ts";

/** What readers miss wherever they open the file: the order of its parts, and its letters. */
export function checkReading({ isTagged, structure, scan }: PdfDocument, report: Report): void {
  if (!isTagged) report(`PDF010 ${structure === undefined ? "untagged" : "unsaid"}`, {});
  for (const { font, page, shown } of scan.fonts.values()) {
    // Text that nobody sees needs no letters.
    if (isEmbedded(font) || (shown.size === 0 && font.codeBytes !== undefined)) continue;
    report("PDF011", { page }, { font: quote(font.name) });
  }
}
