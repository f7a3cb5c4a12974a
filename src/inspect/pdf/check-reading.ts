import { isEmbedded } from "../../pdf-pages/read-font.ts";
import { quote, type Report } from "./pdf-diagnostics.ts";
import type { PdfDocument } from "./read-document.ts";

/** What readers miss wherever they open the file: the order of its parts, and its letters. */
export function checkReading({ isTagged, structure, scan }: PdfDocument, report: Report): void {
  if (!isTagged) {
    const what =
      structure === undefined ? "PDF without tags" : "PDF that does not say it is tagged";
    report(
      "PDF010",
      undefined,
      `Unexpected ${what}, expected one whose headings, lists and pictures are marked`,
      "Screen readers and phones need tags. Sheets for a printer need none: then all is well. " +
        "In an office program export again and choose “tagged PDF” or “PDF/UA”.",
    );
  }
  for (const { font, page, shown } of scan.fonts.values()) {
    // Text that nobody sees needs no letters.
    if (isEmbedded(font) || (shown.size === 0 && font.codeBytes !== undefined)) continue;
    const message = `Unexpected font ${quote(font.name)} that is not in the file, expected it embedded`;
    const hint =
      "Other machines show other letters, or none. Choose “embed all fonts” when exporting.";
    report("PDF011", page, message, hint);
  }
}
