import { GRADIENTS, readViewBox } from "./svg-allow-list.ts";
import { listReferences } from "./svg-references.ts";
import { IDENTITY, type Matrix, readTransform, stretchOf } from "./svg-transforms.ts";
import type { SvgNode, SvgTree } from "./svg-tree.ts";

/**
 * Of the larger side of a drawing so many parts are told apart: on a page as wide as a hand's span that
 * is a 20th of a millimetre. What is finer nobody sees; it could number a copy.
 */
const PARTS = 5000;

/** How many decimals lengths keep in the space of an element, and in the one in which it stands. */
export interface Precision {
  readonly inside: number;
  readonly outside: number;
}

/** Chains of references that are longer are drawn by no reader. */
const MOST_STEPS = 500;

/** Decimals that tell apart what is seen, where lengths become `stretch` times as long. */
export function decimalsFor(side: number, stretch = 1): number {
  const decimals = Math.ceil(Math.log10((PARTS * stretch) / side));
  return Math.min(9, Math.max(-3, Number.isFinite(decimals) ? decimals : 0));
}

/**
 * How exact the lengths of each element must be: as its transforms and those of all around it, or of
 * what draws it once more, enlarge it.
 *
 * @param side the larger of the view box.
 */
export function measurePrecision(tree: SvgTree, side: number): (node: SvgNode) => Precision {
  const referrers = new Map<SvgNode, SvgNode[]>();
  const waiting = [tree.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { id } of listReferences(node)) {
      const target = tree.byId.get(id);
      if (target === undefined) continue;
      const known = referrers.get(target);
      if (known === undefined) referrers.set(target, [node]);
      else known.push(node);
    }
    for (const child of node.children) waiting.push(child);
  }
  const outer = new Map<SvgNode, number>();
  const stretchAround = (node: SvgNode, steps: number): number => {
    const known = outer.get(node);
    if (known !== undefined) return known;
    if (steps > MOST_STEPS) return 1;
    // Whoever refers to itself adds nothing.
    outer.set(node, 0);
    const { parent } = node;
    let stretch =
      parent === undefined ? 1 : stretchAround(parent, steps + 1) * enlarge(parent, side);
    for (const one of referrers.get(node) ?? []) {
      const other = stretchAround(one, steps + 1) * enlarge(one, side);
      if (other > stretch) stretch = other;
    }
    outer.set(node, stretch);
    return stretch;
  };
  return (node) => {
    const around = stretchAround(node, 0);
    const within = Math.max(around, around * enlarge(node, side)) * partsOf(node, side);
    return { inside: decimalsFor(side, within), outside: decimalsFor(side, around) };
  };
}

/** How many times as long what stands in an element becomes. */
function enlarge(node: SvgNode, side: number): number {
  const { attributes, style, parent } = node;
  const matrix = matrixOf(node);
  const box = parent === undefined ? undefined : readViewBox(attributes.get("viewBox") ?? "");
  const [, , boxWidth = 0, boxHeight = 0] = (box ?? "").split(" ").map(Number);
  const [width, height] = ["width", "height"].map((name) => Number(style.get(name) ?? Number.NaN));
  const [wide = side, high = side] = [width, height].map((one) => (one && one > 0 ? one : side));
  const fit = box === undefined ? 1 : Math.max(wide / boxWidth, high / boxHeight);
  const isOfBox = ["clipPathUnits", "maskContentUnits", "patternContentUnits"].some(
    (name) => attributes.get(name)?.trim() === "objectBoundingBox",
  );
  return stretchOf(matrix) * fit * (isOfBox ? side : 1);
}

/** The own lengths of some elements are parts of what they are for. */
function partsOf({ name, attributes }: SvgNode, side: number): number {
  const units = attributes.get(
    name === "mask" ? "maskUnits" : name === "pattern" ? "patternUnits" : "gradientUnits",
  );
  const isPart = /^(?:mask|pattern|linearGradient|radialGradient)$/.test(name);
  return isPart && units?.trim() !== "userSpaceOnUse" ? side : 1;
}

/** By what an element turns and moves what it holds, or its tint. */
export function matrixOf({ name, attributes, style }: SvgNode): Matrix {
  const isTint = GRADIENTS.has(name) || name === "pattern";
  if (isTint) {
    const of = name === "pattern" ? "patternTransform" : "gradientTransform";
    return readTransform(attributes.get(of) ?? "") ?? IDENTITY;
  }
  const numbers = style.get("transform")?.split(" ").map(Number);
  return (numbers as unknown as Matrix) ?? IDENTITY;
}
