import type { Matrix } from "./svg-transforms.ts";

/** A rectangle that holds something, or more. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const NOWHERE: Bounds = {
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
};

export function boundPoints(points: readonly (readonly [number, number])[]): Bounds {
  let bounds = NOWHERE;
  for (const [x, y] of points)
    bounds = joinBounds(bounds, { left: x, top: y, right: x, bottom: y });
  return bounds;
}

export function joinBounds(one: Bounds, other: Bounds): Bounds {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

export function growBounds({ left, top, right, bottom }: Bounds, by: number): Bounds {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

export function cutBounds(one: Bounds, other: Bounds): Bounds {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** They have no point in common. */
export function isApart(one: Bounds, other: Bounds): boolean {
  const { left, top, right, bottom } = cutBounds(one, other);
  return left > right || top > bottom;
}

export function mapBounds(bounds: Bounds, [a, b, c, d, e, f]: Matrix): Bounds {
  if (bounds.left > bounds.right) return bounds;
  const { left, top, right, bottom } = bounds;
  const corners: [number, number][] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  return boundPoints(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]));
}
