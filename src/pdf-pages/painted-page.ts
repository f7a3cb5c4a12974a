import { type Matrix, multiply } from "../pdf-file/matrix.ts";
import { boxAround, holds, intersect, type PageBox } from "../pdf-file/page-box.ts";
import type { Operand } from "../pdf-file/read-content.ts";
import type { Limits } from "../pdf-syntax/limits.ts";
import { type DrawingState, PAPER } from "./drawing-state.ts";
import { LetterPiles } from "./letter-piles.ts";
import { type Colour, isSameColour } from "./paint-colour.ts";
import { type Area, isInside } from "./painted-area.ts";
import { MOST_POINTS, PathBuilder } from "./path-builder.ts";

/** A glyph by the middle of its foot and of its height, or a point of a picture. */
interface Mark {
  readonly x: number;
  readonly low: number;
  readonly upX: number;
  readonly high: number;
  readonly isPicture: boolean;
}

/** A page has a few dozen grounds of colour. */
const MOST_AREAS = 2000;
/** Edges in each other to which drawing is bound, beside upright boxes. */
const MOST_CUTS = 12;
/** Cells across a page, to find what lies under something. */
const CELLS = 24;
/** Points of a picture across and up. */
const PICTURE_POINTS = 8;
/** Lines that are as thick cover what is under them, in points. */
const THICK_PT = 4;
/** What is painted with less lets through what is under it. */
const OPAQUE = 0.75;
/** Pictures with less of their colour, or narrower, are not seen. */
const LEAST_ALPHA = 0.1;
const LEAST_PICTURE_PT = 0.5;
const FILLS = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES = new Set(["S", "s", "B", "B*", "b", "b*"]);

/** What has been painted on a page, in which order and colour (ISO 32000-1 §8.5, §11.3). */
export class PaintedPage {
  readonly #limits: Limits;
  readonly #box: PageBox;
  readonly #areas: Area[] = [];
  readonly #colours: Colour[] = [PAPER];
  readonly #cells = new Map<number, Mark[]>();
  readonly #path = new PathBuilder();
  readonly letters: LetterPiles;
  #isClip = false;
  #isEvenOdd = false;
  /** What was too much to be followed: whether something is seen is not known then. */
  readonly omitted = new Set<string>();
  /** Glyphs on a picture, a pattern or a shading. */
  unsureGlyphs = 0;
  #hasUnknownGround = false;
  /** Points of pictures that are cut off, transparent, or beside the page. */
  unseenPictures = 0;
  /** Glyphs and points of pictures over which something was painted. */
  coveredGlyphs = 0;
  coveredPictures = 0;

  constructor(limits: Limits, box: PageBox) {
    this.#limits = limits;
    this.#box = box;
    this.letters = new LetterPiles(limits, box);
  }

