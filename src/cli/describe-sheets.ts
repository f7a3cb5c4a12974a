import type { PaperNeed, PaperSettings } from "../build/plan/count-paper.ts";
import type { Book } from "../build/plan/select-books.ts";
import { listFolds, type SheetLayout } from "../print/sheet-layout.ts";
import { plural } from "./report.ts";

/** "15 sheets on both sides", "8 sheets to fold", "15 sheets, 300 for 20 people". */
export function describePaperNeed(
  need: PaperNeed,
  pageCount: number,
  edition: Book["edition"],
  settings: PaperSettings,
): string {
  const sheets = plural(need.sheets, "sheet");
  const { participants } = settings;
  if (need.sheetsForParticipants !== undefined && participants !== undefined) {
    const people = participants === 1 ? "1 person" : `${participants} people`;
    const whom =
      edition === "participant"
        ? people
        : settings.editions.includes("participant")
          ? "the trainer"
          : `${people} and trainer`;
    return `${sheets}, ${need.sheetsForParticipants} for ${whom}`;
  }
  const { sides, imposition } = settings.sheets;
  if (imposition?.kind === "booklet") {
    const folds = listFolds(pageCount).length;
    return folds === 1 ? `${sheets} to fold` : `${sheets} in ${folds} folds`;
  }
  return (imposition ?? { sides }).sides === "two" ? `${sheets} on both sides` : sheets;
}

/**
 * What to tell the printer, and what to do with the sheets; nothing where they are plain.
 *
 * @param pageCounts of the books that were made.
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
  const lines =
    imposition.spreadsPerSide === 1
      ? ["Booklets: print on both sides, flip on the short edge, fold in the middle."]
      : [
          "Booklets: print on both sides, flip on the long edge. Cut all sheets across the",
          "middle, lay the upper halves on the lower ones, fold in the middle.",
        ];
  const thick = pageCounts.map(listFolds).find((folds) => folds.length > 1);
  if (thick === undefined) return lines;
  return [
    ...lines,
    "One fold does not hold so many sheets: make each fold for itself, one after the",
    `other. The first one has ${plural(thick[0] ?? 0, imposition.spreadsPerSide === 1 ? "sheet" : "half sheet")}.`,
  ];
}
