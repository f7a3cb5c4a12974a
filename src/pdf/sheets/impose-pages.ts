import { type Imposition, listFolds } from "../../print/sheet-layout.ts";

/** A page in its place on one side of a sheet; points from the lower left corner. */
export interface PlacedPage {
  /** From 0. */
  readonly page: number;
  readonly leftPt: number;
  readonly bottomPt: number;
  readonly scale: number;
}

/** A line that tells where to fold, cut or staple. */
export interface SheetMark {
  readonly kind: "fold" | "cut" | "staple";
  readonly from: readonly [xPt: number, yPt: number];
  readonly to: readonly [xPt: number, yPt: number];
}

/** One side of a sheet. Sides follow each other as the printer takes them: front, back, front … */
export interface SheetSide {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly pages: readonly PlacedPage[];
  readonly marks: readonly SheetMark[];
}

type Direction = "ltr" | "rtl";

const POINTS_PER_MM = 72 / 25.4;
/** Of a sheet of 80 g/m². Every inner sheet is pushed out by so much at the fore edge. */
const PAPER_THICKNESS_MM = 0.1;
/** Marks begin where a printer can print, and end in the margin of the smallest page. */
const MARK_FROM_MM = 4;
const MARK_TO_MM = 8;

/** Lays the pages of a book on sheets. */
export function imposePages(
  pageCount: number,
  imposition: Imposition,
  direction: Direction,
): readonly SheetSide[] {
  return imposition.kind === "booklet"
    ? imposeBooklet(pageCount, imposition, direction)
    : imposeTogether(pageCount, imposition, direction);
}

/** Two pages side by side, on one side of a folded sheet. Undefined where nothing is printed. */
export interface Spread {
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** Of its fold: 0 is the outermost sheet. */
  readonly depth: number;
  readonly isFirstOfFold: boolean;
  readonly isLastOfFold: boolean;
}

/**
 * The spreads of a booklet, front and back of each sheet in turn. Of N pages, a multiple of 4, the
 * sheets carry [N-1-i, i] and [i+1, N-2-i] for i = 0, 2, 4 …; from right to left each pair is
 * swapped. What is left over stays blank at the end, so that the last page is the back.
 */
export function orderBooklet(pageCount: number, direction: Direction): readonly Spread[] {
  const spreads: Spread[] = [];
  let first = 0;
  const real = (page: number) => (page < pageCount ? page : undefined);
  for (const sheets of listFolds(pageCount)) {
    const count = sheets * 4;
    for (let depth = 0; depth < sheets; depth += 1) {
      const i = depth * 2;
      const pairs = [
        [first + count - 1 - i, first + i],
        [first + i + 1, first + count - 2 - i],
      ] as const;
      pairs.forEach(([one, other], back) => {
        const [left, right] = direction === "rtl" ? [other, one] : [one, other];
        spreads.push({
          left: real(left),
          right: real(right),
          depth,
          isFirstOfFold: depth === 0 && back === 0,
          isLastOfFold: depth === sheets - 1 && back === 1,
        });
      });
    }
    first += count;
  }
  return spreads;
}

type Booklet = Extract<Imposition, { kind: "booklet" }>;

function imposeBooklet(
  pageCount: number,
  { sheet, page, spreadsPerSide }: Booklet,
  direction: Direction,
): readonly SheetSide[] {
  const [short, long] = [
    Math.min(sheet.widthMm, sheet.heightMm),
    Math.max(sheet.widthMm, sheet.heightMm),
  ];
  const isCut = spreadsPerSide === 2;
  const [widthMm, heightMm] = isCut ? [short, long] : [long, short];
  const place = (
    spread: Spread,
    floorMm: number,
    roomMm: number,
  ): Omit<SheetSide, "widthPt" | "heightPt"> => {
    const foldMm = widthMm / 2;
    // Inner sheets stick out when they are folded: their pages move to the fold by as much.
    const creepMm = spread.depth * PAPER_THICKNESS_MM;
    const bottomPt = toPoints(floorMm + (roomMm - page.heightMm) / 2);
    const leaf = (number: number | undefined, leftMm: number): readonly PlacedPage[] =>
      number === undefined ? [] : [{ page: number, leftPt: toPoints(leftMm), bottomPt, scale: 1 }];
    return {
      pages: [
        ...leaf(spread.left, foldMm - page.widthMm + creepMm),
        ...leaf(spread.right, foldMm - creepMm),
      ],
      marks: markFold(spread, foldMm, floorMm, roomMm),
    };
  };
  const size = { widthPt: toPoints(widthMm), heightPt: toPoints(heightMm) };
  const spreads = orderBooklet(pageCount, direction);
  if (!isCut) return spreads.map((spread) => ({ ...size, ...place(spread, 0, heightMm) }));
  // Cut once across, the upper stack is laid on the lower one: all sheets are in order.
  const roomMm = heightMm / 2;
  const uppers = Math.ceil(spreads.length / 4) * 2;
  return spreads.slice(0, uppers).map((spread, at) => {
    const upper = place(spread, roomMm, roomMm);
    const below = spreads[uppers + at];
    const lower = below === undefined ? undefined : place(below, 0, roomMm);
    return {
      ...size,
      pages: [...upper.pages, ...(lower?.pages ?? [])],
      marks: [...upper.marks, ...(lower?.marks ?? []), ...markCut(widthMm, roomMm)],
    };
  });
}

