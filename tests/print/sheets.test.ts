import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { addBlankPages, findBlankPages, removeBlankPages } from "../../src/pdf/open-on-rectos.ts";
import { imposePages, type SheetSide } from "../../src/pdf/sheets/impose-pages.ts";
import { describePaper, foldPaper, type Paper, parsePaper } from "../../src/print/paper.ts";
import {
  countSheets,
  type Imposition,
  layBooklet,
  layPages,
  layPagesTogether,
  listFolds,
} from "../../src/print/sheet-layout.ts";
import { sameCases } from "../support/seed.ts";

const MM = 72 / 25.4;

function paperOf(text: string): Paper {
  const paper = parsePaper(text);
  if (paper === undefined) throw new RangeError(text);
  return paper;
}

function bookletOf(sheet: string, made?: string): Extract<Imposition, { kind: "booklet" }> {
  const layout = layBooklet(paperOf(sheet), made === undefined ? undefined : paperOf(made));
  if (layout?.imposition?.kind !== "booklet") throw new RangeError(sheet);
  return layout.imposition;
}

describe("papers", () => {
  for (const [name, half] of [
    ["a4", "A5"],
    ["a5", "A6"],
    ["letter", "139.7 × 215.9 mm"],
    ["legal", "177.8 × 215.9 mm"],
    ["297x210", "A5"],
    ["a6", "74 × 105 mm"],
  ] as const) {
    test(`a folded sheet of ${name} has pages of ${half}`, () => {
      const page = foldPaper(paperOf(name));
      assert.equal(page && describePaper(page), half);
    });
  }

  test("what is too small to be folded is told", () => {
    assert.equal(foldPaper(paperOf("100x100")), undefined);
    assert.equal(layBooklet(paperOf("100x100")), undefined);
  });

  test("all names are read, in millimetres", () => {
    const sizes = ["a4", "Letter", "a5", "A6", "legal"].map((name) => {
      const { widthMm, heightMm, size } = paperOf(name);
      return `${widthMm} ${heightMm} ${size}`;
    });
    assert.deepEqual(sizes, [
      "210 297 large",
      "215.9 279.4 large",
      "148 210 small",
      "105 148 small",
      "215.9 355.6 large",
    ]);
  });
});

type Pair = { left?: number; right?: number };

/** What is printed left and right of the fold, in one half of a side or on the whole of it. */
function readPair({ pages, widthPt }: SheetSide, isIn: (bottomPt: number) => boolean): Pair {
  const pair: Pair = {};
  for (const { page, leftPt, bottomPt } of pages) {
    if (!isIn(bottomPt)) continue;
    const key = leftPt < widthPt / 2 - 20 * MM ? "left" : "right";
    assert.equal(pair[key], undefined, "two pages in one place");
    pair[key] = page;
  }
  return pair;
}

/** The sheets as they come out of the printer, cut in two where they are to be cut. */
function cutSheets(
  sides: readonly SheetSide[],
  isCut: boolean,
): readonly (readonly [Pair, Pair])[] {
  const take = (isIn: (side: SheetSide) => (bottomPt: number) => boolean) =>
    Array.from({ length: sides.length / 2 }, (_, at): [Pair, Pair] => {
      const [front, back] = [sides[at * 2], sides[at * 2 + 1]] as [SheetSide, SheetSide];
      return [readPair(front, isIn(front)), readPair(back, isIn(back))];
    });
  if (!isCut) return take(() => () => true);
  // Each half lies behind itself: the sheet was turned about its upright edge.
  const upper = take((side) => (bottomPt) => bottomPt >= side.heightPt / 2 - 1);
  const lower = take((side) => (bottomPt) => bottomPt < side.heightPt / 2 - 1);
  return [...upper, ...lower];
}

/**
 * Folds sheets that lie in each other, the first one outermost, and turns the leaves. The back of a
 * sheet that was turned about its upright edge has behind its left what is in front on the right.
 */
function readFolded(
  sheets: readonly (readonly [Pair, Pair])[],
  direction: "ltr" | "rtl",
): readonly (number | undefined)[] {
  const [near, far] =
    direction === "ltr" ? (["right", "left"] as const) : (["left", "right"] as const);
  const first = sheets.flatMap(([front, back]) => [front[near], back[far]]);
  const second = [...sheets].reverse().flatMap(([front, back]) => [back[near], front[far]]);
  return [...first, ...second];
}

const anyBook = fc.record({
  pageCount: fc.integer({ min: 1, max: 420 }),
  direction: fc.constantFrom("ltr" as const, "rtl" as const),
});

