import { type Matrix, multiply } from "../../../pdf-file/matrix.ts";
import type { Operand } from "../../../pdf-file/read-content.ts";
import type { Limits } from "../../../pdf-syntax/limits.ts";
import { type DrawingState, holds, intersect, PAPER, type PageBox } from "./drawing-state.ts";
import { type Colour, isSameColour } from "./paint-colour.ts";
import { type Area, boxAround, isInside } from "./painted-area.ts";

/** A glyph by the middle of its foot and of its height, or a point of a picture. */
interface Mark {
  readonly x: number;
  readonly low: number;
  readonly upX: number;
  readonly high: number;
  readonly isPicture: boolean;
}

/** A page has a few dozen grounds of colour. */
const MOST_AREAS = 500;
/** Points of one path; larger ones are taken for the box around them. */
const MOST_POINTS = 20_000;
const CURVE_STEPS = 4;
/** Cells across a page, to find what lies under something. */
const CELLS = 24;
/** Points of a picture across and up. */
const PICTURE_POINTS = 8;
/** Lines that are as thick cover what is under them, in points. */
const THICK_PT = 4;
/** What is painted with less lets through what is under it. */
const OPAQUE = 0.75;
const FILLS = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);
const STROKES = new Set(["S", "s", "B", "B*", "b", "b*"]);

/** What has been painted on a page, in which order and colour (ISO 32000-1 §8.5, §11.3). */
export class PaintedPage {
  readonly #limits: Limits;
  readonly #box: PageBox;
  readonly #areas: Area[] = [];
  readonly #colours: Colour[] = [PAPER];
  readonly #cells = new Map<number, Mark[]>();
  #path: number[][] = [];
  #points = 0;
  #isRectangle = false;
  #isClip = false;
  /** Glyphs and points of pictures over which something was painted. */
  coveredGlyphs = 0;
  coveredPictures = 0;

  constructor(limits: Limits, box: PageBox) {
    this.#limits = limits;
    this.#box = box;
  }

  /**
   * Follows an operation that may be one of a path.
   *
   * @returns what is left to paint in, where the operation ends a path that clips.
   */
  follow(operator: string, operands: readonly Operand[], state: DrawingState): PageBox | undefined {
    const { matrix } = state;
    const at = (index: number) => Number(operands[index]) || 0;
    switch (operator) {
      case "re":
        this.#addRectangle(at(0), at(1), at(2), at(3), matrix);
        return undefined;
      case "m":
        this.#path.push([]);
        this.#isRectangle = false;
        this.#reach(at(0), at(1), matrix);
        return undefined;
      case "l":
        this.#reach(at(0), at(1), matrix);
        return undefined;
      case "c":
      case "v":
      case "y":
        this.#curve(operator, operands.map(Number), matrix);
        return undefined;
      case "W":
      case "W*":
        this.#isClip = true;
        return undefined;
    }
    if (operator !== "n" && !FILLS.has(operator) && !STROKES.has(operator)) return undefined;
    return this.#paint(operator, state);
  }

  /** A picture, which fills the unit square (ISO 32000-1 §8.9.5). */
  addPicture(state: DrawingState): void {
    this.#addRectangle(0, 0, 1, 1, state.matrix);
    const outlines = this.#takePath();
    this.#cover(outlines, state, state.fillAlpha, false, undefined);
    for (let across = 0.5; across < PICTURE_POINTS; across += 1)
      for (let up = 0.5; up < PICTURE_POINTS; up += 1) {
        const place = multiply(
          [1, 0, 0, 1, across / PICTURE_POINTS, up / PICTURE_POINTS],
          state.matrix,
        );
        this.#addMark({
          x: place[4],
          low: place[5],
          upX: place[4],
          high: place[5],
          isPicture: true,
        });
      }
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

  /** Whether something is painted in a colour like this one, or paper is. */
  isGround(colour: Colour): boolean {
    return this.#colours.some((one) => isSameColour(one, colour));
  }

  /** The colour on which something stands there; undefined where it is not known. */
  groundAt(x: number, y: number): Colour {
    if (!this.#limits.spend("drawing operations", this.#areas.length >> 4)) return undefined;
    const area = this.#areas.findLast((one) => isInside(one, x, y));
    return area === undefined ? PAPER : area.colour;
  }

  #paint(operator: string, state: DrawingState): PageBox | undefined {
    const isClip = this.#isClip;
    const isBox = this.#isRectangle && this.#path.length === 1;
    const outlines = this.#takePath();
    if (outlines.length === 0) return undefined;
    if (FILLS.has(operator))
      this.#cover(outlines, state, state.fillAlpha, operator.includes("*"), state.fill, isBox);
    if (STROKES.has(operator)) this.#stroke(outlines, state);
    return isClip ? intersect(state.clip, boxAround(outlines)) : undefined;
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
    if (this.#areas.length >= MOST_AREAS) this.#areas.shift();
    this.#areas.push(area);
    if (colour !== undefined && this.#colours.length < MOST_AREAS && !this.isGround(colour))
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

  #takePath(): readonly (readonly number[])[] {
    const outlines = this.#path.filter(({ length }) => length > 2);
    this.#path = [];
    this.#points = 0;
    this.#isClip = false;
    return outlines;
  }

  #addRectangle(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    this.#path.push([]);
    this.#isRectangle = matrix[1] === 0 && matrix[2] === 0;
    this.#reach(x, y, matrix);
    this.#reach(x + width, y, matrix);
    this.#reach(x + width, y + height, matrix);
    this.#reach(x, y + height, matrix);
  }

  #curve(operator: string, numbers: readonly number[], matrix: Matrix): void {
    const line = this.#path.at(-1);
    const [toX = 0, toY = 0] = numbers.slice(-2);
    if (line === undefined || line.length < 2) return;
    const start: readonly number[] = line.slice(-2);
    const [first, second] = [numbers.slice(0, 2), numbers.slice(-4, -2)].map(([x = 0, y = 0]) =>
      multiply([1, 0, 0, 1, x, y], matrix).slice(4),
    );
    const end = multiply([1, 0, 0, 1, toX, toY], matrix).slice(4);
    const from = operator === "v" ? start : (first ?? start);
    const to = operator === "y" ? end : (second ?? end);
    for (let step = 1; step <= CURVE_STEPS; step += 1) {
      const t = step / CURVE_STEPS;
      const mix = (at: number) =>
        (1 - t) ** 3 * (start[at] ?? 0) +
        3 * t * (1 - t) ** 2 * (from[at] ?? 0) +
        3 * t * t * (1 - t) * (to[at] ?? 0) +
        t ** 3 * (end[at] ?? 0);
      this.#push(mix(0), mix(1));
    }
  }

  #reach(x: number, y: number, matrix: Matrix): void {
    const place = multiply([1, 0, 0, 1, x, y], matrix);
    this.#push(place[4], place[5]);
  }

  #push(x: number, y: number): void {
    this.#points += 1;
    if (this.#points > MOST_POINTS) return;
    if (this.#path.length === 0) this.#path.push([]);
    this.#path.at(-1)?.push(x, y);
  }
}
