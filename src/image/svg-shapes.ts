import { type Bounds, boundPoints, NOWHERE } from "./svg-bounds.ts";
import { joinNumbers, readLength, readNumbers, writeNumber } from "./svg-numbers.ts";
import { type Outline, writePath } from "./svg-paths.ts";
import type { SvgNode } from "./svg-tree.ts";

const POINTS: ReadonlySet<string> = new Set(["polygon", "polyline"]);

/** Shapes that markers stand on. */
export const MARKED: ReadonlySet<string> = new Set(["line", "path", ...POINTS]);

/** Shapes that may be filled in two ways. */
export const WOUND: ReadonlySet<string> = new Set(["path", ...POINTS]);

/** The outline of a path, polyline or polygon, each written once. */
export class Outlines {
  readonly #decimalsOf: (node: SvgNode) => number;
  readonly #known = new Map<SvgNode, Outline>();

  /** @param decimalsOf how exact the lengths of an element are. */
  constructor(decimalsOf: (node: SvgNode) => number) {
    this.#decimalsOf = decimalsOf;
  }

  of(node: SvgNode): Outline | undefined {
    if (!WOUND.has(node.name)) return undefined;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const isPath = node.name === "path";
    const text = node.attributes.get(isPath ? "d" : "points") ?? "";
    const outline = (isPath ? writePath : writePoints)(text, this.#decimalsOf(node));
    this.#known.set(node, outline);
    return outline;
  }
}

/**
 * Whether there is anything of a shape, and where, without its line: `none`, `point` where only a
 * line with ends of its own shows, or its bounds; undefined where they follow from what is not known.
 */
export function extendShape(
  node: SvgNode,
  outlines: Outlines,
): Bounds | "none" | "point" | undefined {
  const outline = outlines.of(node);
  if (outline !== undefined) {
    if (outline.text === "") return "none";
    return outline.isLong ? outline.bounds : "point";
  }
  const length = (name: string) => {
    const text = node.style.get(name) ?? readLength(node.attributes.get(name) ?? "0") ?? "0";
    return text.endsWith("%") ? undefined : Number(text);
  };
  const box = (x?: number, y?: number, width?: number, height?: number) =>
    x === undefined || y === undefined || width === undefined || height === undefined
      ? undefined
      : boundPoints([
          [x, y],
          [x + width, y + height],
        ]);
  switch (node.name) {
    case "line": {
      const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map(length);
      const isPoint = x1 !== undefined && y1 !== undefined && x1 === x2 && y1 === y2;
      if (isPoint) return "point";
      return x2 === undefined || y2 === undefined
        ? undefined
        : box(x1, y1, x2 - (x1 ?? 0), y2 - (y1 ?? 0));
    }
    case "rect": {
      const [width, height] = [length("width"), length("height")];
      return isNothing(width) || isNothing(height)
        ? "none"
        : box(length("x"), length("y"), width, height);
    }
    default: {
      const [cx = Number.NaN, cy = Number.NaN] = [length("cx"), length("cy")];
      const radii = node.name === "circle" ? ["r", "r"] : ["rx", "ry"];
      const [rx, ry] = radii.map((name) =>
        length(node.style.has(name) ? name : (radii.find((one) => node.style.has(one)) ?? name)),
      );
      if (isNothing(rx) || isNothing(ry)) return "none";
      const bounds = box(cx - (rx ?? 0), cy - (ry ?? 0), 2 * (rx ?? 0), 2 * (ry ?? 0));
      const isKnown = rx !== undefined && ry !== undefined && Number.isFinite(cx + cy);
      return isKnown ? (bounds ?? NOWHERE) : undefined;
    }
  }
}

function isNothing(length: number | undefined): boolean {
  return length !== undefined && length <= 0;
}

/** The points of a polyline or polygon. */
function writePoints(text: string, decimals: number): Outline {
  const numbers = readNumbers(text);
  if (numbers.length % 2 === 1) numbers.pop();
  const bounds = boundPoints(
    numbers.flatMap((x, at) => (at % 2 === 0 ? [[x, numbers[at + 1] ?? 0] as const] : [])),
  );
  const joined = joinNumbers(numbers.map((number) => writeNumber(number, decimals)));
  return { text: joined, bounds, isLong: numbers.length > 2 };
}
