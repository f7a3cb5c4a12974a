import { type Matrix, multiply } from "../pdf-file/matrix.ts";
import type { Operand } from "../pdf-file/read-content.ts";

/** Points of one path. */
export const MOST_POINTS = 20_000;
const CURVE_STEPS = 4;

interface Path {
  /** As x and y in turn, in the page's own units. */
  readonly outlines: readonly (readonly number[])[];
  /** It is one upright rectangle. */
  readonly isBox: boolean;
  /** It has more points than are kept. */
  readonly isCut: boolean;
}

/** Makes paths of the operations that build them (ISO 32000-1 §8.5.2); curves become a few lines. */
export class PathBuilder {
  #lines: number[][] = [];
  #points = 0;
  #isRectangle = false;

  /** @returns whether the operation is one that builds a path. */
  follow(operator: string, operands: readonly Operand[], matrix: Matrix): boolean {
    const [x = 0, y = 0, width = 0, height = 0] = operands.map((one) => Number(one) || 0);
    switch (operator) {
      case "re":
        this.#lines.push([]);
        this.#isRectangle = matrix[1] === 0 && matrix[2] === 0;
        this.#reach(x, y, matrix);
        this.#reach(x + width, y, matrix);
        this.#reach(x + width, y + height, matrix);
        this.#reach(x, y + height, matrix);
        return true;
      case "m":
        this.#lines.push([]);
        this.#isRectangle = false;
        this.#reach(x, y, matrix);
        return true;
      case "l":
        this.#reach(x, y, matrix);
        return true;
      case "c":
      case "v":
      case "y":
        this.#curve(operator, operands.map(Number), matrix);
        return true;
    }
    return false;
  }

  /** The path that was built; the next begins. */
  take(): Path {
    const outlines = this.#lines.filter(({ length }) => length > 2);
    const isBox = this.#isRectangle && this.#lines.length === 1;
    const isCut = this.#points > MOST_POINTS;
    this.#lines = [];
    this.#points = 0;
    return { outlines, isBox, isCut };
  }

  #curve(operator: string, numbers: readonly number[], matrix: Matrix): void {
    const line = this.#lines.at(-1);
    if (line === undefined || line.length < 2) return;
    const start: readonly number[] = line.slice(-2);
    const [first = start, second = start, last = second] = [0, 2, 4]
      .filter((at) => at + 1 < numbers.length)
      .map((at) => place(numbers[at] ?? 0, numbers[at + 1] ?? 0, matrix));
    const end = operator === "c" ? last : second;
    const from = operator === "v" ? start : first;
    const to = operator === "c" ? second : operator === "v" ? first : end;
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
    const [toX = 0, toY = 0] = place(x, y, matrix);
    this.#push(toX, toY);
  }

  #push(x: number, y: number): void {
    this.#points += 1;
    if (this.#points > MOST_POINTS) return;
    if (this.#lines.length === 0) this.#lines.push([]);
    this.#lines.at(-1)?.push(x, y);
  }
}

function place(x: number, y: number, matrix: Matrix): readonly number[] {
  return multiply([1, 0, 0, 1, x, y], matrix).slice(4);
}
