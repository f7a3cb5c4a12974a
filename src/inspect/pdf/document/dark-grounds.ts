import { type Matrix, multiply } from "../../../pdf-file/matrix.ts";
import type { Operand } from "../../../pdf-file/read-content.ts";

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** A page has a few dozen boxes of colour. */
const MOST_GROUNDS = 500;
/** Points of a path by operator: how many of its operands are pairs of coordinates. */
const POINTS: Readonly<Record<string, number>> = { m: 1, l: 1, c: 3, v: 2, y: 2 };
const ENDS = new Set(["n", "S", "s"]);
const FILLS = new Set(["f", "F", "f*", "B", "B*", "b", "b*"]);

/** Where a page has been painted in a colour: white letters are seen there (ISO 32000-1 §8.5). */
export class DarkGrounds {
  readonly #boxes: Box[] = [];
  #path: Box | undefined;

  /** Follows an operation that may be one of a path. */
  follow(operator: string, operands: readonly Operand[], matrix: Matrix, isWhite: boolean): void {
    const numbers = operands.map(Number);
    if (operator === "re") {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      this.#reach(x, y, matrix);
      this.#reach(x + width, y + height, matrix);
    } else if (POINTS[operator] !== undefined) {
      for (let at = 0; at < 2 * POINTS[operator]; at += 2)
        this.#reach(numbers[at] ?? 0, numbers[at + 1] ?? 0, matrix);
    } else if (FILLS.has(operator)) {
      if (!isWhite && this.#path !== undefined) this.#add(this.#path);
      this.#path = undefined;
    } else if (ENDS.has(operator)) this.#path = undefined;
  }

  /** A picture, which fills the unit square (ISO 32000-1 §8.9.5). */
  addPicture(matrix: Matrix): void {
    this.#path = undefined;
    this.#reach(0, 0, matrix);
    this.#reach(1, 1, matrix);
    if (this.#path !== undefined) this.#add(this.#path);
    this.#path = undefined;
  }

  holds(x: number, y: number): boolean {
    return this.#boxes.some(
      ([left, bottom, right, top]) => x >= left && x <= right && y >= bottom && y <= top,
    );
  }

  #add(box: Box): void {
    if (this.#boxes.length >= MOST_GROUNDS) this.#boxes.shift();
    this.#boxes.push(box);
  }

  #reach(x: number, y: number, matrix: Matrix): void {
    const [, , , , px, py] = multiply([1, 0, 0, 1, x, y], matrix);
    const [left, bottom, right, top] = this.#path ?? [px, py, px, py];
    this.#path = [Math.min(left, px), Math.min(bottom, py), Math.max(right, px), Math.max(top, py)];
  }
}
