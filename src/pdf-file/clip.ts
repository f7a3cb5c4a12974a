import { type Matrix, multiply, placeOf } from "./matrix.ts";

/** In points from the page's lower left corner. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** So far beyond an edge nothing is missed, in points. */
const MARGIN = 1;

export function isWithin([left, bottom, right, top]: Rectangle, x: number, y: number): boolean {
  return x >= left - MARGIN && x <= right + MARGIN && y >= bottom - MARGIN && y <= top + MARGIN;
}

/** What a rectangle leaves of what can be seen; of a turned one the rectangle around it. */
export function clipTo(
  clip: Rectangle,
  matrix: Matrix,
  [x = 0, y = 0, width = 0, height = 0]: readonly number[],
): Rectangle {
  const corners = [x, x + width].flatMap((across) =>
    [y, y + height].map((up) => placeOf(multiply([1, 0, 0, 1, across, up], matrix))),
  );
  const [least, most] = rangeOf(corners.map(([one]) => one));
  const [lowest, highest] = rangeOf(corners.map(([, one]) => one));
  const [left, bottom, right, top] = clip;
  return [
    Math.max(left, least),
    Math.max(bottom, lowest),
    Math.min(right, most),
    Math.min(top, highest),
  ];
}

/** The least and the most of some numbers. */
export function rangeOf(numbers: readonly number[]): readonly [least: number, most: number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
