import { intersect, type PageBox } from "../pdf-file/page-box.ts";
import type { Limits } from "../pdf-syntax/limits.ts";

/** Cells across a page, to find what stands near. */
const CELLS = 24;
/** Letters that stand over each other by more of the smaller one are not read. */
const MOST_SHARED = 0.6;

/** Letters that were drawn on each other. */
export class LetterPiles {
  piled = 0;
  readonly #limits: Limits;
  readonly #page: PageBox;
  readonly #cells = new Map<number, PageBox[]>();

  constructor(limits: Limits, page: PageBox) {
    this.#limits = limits;
    this.#page = page;
  }

  add(box: PageBox): void {
    const [left, bottom, right, top] = intersect(box, this.#page);
    if (!(left < right && bottom < top)) return;
    const [pageLeft, pageBottom, pageRight, pageTop] = this.#page;
    const cell = (part: number, whole: number) =>
      Math.min(CELLS - 1, Math.floor((part / whole) * CELLS));
    let isPiled = false;
    const lastX = cell(right - pageLeft, pageRight - pageLeft);
    const lastY = cell(top - pageBottom, pageTop - pageBottom);
    for (let x = cell(left - pageLeft, pageRight - pageLeft); x <= lastX; x += 1)
      for (let y = cell(bottom - pageBottom, pageTop - pageBottom); y <= lastY; y += 1) {
        const near = this.#cells.get(x * CELLS + y) ?? [];
        this.#cells.set(x * CELLS + y, near);
        if (!this.#limits.spend("drawing operations", 1 + (near.length >> 4))) return;
        isPiled ||= near.some((other) => isShared(box, other));
        near.push(box);
      }
    if (isPiled) this.piled += 1;
  }
}

function isShared(one: PageBox, other: PageBox): boolean {
  const shared = areaOf(intersect(one, other));
  return shared > MOST_SHARED * Math.min(areaOf(one), areaOf(other));
}

function areaOf([left, bottom, right, top]: PageBox): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}
