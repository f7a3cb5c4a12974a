import { DEFINITIONS, GRADIENTS, SHAPES } from "./svg-allow-list.ts";
import {
  type Bounds,
  cutBounds,
  growBounds,
  isApart,
  joinBounds,
  mapBounds,
  NOWHERE,
} from "./svg-bounds.ts";
import { type Calls, findCalls } from "./svg-calls.ts";
import { keepStyle, listNeeds, type Surroundings } from "./svg-needs.ts";
import { matrixOf } from "./svg-precision.ts";
import { INHERITED, PROPERTIES, referenceOf } from "./svg-properties.ts";
import { extendShape, MARKED, type Outlines } from "./svg-shapes.ts";
import { isFlat, type Matrix, multiply } from "./svg-transforms.ts";
import type { SvgNode, SvgTree } from "./svg-tree.ts";

/** What is left of an element. */
interface Rest {
  readonly isKept: boolean;
  /** Inherited properties that what is in it depends on. */
  readonly needs: ReadonlySet<string>;
}

const NOTHING: Rest = { isKept: false, needs: new Set() };

/** Groups and what is drawn: what may be hidden. */
const DRAWN: ReadonlySet<string> = new Set([...SHAPES, "g", "svg", "use"]);

/**
 * Takes out of a drawing what nobody sees, and values that change nothing. What cannot be decided stays.
 *
 * @param seen where something can be seen, in the drawing's own space.
 * @returns how many parts of it were hidden: shapes and words, or groups of nothing else.
 */
export function dropHidden(tree: SvgTree, outlines: Outlines, seen: Bounds): number {
  const pass = new Pass(tree, outlines, seen);
  // What refers to something that is gone goes the next time.
  while (pass.run()) {}
  return pass.hidden;
}

class Pass {
  readonly #tree: SvgTree;
  readonly #outlines: Outlines;
  readonly #seen: Bounds;
  #gone = new Set<SvgNode>();
  #calls: Calls = { called: new Set(), holders: new Set(), used: new Map() };
  #isChanged = false;
  hidden = 0;

  constructor(tree: SvgTree, outlines: Outlines, seen: Bounds) {
    this.#tree = tree;
    this.#outlines = outlines;
    this.#seen = seen;
  }

  /** True where something was taken out. */
  run(): boolean {
    this.#isChanged = false;
    this.#calls = findCalls(this.#tree.root, (id) => this.#find(id));
    const { root } = this.#tree;
    const given = new Map(INHERITED.map((name) => [name, PROPERTIES.get(name)?.initial ?? ""]));
    const around: Surroundings = {
      given,
      matrix: [1, 0, 0, 1, 0, 0],
      region: this.#seen,
      clips: "no",
      isAside: false,
    };
    if (root.children.length > 0 && this.#isHidden(root, around)) {
      this.hidden += 1;
      this.#isChanged = true;
      for (const child of root.children) this.#remove(child);
      root.children = [];
    }
    this.#settleReferences(root);
    const inner = this.#enter(root, around);
    const needs = this.#keepChildren(root, inner);
    root.style = keepStyle(root, needs, given, inner, this.#isUsed(root));
    return this.#isChanged;
  }

  #find(id: string): SvgNode | undefined {
    const node = this.#tree.byId.get(id);
    return node === undefined || this.#gone.has(node) ? undefined : node;
  }