/** On the two sides of a fold that are seen while it is made: the outer one, where it is stapled too. */
function markFold(
  { isFirstOfFold, isLastOfFold }: Spread,
  foldMm: number,
  floorMm: number,
  roomMm: number,
): readonly SheetMark[] {
  if (!isFirstOfFold && !isLastOfFold) return [];
  const upright = (kind: SheetMark["kind"], fromMm: number, toMm: number): SheetMark => ({
    kind,
    from: [toPoints(foldMm), toPoints(floorMm + fromMm)],
    to: [toPoints(foldMm), toPoints(floorMm + toMm)],
  });
  const folds = [
    upright("fold", MARK_FROM_MM, MARK_TO_MM),
    upright("fold", roomMm - MARK_TO_MM, roomMm - MARK_FROM_MM),
  ];
  if (!isFirstOfFold) return folds;
  const staples = [roomMm / 4, (roomMm * 3) / 4].map((middle) =>
    upright("staple", middle - STAPLE_MM / 2, middle + STAPLE_MM / 2),
  );
  return [...folds, ...staples];
}

/** As long as a staple. */
const STAPLE_MM = 12;

function markCut(widthMm: number, heightMm: number): readonly SheetMark[] {
  const level = (fromMm: number, toMm: number): SheetMark => ({
    kind: "cut",
    from: [toPoints(fromMm), toPoints(heightMm)],
    to: [toPoints(toMm), toPoints(heightMm)],
  });
  return [level(MARK_FROM_MM, MARK_TO_MM), level(widthMm - MARK_TO_MM, widthMm - MARK_FROM_MM)];
}

type Together = Extract<Imposition, { kind: "nup" }>;

/** Rows from the top; in a row the first page is at the side where reading begins. */
function imposeTogether(
  pageCount: number,
  { sheet, page, pagesPerSide }: Together,
  direction: Direction,
): readonly SheetSide[] {
  const isUpright = sheet.widthMm <= sheet.heightMm;
  // Two upright pages lie side by side on a sheet that lies.
  const isTurned = pagesPerSide === 2;
  const [widthMm, heightMm] = isTurned
    ? [sheet.heightMm, sheet.widthMm]
    : [sheet.widthMm, sheet.heightMm];
  const columns = isTurned && !isUpright ? 1 : 2;
  const rows = pagesPerSide / columns;
  const [cellWidthMm, cellHeightMm] = [widthMm / columns, heightMm / rows];
  const scale = Math.min(cellWidthMm / page.widthMm, cellHeightMm / page.heightMm);
  const sides: SheetSide[] = [];
  for (let first = 0; first < pageCount; first += pagesPerSide) {
    const pages: PlacedPage[] = [];
    for (let at = 0; at < pagesPerSide && first + at < pageCount; at += 1) {
      const fromStart = at % columns;
      const column = direction === "rtl" ? columns - 1 - fromStart : fromStart;
      const row = rows - 1 - Math.floor(at / columns);
      pages.push({
        page: first + at,
        leftPt: toPoints(column * cellWidthMm + (cellWidthMm - page.widthMm * scale) / 2),
        bottomPt: toPoints(row * cellHeightMm + (cellHeightMm - page.heightMm * scale) / 2),
        scale,
      });
    }
    sides.push({ widthPt: toPoints(widthMm), heightPt: toPoints(heightMm), pages, marks: [] });
  }
  return sides;
}

function toPoints(mm: number): number {
  return mm * POINTS_PER_MM;
}