  /**
   * Follows an operation that may be one of a path.
   *
   * @returns what is left to paint in, where the operation ends a path that clips.
   */
  follow(
    operator: string,
    operands: readonly Operand[],
    state: DrawingState,
  ): Pick<DrawingState, "clip" | "cuts"> | undefined {
    if (this.#path.follow(operator, operands, state.matrix)) return undefined;
    if (operator === "W" || operator === "W*") {
      this.#isClip = true;
      this.#isEvenOdd = operator === "W*";
      return undefined;
    }
    if (operator !== "n" && !FILLS.has(operator) && !STROKES.has(operator)) return undefined;
    return this.#paint(operator, state);
  }

  /** A picture, which fills the unit square (ISO 32000-1 §8.9.5). */
  addPicture(state: DrawingState): void {
    const unit = new PathBuilder();
    unit.follow("re", [0, 0, 1, 1], state.matrix);
    this.#cover(unit.take().outlines, state, state.fillAlpha, false, undefined);
    const [a, b, c, d] = state.matrix;
    const isSeen =
      state.fillAlpha * state.groupAlpha >= LEAST_ALPHA &&
      Math.min(Math.hypot(a, b), Math.hypot(c, d)) >= LEAST_PICTURE_PT;
    for (let across = 0.5; across < PICTURE_POINTS; across += 1)
      for (let up = 0.5; up < PICTURE_POINTS; up += 1) {
        const part = [1, 0, 0, 1, across / PICTURE_POINTS, up / PICTURE_POINTS] as const;
        const [, , , , x, y] = multiply(part, state.matrix);
        if (
          isSeen &&
          holds(this.#box, x, y) &&
          holds(state.clip, x, y) &&
          this.isWithin(state, x, y)
        )
          this.#addMark({ x, low: y, upX: x, high: y, isPicture: true });
        else this.unseenPictures += 1;
      }
  }

  /** Whether a place is within all edges that are no boxes. */
  isWithin({ cuts }: DrawingState, x: number, y: number): boolean {
    return cuts.every((cut) => {
      const points = cut.outlines?.reduce((sum, { length }) => sum + length, 0) ?? 0;
      return this.#limits.spend("drawing operations", points >> 6) && isInside(cut, x, y);
    });
  }

  /** A shading, which fills all that is not clipped away. */
  addShading(state: DrawingState): void {
    const [left, bottom, right, top] = intersect(state.clip, this.#box);
    this.addBox([left, bottom, right, top], state, undefined);
  }

  /** A box in the page's own units. */
  addBox([left, bottom, right, top]: PageBox, state: DrawingState, colour: Colour): void {
    const outline = [left, bottom, right, bottom, right, top, left, top];
    this.#cover([outline], state, state.fillAlpha, false, colour);
  }

  addGlyph(low: Matrix, high: Matrix): void {
    this.#addMark({ x: low[4], low: low[5], upX: high[4], high: high[5], isPicture: false });
  }

  /** Whether something is painted in a colour like this one, or in one that is not known, or paper is. */
  isGround(colour: Colour): boolean {
    return this.#hasUnknownGround || this.#colours.some((one) => isSameColour(one, colour));
  }

  /** The colour on which something stands there; undefined where it is not known. */
  groundAt(x: number, y: number): Colour {
    if (!this.#limits.spend("drawing operations", this.#areas.length >> 4)) return undefined;
    const area = this.#areas.findLast((one) => isInside(one, x, y));
    return area === undefined ? PAPER : area.colour;
  }

  #paint(operator: string, state: DrawingState): Pick<DrawingState, "clip" | "cuts"> | undefined {
    const isClip = this.#isClip;
    const isEvenOdd = this.#isEvenOdd;
    const { outlines, isBox, isCut } = this.#path.take();
    this.#isClip = false;
    if (isCut) this.omitted.add(`a drawing of more than ${MOST_POINTS} points`);
    if (outlines.length > 0 && FILLS.has(operator))
      this.#cover(outlines, state, state.fillAlpha, operator.includes("*"), state.fill, isBox);
    if (STROKES.has(operator)) this.#stroke(outlines, state);
    if (!isClip) return undefined;
    // Nothing is left where the edge encloses nothing.
    const box = boxAround(outlines);
    const clip = intersect(state.clip, box);
    if (isBox) return { clip, cuts: state.cuts };
    const cuts = [...state.cuts, { box, outlines, isEvenOdd, colour: undefined }];
    if (cuts.length > MOST_CUTS) this.omitted.add(`more than ${MOST_CUTS} edges in each other`);
    return { clip, cuts: cuts.slice(-MOST_CUTS) };
  }

  #stroke(outlines: readonly (readonly number[])[], state: DrawingState): void {
    const { matrix, lineWidth } = state;
    const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    if (!(width >= THICK_PT)) return;
    for (const line of outlines)
      for (let at = 0; at + 3 < line.length; at += 2) {
        const [x = 0, y = 0, toX = 0, toY = 0] = line.slice(at, at + 4);
        const length = Math.hypot(toX - x, toY - y) || 1;
        const dx = ((toY - y) / length) * (width / 2);
        const dy = ((toX - x) / length) * (width / 2);
        const strip = [x + dx, y - dy, toX + dx, toY - dy, toX - dx, toY + dy, x - dx, y + dy];
        this.#cover([strip], state, state.strokeAlpha, false, state.stroke);
      }
  }

  #cover(
    outlines: readonly (readonly number[])[],
    state: DrawingState,
    alpha: number,
    isEvenOdd: boolean,
    colour: Colour,
    isBox = false,
  ): void {
    const seen = alpha * state.groupAlpha;
    // What is mixed with what lies below hides it where it is black.
    const isMixed = state.isBlended && !isSameColour(colour, [0, 0, 0]);
    if (outlines.length === 0 || state.hasSoftMask || seen < OPAQUE || isMixed) return;
    const box = intersect(intersect(boxAround(outlines), state.clip), this.#box);
    if (!(box[0] < box[2] && box[1] < box[3])) return;
    const area = { box, outlines: isBox ? undefined : outlines, isEvenOdd, colour };
    if (this.#areas.length >= MOST_AREAS) {
      this.omitted.add(`more than ${MOST_AREAS} areas of colour`);
      this.#areas.shift();
    }
    this.#areas.push(area);
    if (colour === undefined) this.#hasUnknownGround = true;
    else if (this.#colours.length < MOST_AREAS && !this.isGround(colour))
      this.#colours.push(colour);
    this.#coverMarks(area);
  }

  #coverMarks(area: Area): void {
    if (this.#cells.size === 0) return;
    const [left, bottom, right, top] = area.box;
    const [fromX, fromY] = this.#cellOf(left, bottom);
    const [toX, toY] = this.#cellOf(right, top);
    const points = area.outlines?.reduce((sum, { length }) => sum + length, 0) ?? 0;
    const cells = (toX - fromX + 1) * (toY - fromY + 1);
    if (!this.#limits.spend("drawing operations", cells >> 4)) return;
    for (let x = fromX; x <= toX; x += 1)
      for (let y = fromY; y <= toY; y += 1) {
        const marks = this.#cells.get(x * CELLS + y);
        if (marks === undefined) continue;
        if (!this.#limits.spend("drawing operations", (marks.length * (1 + points)) >> 5)) return;
        const left = marks.filter((mark) => {
          const isCovered = isInside(area, mark.x, mark.low) && isInside(area, mark.upX, mark.high);
          if (isCovered && mark.isPicture) this.coveredPictures += 1;
          else if (isCovered) this.coveredGlyphs += 1;
          return !isCovered;
        });
        if (left.length === 0) this.#cells.delete(x * CELLS + y);
        else if (left.length < marks.length) this.#cells.set(x * CELLS + y, left);
      }
  }

  #addMark(mark: Mark): void {
    if (!holds(this.#box, mark.x, mark.low)) return;
    const [x, y] = this.#cellOf(mark.x, mark.low);
    const marks = this.#cells.get(x * CELLS + y);
    if (marks === undefined) this.#cells.set(x * CELLS + y, [mark]);
    else marks.push(mark);
  }

  #cellOf(x: number, y: number): readonly [number, number] {
    const [left, bottom, right, top] = this.#box;
    const cell = (part: number, whole: number) =>
      Math.min(CELLS - 1, Math.max(0, Math.floor((part / whole) * CELLS)));
    return [cell(x - left, right - left), cell(y - bottom, top - bottom)];
  }
}
