import { heightOf, IDENTITY, type Matrix } from "../../../pdf-file/matrix.ts";
import type { Operand } from "../../../pdf-file/read-content.ts";
import type { PdfDict } from "../file/pdf-value.ts";

/** What decides how the next text looks (ISO 32000-1 §8.4, §9.3). */
export interface DrawingState {
  readonly font: PdfDict | undefined;
  readonly sizePt: number;
  readonly mode: number;
  readonly isWhite: boolean;
  /** From where things are drawn to the page. */
  readonly matrix: Matrix;
}

export const START: DrawingState = {
  font: undefined,
  sizePt: 0,
  mode: 0,
  isWhite: false,
  matrix: IDENTITY,
};

/** Left, bottom, right and top of what is seen of a page, in points. */
export type PageBox = readonly [number, number, number, number];

/** How text that is there is not seen; undefined where it is. */
export type Unseen = "invisible" | "white" | "tiny" | "outside";

/**
 * @param matrix from the text's line to the page.
 * @param isDrawn whether the glyphs are drawings of the PDF's own, whose size says nothing.
 */
export function findUnseen(
  { mode, sizePt, isWhite: hasNoColour }: DrawingState,
  matrix: Matrix,
  box: PageBox,
  glyphs: number,
  isDrawn: boolean,
): Unseen | undefined {
  const heightPt = sizePt * heightOf(matrix);
  if (mode === 3 || mode === 7) return "invisible";
  if (heightPt < 1 && !isDrawn) return "tiny";
  if (isOutside(matrix, box, heightPt, glyphs)) return "outside";
  return hasNoColour && mode === 0 ? "white" : undefined;
}

/** Lines that begin beside the page may run into it: so far that they cannot. */
function isOutside(matrix: Matrix, box: PageBox, heightPt: number, glyphs: number): boolean {
  const [left, bottom, right, top] = box;
  const [x, y] = [matrix[4], matrix[5]];
  const reach = heightPt * (glyphs + 1);
  // Turned text runs upwards or downwards.
  const isTurned = Math.abs(matrix[1]) > Math.abs(matrix[0]);
  const [acrossReach, upReach] = isTurned ? [heightPt, reach] : [reach, heightPt];
  const isRightToLeft = matrix[0] < 0 || matrix[1] < 0;
  if (right <= left || top <= bottom || ![x, y].every(Number.isFinite)) return false;
  return (
    x + acrossReach < left ||
    x - (isRightToLeft ? acrossReach : 0) > right ||
    y + upReach < bottom ||
    y - (isTurned ? upReach : heightPt) > top
  );
}

/** The colour of paper, in grey, RGB or CMYK. */
export function isWhite(operator: string, operands: readonly Operand[]): boolean {
  const numbers = operands.filter((one): one is number => typeof one === "number");
  if (numbers.length === 0) return false;
  if (operator === "k" || numbers.length === 4) return numbers.every((one) => one < 0.01);
  return numbers.every((one) => one > 0.99);
}