  #keepChildren(node: SvgNode, around: Surroundings): ReadonlySet<string> {
    const needs = new Set<string>();
    const kept: SvgNode[] = [];
    const before = this.hidden;
    for (const child of node.children) {
      const rest = this.#mayHold(node, child) ? this.#keep(child, around) : NOTHING;
      if (rest.isKept) {
        kept.push(child);
        for (const need of rest.needs) needs.add(need);
      } else {
        this.#isChanged = true;
        this.#remove(child);
      }
    }
    // A group of nothing but hidden parts is one.
    if (kept.length === 0 && this.hidden > before && node.parent) this.hidden = before + 1;
    node.children = kept;
    return needs;
  }

  #remove(node: SvgNode): void {
    this.#gone.add(node);
    for (const child of node.children) this.#remove(child);
  }

  #mayHold({ name }: SvgNode, child: SvgNode): boolean {
    if (GRADIENTS.has(name)) return child.name === "stop";
    if (child.name === "stop" || child.name === "style") return false;
    if (name === "clipPath") return SHAPES.has(child.name) || child.name === "use";
    return !SHAPES.has(name) && name !== "use" && name !== "stop";
  }

  #keep(node: SvgNode, around: Surroundings): Rest {
    const isCalled = this.#calls.called.has(node);
    const holds = this.#calls.holders.has(node);
    if (DEFINITIONS.has(node.name) && !isCalled) {
      if (!holds) return NOTHING;
      node.name = "defs";
    }
    if (around.isAside && DRAWN.has(node.name) && !isCalled && !holds) return NOTHING;
    if (DRAWN.has(node.name) && this.#isHidden(node, around)) {
      if (!around.isAside && this.#draws(node)) this.hidden += 1;
      if (!holds) return NOTHING;
      // What stands in it may still be drawn by others.
      node.name = "defs";
    }
    this.#settleReferences(node);
    const inner = this.#enter(node, around);
    if (node.name === "use" && !this.#isUseful(node)) return NOTHING;
    if (SHAPES.has(node.name)) {
      const sight = this.#see(node, inner);
      if (sight === "hidden" && !around.isAside) this.hidden += 1;
      if (sight !== "shown") return NOTHING;
    }
    const below = this.#keepChildren(node, inner);
    const isEmpty = node.children.length === 0 && /^(?:g|svg|defs|symbol)$/.test(node.name);
    if (isEmpty) return NOTHING;
    const needs = new Set([...below, ...listNeeds(node, inner)]);
    node.style = keepStyle(node, needs, around.given, inner, this.#isUsed(node));
    for (const name of node.style.keys()) needs.delete(name);
    return { isKept: true, needs };
  }

  #isUsed(node: SvgNode): boolean {
    return this.#calls.used.has(node);
  }

  /** Hidden with all that stands in it. */
  #isHidden(node: SvgNode, { clips }: Surroundings): boolean {
    const { style } = node;
    if (style.get("display") === "none" || isFlat(matrixOf(node))) return true;
    if (clips === "no" && !this.#calls.used.get(node) && style.get("opacity") === "0") return true;
    return ["clip-path", "mask"].some((name) => {
      const target = this.#find(referenceOf(style.get(name))?.id ?? "");
      const isOfKind = target?.name === (name === "mask" ? "mask" : "clipPath");
      return isOfKind && target?.children.length === 0;
    });
  }

  #draws(node: SvgNode): boolean {
    return (
      SHAPES.has(node.name) || node.name === "use" || node.children.some((one) => this.#draws(one))
    );
  }

  #enter(node: SvgNode, around: Surroundings): Surroundings {
    const isUsed = this.#isUsed(node);
    const given = new Map(isUsed ? [] : around.given);
    for (const name of INHERITED) {
      const value = node.style.get(name);
      if (value !== undefined) given.set(name, value);
    }
    const isAside = node.name === "defs" || (around.isAside && !this.#calls.called.has(node));
    const isApart = isAside || isUsed || DEFINITIONS.has(node.name) || isNested(node);
    const isPlain = !node.style.has("transform-origin");
    const matrix =
      around.matrix === undefined || isApart || !isPlain
        ? undefined
        : multiply(around.matrix, matrixOf(node));
    const isBoth = isUsed && (this.#calls.used.get(node) === true || around.clips === "only");
    const clips = node.name === "clipPath" ? "only" : isBoth ? "also" : around.clips;
    return { given, matrix, region: this.#cut(node, matrix, around.region), clips, isAside };
  }

  /** A clip path of plain shapes leaves no more than the box around them. */
  #cut(node: SvgNode, matrix: Matrix | undefined, region: Bounds): Bounds {
    const clip = this.#find(referenceOf(node.style.get("clip-path"))?.id ?? "");
    if (matrix === undefined || clip?.name !== "clipPath") return region;
    if (/Box$/.test(clip.attributes.get("clipPathUnits")?.trim() ?? "")) return region;
    let bounds = NOWHERE;
    for (const child of clip.children) {
      const extent = SHAPES.has(child.name) ? extendShape(child, this.#outlines) : undefined;
      if (typeof extent !== "object" || child.style.has("transform-origin")) return region;
      bounds = joinBounds(bounds, mapBounds(extent, multiply(matrixOf(clip), matrixOf(child))));
    }
    return cutBounds(region, mapBounds(bounds, matrix));
  }

  /** Takes away references that lead nowhere, or to what is of no such kind. */
  #settleReferences(node: SvgNode): void {
    const style = new Map(node.style);
    for (const [name, value] of node.style) {
      const reference = referenceOf(value);
      if (reference === undefined) continue;
      const target = this.#find(reference.id);
      if (target !== undefined && this.#isOfUse(name, target)) continue;
      style.set(name, reference.instead);
    }
    node.style = style;
  }

  #isOfUse(property: string, target: SvgNode): boolean {
    if (property === "clip-path") return target.name === "clipPath";
    if (property === "mask") return target.name === "mask";
    if (property.startsWith("marker"))
      return target.name === "marker" && target.children.length > 0;
    const isTint = GRADIENTS.has(target.name) || target.name === "pattern";
    return isTint && this.#isFilled(target);
  }

  /** It has stops or shapes, or one that it follows has. */
  #isFilled(node: SvgNode): boolean {
    const path = new Set<SvgNode>();
    for (let one: SvgNode | undefined = node; one && !path.has(one); ) {
      if (one.children.length > 0) return true;
      path.add(one);
      one = this.#find(one.attributes.get("href") ?? "");
    }
    return false;
  }

  #isUseful({ attributes, style }: SvgNode): boolean {
    const target = this.#find(attributes.get("href") ?? "");
    if (target === undefined) return false;
    const isBox = target.name === "symbol" || target.name === "svg";
    if (isBox && [style.get("width"), style.get("height")].includes("0")) return false;
    return DRAWN.has(target.name) || target.name === "symbol";
  }

  #see(node: SvgNode, inner: Surroundings): "shown" | "hidden" | "nothing" {
    const { given, matrix, region, clips } = inner;
    if (/^(?:hidden|collapse)$/.test(given.get("visibility") ?? "")) return "hidden";
    const extent = extendShape(node, this.#outlines);
    if (extent === "none") return "nothing";
    if (clips !== "no") return "shown";
    const isUnlined =
      given.get("stroke") === "none" ||
      given.get("stroke-width") === "0" ||
      given.get("stroke-opacity") === "0";
    const isUnfilled =
      node.name === "line" ||
      extent === "point" ||
      given.get("fill") === "none" ||
      given.get("fill-opacity") === "0";
    const isUnmarked =
      !MARKED.has(node.name) ||
      ["marker-start", "marker-mid", "marker-end"].every((name) => given.get(name) === "none");
    if (isUnmarked && isUnfilled) {
      if (isUnlined) return node.words === undefined ? "nothing" : "hidden";
      if (extent === "point" && given.get("stroke-linecap") === "butt") return "nothing";
    }
    if (matrix === undefined || typeof extent !== "object" || !isUnmarked) return "shown";
    if (!isUnlined && node.style.has("vector-effect")) return "shown";
    const width = isUnlined ? 0 : Number(given.get("stroke-width") ?? Number.NaN);
    const reach = width * Math.max(1.5, Number(given.get("stroke-miterlimit") ?? Number.NaN));
    if (!Number.isFinite(reach)) return "shown";
    return isApart(mapBounds(growBounds(extent, reach), matrix), region) ? "hidden" : "shown";
  }
}

/** A space of its own; that of the root is the drawing's, unless it is turned as a whole. */
function isNested({ name, parent, style }: SvgNode): boolean {
  return name === "svg" && (parent !== undefined || style.has("transform"));
}
