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

export function holds([left, bottom, right, top]: PageBox, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}
