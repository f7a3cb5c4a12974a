import { GRADIENTS, SHAPES } from "./svg-allow-list.ts";
import { referenceOf } from "./svg-properties.ts";
import type { SvgNode, SvgTree } from "./svg-tree.ts";

/** Elements that may refer to another by an address of their own. */
const REFERRERS: ReadonlySet<string> = new Set([...GRADIENTS, "pattern", "use"]);

/** Properties that refer to elements. */
const PAINTS = ["fill", "stroke"] as const;
const MARKERS = ["marker-start", "marker-mid", "marker-end"] as const;
export const REFERRING = [...PAINTS, ...MARKERS, "clip-path", "mask"] as const;

/** The ids of elements that an element refers to itself, and by what. */
export function listReferences({ name, attributes, style }: SvgNode): readonly {
  readonly by: string;
  readonly id: string;
}[] {
  const href = REFERRERS.has(name) ? attributes.get("href") : undefined;
  return [
    ...(href === undefined ? [] : [{ by: "href", id: href }]),
    ...REFERRING.flatMap((by) => {
      const reference = referenceOf(style.get(by));
      return reference === undefined ? [] : { by, id: reference.id };
    }),
  ];
}

/** One element that is drawn again by another, `times` times. */
interface Repeat {
  readonly target: string;
  readonly times: number;
}

const DEEPEST_REPEAT = 100;
const MOST_REPEATS = 50_000;

/**
 * Why a drawing asks for too much, or undefined. A `use`, mask, pattern, clip path or marker draws
 * another element again, and that one others: thirty lines can ask for a thousand million shapes.
 */
export function findExcess({ root, byId }: SvgTree): string | undefined {
  const sizes = new Map<string, number>();
  const repeats = new Map<string, Repeat[]>();
  const all: Repeat[] = [];
  const isTint = (id: string) => GRADIENTS.has(byId.get(id)?.name ?? "");
  const walk = (node: SvgNode, above: ReadonlyMap<string, string>, outside: readonly string[]) => {
    const inside = node.id === "" ? outside : [...outside, node.id];
    const given = new Map(above);
    for (const name of [...PAINTS, ...MARKERS]) {
      const value = node.style.get(name);
      if (value !== undefined) given.set(name, value);
    }
    const own = listRepeats(node, given).filter(({ target }) => !isTint(target));
    for (const repeat of own) all.push(repeat);
    for (const id of inside) {
      sizes.set(id, (sizes.get(id) ?? 0) + 1);
      if (own.length === 0) continue;
      const known = repeats.get(id) ?? [];
      if (known.length === 0) repeats.set(id, known);
      for (const repeat of own) known.push(repeat);
    }
    for (const child of node.children) walk(child, given, inside);
  };
  walk(root, new Map(), []);
  const weights = new Map<string, number>();
  const weigh = (id: string, path: ReadonlySet<string>): number => {
    const known = weights.get(id);
    if (known !== undefined) return known;
    // An endless weight is above every limit.
    if (path.has(id) || path.size > DEEPEST_REPEAT) return Number.POSITIVE_INFINITY;
    let total = sizes.get(id) ?? 0;
    const longer = new Set(path).add(id);
    for (const { target, times } of repeats.get(id) ?? []) total += times * weigh(target, longer);
    weights.set(id, total);
    return total;
  };
  let total = 0;
  for (const { target, times } of all) {
    total += times * weigh(target, new Set());
    if (total === Number.POSITIVE_INFINITY) return "repeated shape";
    if (total > MOST_REPEATS) return "number of repeated shapes";
  }
  return undefined;
}

/** @param given what the element has of paints and markers, also from those around it. */
function listRepeats(node: SvgNode, given: ReadonlyMap<string, string>): readonly Repeat[] {
  const { attributes } = node;
  // A marker stands at every point of a line; two characters are the shortest that make one.
  const points = ((attributes.get("d") ?? attributes.get("points") ?? "").length + 1) / 2;
  const own = listReferences(node);
  const drawn = SHAPES.has(node.name) && node.words === undefined ? [...given] : [];
  const passed = drawn.flatMap(([by, value]) => {
    const reference = node.style.has(by) ? undefined : referenceOf(value);
    return reference === undefined ? [] : { by, id: reference.id };
  });
  return [...own, ...passed].map(({ by, id }) => {
    return { target: id, times: by === "marker-mid" ? points : 1 };
  });
}
