import { type PDFArray, PDFNumber } from "@cantoo/pdf-lib";

/** [a b c d e f] (ISO 32000-1 §8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Row vectors, as PDF has them: first `a`, then `b` (ISO 32000-1 §8.3.4). */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

export function placeOf(matrix: Matrix): readonly [xPt: number, yPt: number] {
  return [matrix[4], matrix[5]];
}

/** The square root of the area: a slanted (imitated italic) glyph keeps its size. */
export function heightOf(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}

export function matrixOf(operands: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = operands.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

export function numbersOf(list: PDFArray): readonly number[] {
  return list.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0));
}
