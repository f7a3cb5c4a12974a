import { IDENTITY, type Matrix, matrixOf, multiply } from "../pdf-file/matrix.ts";
import type { Operand } from "../pdf-file/read-content.ts";
import type { DrawingState } from "./drawing-state.ts";

/** Where the next glyph stands (ISO 32000-1 §9.4). */
export class TextCursor {
  /** From the text's own space to where things are drawn. */
  matrix: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  /** @returns whether the operation is one that moves in text. */
  follow(operator: string, operands: readonly Operand[], state: DrawingState): boolean {
    switch (operator) {
      case "BT":
        this.#start(IDENTITY);
        return true;
      case "Tm":
        this.#start(matrixOf(operands));
        return true;
      case "Td":
      case "TD":
        this.#move(Number(operands[0]) || 0, Number(operands[1]) || 0);
        return true;
      case "T*":
        this.nextLine(state);
        return true;
    }
    return false;
  }

  nextLine({ leading }: DrawingState): void {
    this.#move(0, -leading);
  }

  /** Along the line, in the text's own space; down where it is written from top to bottom. */
  advance(by: number, isVertical: boolean): void {
    const { matrix } = this;
    const [x, y] = isVertical ? [0, by] : [by, 0];
    this.matrix = [
      matrix[0],
      matrix[1],
      matrix[2],
      matrix[3],
      matrix[4] + x * matrix[0] + y * matrix[2],
      matrix[5] + x * matrix[1] + y * matrix[3],
    ];
  }

  #move(x: number, y: number): void {
    this.#start(multiply([1, 0, 0, 1, x, y], this.#line));
  }

  #start(matrix: Matrix): void {
    this.#line = matrix;
    this.matrix = matrix;
  }
}
