import type { ImpositionName, Sides } from "../source/book-options.ts";
import { foldPaper, type Paper } from "./paper.ts";

/** Pages that are laid on sheets for a printer. */
export type Imposition =
  /** Sheets that are folded in the middle and lie in each other. */
  | {
      readonly kind: "booklet";
      /** What lies in the printer. */
      readonly sheet: Paper;
      readonly page: Paper;
      /** On one side of a sheet; two are cut apart before they are folded. */
      readonly spreadsPerSide: 1 | 2;
    }
  /** Pages made smaller, beside each other in the order of reading. */
  | {
      readonly kind: "nup";
      readonly sheet: Paper;
      readonly page: Paper;
      readonly pagesPerSide: 2 | 4;
      readonly sides: Sides;
    };

export function nameImposition(imposition: Imposition): ImpositionName {
  if (imposition.kind === "booklet") return "booklet";
  return imposition.pagesPerSide === 2 ? "2up" : "4up";
}

/** How a book becomes sheets. */
export interface SheetLayout {
  /** What the pages are set for. */
  readonly page: Paper;
  /** How the pages' margins lie. */
  readonly sides: Sides;
  /** Chapters begin on a right-hand page (left-hand from right to left), or on the next one. */
  readonly openers: "recto" | "next";
  readonly imposition?: Imposition;
}

/** Plain pages. On two sides, chapters begin on a right-hand page. */
export function layPages(page: Paper, sides: Sides): SheetLayout {
  return { page, sides, openers: sides === "two" ? "recto" : "next" };
}

/**
 * A booklet from the paper in the printer: its pages are half of it, or a quarter where the book is
 * made for a page of that size. Chapters begin on the next page: sheets are dear.
 *
 * @param made the page that the book is made for, whatever the printer has.
 * @returns undefined where half of the paper is no page any more.
 */
export function layBooklet(sheet: Paper, made?: Paper): SheetLayout | undefined {
  const page = foldPaper(sheet);
  if (page === undefined) return undefined;
  const quarter = foldPaper(page);
  const isQuarter = made !== undefined && quarter !== undefined && isSame(made, quarter);
  const booklet = { kind: "booklet", sheet } as const;
  const imposition: Imposition = isQuarter
    ? { ...booklet, page: quarter, spreadsPerSide: 2 }
    : { ...booklet, page, spreadsPerSide: 1 };
  return { page: imposition.page, sides: "two", openers: "next", imposition };
}

/** Several pages on each side of a sheet, each set for the whole of it and made smaller. */
export function layPagesTogether(sheet: Paper, pagesPerSide: 2 | 4, sides: Sides): SheetLayout {
  const imposition: Imposition = { kind: "nup", sheet, page: sheet, pagesPerSide, sides };
  return { page: sheet, sides: "one", openers: "next", imposition };
}

function isSame(one: Paper, other: Paper): boolean {
  return one.widthMm === other.widthMm && one.heightMm === other.heightMm;
}

/** How many sheets of paper a book takes. */
export function countSheets(pageCount: number, { sides, imposition }: SheetLayout): number {
  if (imposition?.kind === "booklet") {
    return Math.ceil(Math.ceil(pageCount / 4) / imposition.spreadsPerSide);
  }
  const faces = Math.ceil(pageCount / (imposition?.pagesPerSide ?? 1));
  return (imposition ?? { sides }).sides === "two" ? Math.ceil(faces / 2) : faces;
}

/**
 * So many sheets are folded together at most. More are too thick for a stapler that a training has,
 * will not lie shut, and their inner pages creep out by more than the margin hides.
 */
const MOST_SHEETS_IN_A_FOLD = 20;

/** How many sheets each fold of a booklet has, outer fold first: as even as can be. */
export function listFolds(pageCount: number): readonly number[] {
  const sheets = Math.max(1, Math.ceil(pageCount / 4));
  const folds = Math.ceil(sheets / MOST_SHEETS_IN_A_FOLD);
  return Array.from({ length: folds }, (_, at) => {
    return Math.floor(((at + 1) * sheets) / folds) - Math.floor((at * sheets) / folds);
  });
}
