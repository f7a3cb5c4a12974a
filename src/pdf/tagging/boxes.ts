import type { Matrix } from "../../pdf-file/matrix.ts";

/** Left, bottom, right and top, in points. */
export type Box = readonly [number, number, number, number];

/** The smallest box around both. */
export function uniteBoxes(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

export function applyTo(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]];
}
