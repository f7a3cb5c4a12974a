import { type Matrix, multiply } from "./matrix.ts";

/** Left, bottom, right and top, in points of the page. */
export type PageBox = readonly [number, number, number, number];

export function intersect(one: PageBox, other: PageBox): PageBox {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** @param margin so far beyond an edge is still within. */
export function holds(
  [left, bottom, right, top]: PageBox,
  x: number,
  y: number,
  margin = 0,
): boolean {
  return x >= left - margin && x <= right + margin && y >= bottom - margin && y <= top + margin;
}

/** Around lines, each of x and y in turn. */
export function boxAround(outlines: readonly (readonly number[])[]): PageBox {
  let [left, bottom, right, top] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const line of outlines)
    for (let at = 0; at < line.length; at += 2) {
      const x = line[at] ?? 0;
      const y = line[at + 1] ?? 0;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
  return [left, bottom, right, top];
}

/** The box around a box that is turned, moved or stretched. */
export function placeBox([left, bottom, right, top]: PageBox, matrix: Matrix): PageBox {
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
  return boxAround([
    corners.flatMap(([x = 0, y = 0]) => multiply([1, 0, 0, 1, x, y], matrix).slice(4)),
  ]);
}
