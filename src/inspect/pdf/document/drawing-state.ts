import type { Operand } from "../../../pdf-file/read-content.ts";
import type { PdfDict } from "../file/pdf-value.ts";

/** What decides how the next text looks (ISO 32000-1 §8.4, §9.3). */
export interface DrawingState {
  readonly font: PdfDict | undefined;
  readonly sizePt: number;
  readonly mode: number;
  readonly isWhite: boolean;
  readonly scale: number;
}

export const START: DrawingState = {
  font: undefined,
  sizePt: 0,
  mode: 0,
  isWhite: false,
  scale: 1,
};

/** The square root of the area that a unit has. */
export function scaleOf(matrix: readonly unknown[]): number {
  const [a = 1, b = 0, c = 0, d = 1] = matrix.slice(0, 4).map(Number);
  return Math.sqrt(Math.abs(a * d - b * c)) || 0;
}

/** The colour of paper, in grey, RGB or CMYK. */
export function isWhite(operator: string, operands: readonly Operand[]): boolean {
  const numbers = operands.filter((one): one is number => typeof one === "number");
  if (numbers.length === 0) return false;
  if (operator === "k" || numbers.length === 4) return numbers.every((one) => one < 0.01);
  return numbers.every((one) => one > 0.99);
}
