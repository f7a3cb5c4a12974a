import { listFolds, type SheetLayout } from "../../print/sheet-layout.ts";

/**
 * What to tell the printer, and what to do with the sheets; nothing where they are plain.
 *
 * @param pageCounts of the PDFs that were made.
 */
export function adviseOnSheets(
  { page, sides, imposition }: SheetLayout,
  pageCounts: readonly number[],
): readonly string[] {
  if (pageCounts.length === 0) return [];
  if (imposition?.kind !== "booklet") {
    if ((imposition ?? { sides }).sides === "one") return [];
    // Two pages side by side lie on their sheet.
    const isUpright = page.widthMm <= page.heightMm === (imposition?.pagesPerSide !== 2);
    return [`Print on both sides, flip on the ${isUpright ? "long" : "short"} edge.`];
  }
  const isCut = imposition.spreadsPerSide === 2;
  const lines = isCut
    ? [
        "Booklets: print on both sides, flip on the long edge. Cut all sheets across the",
        "middle, lay the upper halves on the lower ones, fold in the middle.",
      ]
    : ["Booklets: print on both sides, flip on the short edge, fold in the middle."];
  const thick = pageCounts.map(listFolds).find((folds) => folds.length > 1);
  if (thick === undefined) return lines;
  return [
    ...lines,
    "One fold does not hold so many sheets: make each fold for itself, one after the",
    // More than one fold: the first has many.
    `other. The first one has ${thick[0]} ${isCut ? "half sheets" : "sheets"}.`,
  ];
}