describe("a booklet", () => {
  for (const [what, imposition] of [
    ["of A4", bookletOf("a4")],
    ["of Letter", bookletOf("letter")],
    ["of A6 pages, cut from A4", bookletOf("a4", "a6")],
  ] as const) {
    test(`${what} reads in order when it is folded, in both directions`, () => {
      fc.assert(
        fc.property(anyBook, ({ pageCount, direction }) => {
          const sides = imposePages(pageCount, imposition, direction);
          assert.equal(sides.length % 2, 0);
          let sheets = cutSheets(sides, imposition.spreadsPerSide === 2);
          const read = listFolds(pageCount).flatMap((count) => {
            const fold = sheets.slice(0, count);
            sheets = sheets.slice(count);
            return readFolded(fold, direction);
          });
          const inOrder = Array.from({ length: Math.ceil(pageCount / 4) * 4 }, (_, page) =>
            page < pageCount ? page : undefined,
          );
          assert.deepEqual(read, inOrder);
          // An odd half sheet is left over blank.
          assert.ok(sheets.flat().every((pair) => Object.keys(pair).length === 0));
          assert.equal(sides.length / 2, countSheets(pageCount, { ...layout, imposition }));
        }),
        sameCases(),
      );
    });
  }
  const layout = layPages(paperOf("a5"), "two");

  test("has its pages at the fold, and inner sheets nearer to it by their thickness", () => {
    const sides = imposePages(40, bookletOf("a4"), "ltr");
    const fold = (297 / 2) * MM;
    for (const [at, { pages }] of sides.entries()) {
      const creep = Math.floor(at / 2) * 0.1 * MM;
      const [left, right] = pages;
      assert.ok(left && right);
      assert.ok(Math.abs(left.leftPt + 148 * MM - creep - fold) < 0.001);
      assert.ok(Math.abs(right.leftPt + creep - fold) < 0.001);
      assert.equal(left.scale, 1);
    }
  });

  test("has marks on the two sides that are seen while folding, in the margins", () => {
    const sides = imposePages(16, bookletOf("a4"), "rtl");
    const kinds = sides.map(({ marks }) => marks.map(({ kind }) => kind).join(" "));
    assert.deepEqual(kinds, ["fold fold staple staple", "", "", "", "", "", "", "fold fold"]);
    for (const { marks, heightPt } of sides) {
      for (const { kind, from, to } of marks.filter((mark) => mark.kind === "fold")) {
        const ends = [from[1], to[1]].map((y) => Math.min(y, heightPt - y));
        assert.ok(Math.max(...ends) <= 8.001 * MM, kind);
      }
    }
  });

  test("of very many pages has several folds, as even as can be", () => {
    assert.deepEqual(listFolds(1), [1]);
    assert.deepEqual(listFolds(80), [20]);
    assert.deepEqual(listFolds(81), [10, 11]);
    assert.deepEqual(listFolds(300), [18, 19, 19, 19]);
  });
});

describe("several pages on a side", () => {
  const place = (sheet: string, count: 2 | 4, direction: "ltr" | "rtl", pageCount: number) => {
    const { imposition } = layPagesTogether(paperOf(sheet), count, "one");
    if (imposition === undefined) throw new RangeError(sheet);
    return imposePages(pageCount, imposition, direction);
  };
  /** Pages row by row from the top, in each row from the side where reading begins. */
  const readSide = ({ pages }: SheetSide, direction: "ltr" | "rtl") => {
    const turn = direction === "rtl" ? -1 : 1;
    return [...pages]
      .sort((one, other) => other.bottomPt - one.bottomPt || turn * (one.leftPt - other.leftPt))
      .map(({ page }) => page);
  };

  for (const sheet of ["a4", "letter", "297x210"]) {
    for (const count of [2, 4] as const) {
      test(`${count} on ${sheet} follow the order of reading and stay on the sheet`, () => {
        fc.assert(
          fc.property(anyBook, ({ pageCount, direction }) => {
            const sides = place(sheet, count, direction, pageCount);
            assert.deepEqual(
              sides.flatMap((side) => readSide(side, direction)),
              Array.from({ length: pageCount }, (_, page) => page),
            );
            const paper = paperOf(sheet);
            for (const { pages, widthPt, heightPt } of sides) {
              for (const { leftPt, bottomPt, scale } of pages) {
                assert.ok(scale < 0.72 && scale > 0.49);
                assert.ok(leftPt > -0.01 && bottomPt > -0.01);
                assert.ok(leftPt + paper.widthMm * scale * MM < widthPt + 0.01);
                assert.ok(bottomPt + paper.heightMm * scale * MM < heightPt + 0.01);
              }
            }
          }),
          sameCases(30),
        );
      });
    }
  }
});

test("sheets are counted by sides, folds and pages on a side", () => {
  const a4 = paperOf("a4");
  const booklet = layBooklet(a4);
  const pocket = layBooklet(a4, paperOf("a6"));
  assert.ok(booklet && pocket);
  assert.equal(describePaper(pocket.page), "A6");
  const layouts = [
    layPages(a4, "one"),
    layPages(a4, "two"),
    booklet,
    pocket,
    layPagesTogether(a4, 2, "one"),
    layPagesTogether(a4, 4, "two"),
  ];
  assert.deepEqual(
    layouts.map((layout) => countSheets(29, layout)),
    [29, 15, 8, 4, 15, 4],
  );
});

test("openers get odd pages by as few blank pages as do it, and both ways agree", () => {
  const anyChapters = fc.array(
    fc.record({ length: fc.integer({ min: 1, max: 6 }), isOpener: fc.boolean() }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(anyChapters, (chapters) => {
      const folios = new Map<string, number>();
      let next = 1;
      for (const [at, { length }] of chapters.entries()) {
        folios.set(`s${at}`, next);
        folios.set(`end-of-s${at}`, next + length - 1);
        next += length;
      }
      const openers = chapters.flatMap(({ isOpener }, at) => (isOpener ? [`s${at}`] : []));
      const blanks = findBlankPages(folios, openers);
      const moved = addBlankPages(folios, blanks);
      for (const id of openers) assert.equal((moved.get(id) ?? 0) % 2, 1, id);
      for (const id of blanks) {
        const before = Number(id.slice(1)) - 1;
        assert.equal((moved.get(id) ?? 0) - (moved.get(`end-of-s${before}`) ?? 0), 2);
      }
      for (const [at, { length }] of chapters.entries()) {
        const [start = 0, end = 0] = [moved.get(`s${at}`), moved.get(`end-of-s${at}`)];
        assert.equal(end - start, length - 1, "no blank page within a chapter");
      }
      assert.deepEqual(removeBlankPages(moved, blanks), folios);
      assert.deepEqual(findBlankPages(moved, openers), []);
    }),
    sameCases(),
  );
});
