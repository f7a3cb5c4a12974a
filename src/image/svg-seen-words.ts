import { DEFINITIONS, GRADIENTS, SHAPES } from "./svg-allow-list.ts";
import { type Bounds, cutBounds, mapBounds } from "./svg-bounds.ts";
import { matrixOf } from "./svg-precision.ts";
import { INHERITED, PROPERTIES, referenceOf } from "./svg-properties.ts";
import { extendShape, type Outlines } from "./svg-shapes.ts";
import { IDENTITY, type Matrix, multiply } from "./svg-transforms.ts";
import type { SvgNode, SvgTree } from "./svg-tree.ts";

/** Something that is painted, in the order in which it is. */
interface Painted {
  readonly node: SvgNode;
  /** Undefined: it may be anywhere. */
  readonly bounds: Bounds | undefined;
  /** Of its surface or, of words without one, of their line; undefined: any. */
  readonly colours: readonly Rgb[] | undefined;
  /** Nothing around cuts it or makes it fainter. */
  readonly isWhole: boolean;
}

type Rgb = readonly [red: number, green: number, blue: number];

const WHITE: Rgb = [255, 255, 255];
/** Of 255 in one of the three: less is hard to tell apart. */
const LEAST_CONTRAST = 40;
/** Of the larger side of a drawing: a sixth of a millimetre on a page as wide as a hand's span. */
const LEAST_PART = 1 / 900;

/**
 * The words of a drawing that are known to be seen: large enough, within the view, of a colour that
 * differs from what is beneath them, and under nothing that may cover them. By the boxes round shapes:
 * words of which it is not known may be seen all the same.
 */
export function findSeenWords(
  tree: SvgTree,
  outlines: Outlines,
  view: Bounds,
): ReadonlySet<SvgNode> {
  const painted = listPainted(tree, outlines);
  const seen = new Set<SvgNode>();
  for (const [at, one] of painted.entries()) {
    if (one.node.words !== undefined && isSeen(one, at, painted, view)) seen.add(one.node);
  }
  return seen;
}

function isSeen(word: Painted, at: number, painted: readonly Painted[], view: Bounds): boolean {
  const { bounds, colours, isWhole } = word;
  if (bounds === undefined || colours === undefined || !isWhole) return false;
  const side = Math.max(view.right - view.left, view.bottom - view.top);
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  if (Math.max(width, height) < side * LEAST_PART || !overlaps(view, bounds)) return false;
  for (let above = at + 1; above < painted.length; above += 1) {
    const other = painted[above];
    if (other?.node.words === undefined && covers(other, bounds)) return false;
  }
  for (let beneath = at - 1; beneath >= 0; beneath -= 1) {
    const other = painted[beneath];
    if (other === undefined || other.node.words !== undefined || !covers(other, bounds)) continue;
    if (other.colours === undefined || !differs(colours, other.colours)) return false;
    if (other.isWhole && isFull(other, bounds)) return true;
  }
  return differs(colours, [WHITE]);
}

function covers(other: Painted | undefined, bounds: Bounds): boolean {
  if (other === undefined || other.colours?.length === 0) return false;
  return other.bounds === undefined || overlaps(other.bounds, bounds);
}

/** It holds half of something, both ways. */
function overlaps(one: Bounds, other: Bounds): boolean {
  const { left, top, right, bottom } = cutBounds(one, other);
  return (
    2 * (right - left) >= other.right - other.left && 2 * (bottom - top) >= other.bottom - other.top
  );
}

/** It is a surface without holes, and the middle of something is on it. */
function isFull({ node, bounds }: Painted, other: Bounds): boolean {
  if (bounds === undefined || !/^(?:rect|circle|ellipse)$/.test(node.name)) return false;
  const away = (start: number, end: number, from: number, to: number) =>
    Math.abs(from + to - start - end) / (end - start);
  const x = away(bounds.left, bounds.right, other.left, other.right);
  const y = away(bounds.top, bounds.bottom, other.top, other.bottom);
  return node.name === "rect" ? x <= 1 && y <= 1 : Math.hypot(x, y) <= 1;
}

function differs(ones: readonly Rgb[], others: readonly Rgb[]): boolean {
  return (
    ones.length > 0 &&
    ones.every((one) =>
      others.every((other) =>
        one.some((part, at) => Math.abs(part - (other[at] ?? 0)) >= LEAST_CONTRAST),
      ),
    )
  );
}

/** What is known where an element stands. */
interface Place {
  readonly given: ReadonlyMap<string, string>;
  readonly matrix: Matrix | undefined;
  readonly isWhole: boolean;
  /** Whether it is drawn by `use`, and how many of these there are around it. */
  readonly uses: number;
}

const MOST_USES = 20;

function listPainted(tree: SvgTree, outlines: Outlines): readonly Painted[] {
  const painted: Painted[] = [];
  const initial = new Map(INHERITED.map((name) => [name, PROPERTIES.get(name)?.initial ?? ""]));
  const walk = (node: SvgNode, place: Place) => {
    const inner = enter(node, place);
    if (SHAPES.has(node.name)) painted.push(paint(node, inner, tree, outlines));
    const target =
      node.name === "use" ? tree.byId.get(node.attributes.get("href") ?? "") : undefined;
    if (target !== undefined) {
      const isKnown = (SHAPES.has(target.name) || target.name === "g") && inner.uses < MOST_USES;
      if (isKnown) walk(target, { ...inner, uses: inner.uses + 1 });
      // A symbol has a view of its own.
      else painted.push({ node, bounds: undefined, colours: undefined, isWhole: false });
    }
    if (node.name === "defs" || DEFINITIONS.has(node.name)) return;
    for (const child of node.children) walk(child, inner);
  };
  walk(tree.root, { given: initial, matrix: IDENTITY, isWhole: true, uses: 0 });
  return painted;
}

function enter(node: SvgNode, place: Place): Place {
  const given = new Map(place.given);
  for (const name of INHERITED) {
    const value = node.style.get(name);
    if (value !== undefined) given.set(name, value);
  }
  const { style, parent, name } = node;
  const isOdd = style.has("transform-origin") || (name === "svg" && parent !== undefined);
  const [x, y] = ["x", "y"].map((one) => Number(style.get(one) ?? node.attributes.get(one) ?? 0));
  const moved =
    name === "use" ? multiply(matrixOf(node), [1, 0, 0, 1, x ?? 0, y ?? 0]) : matrixOf(node);
  const isCut = ["clip-path", "mask"].some((one) => (style.get(one) ?? "none") !== "none");
  const isFaint = Number(style.get("opacity") ?? 1) < 0.5;
  return {
    ...place,
    given,
    matrix: place.matrix === undefined || isOdd ? undefined : multiply(place.matrix, moved),
    isWhole: place.isWhole && !isCut && !isFaint,
  };
}

function paint(node: SvgNode, place: Place, tree: SvgTree, outlines: Outlines): Painted {
  const { given, matrix, isWhole } = place;
  const extent = extendShape(node, outlines);
  const bounds =
    typeof extent === "object" && matrix !== undefined && Number.isFinite(extent.left)
      ? mapBounds(extent, matrix)
      : undefined;
  const isFlat = node.name === "line" || extent === "point" || extent === "none";
  const fill = isFlat ? [] : coloursOf("fill", given, tree);
  const isLined = node.words !== undefined && fill?.length === 0;
  const colours = isLined ? coloursOf("stroke", given, tree) : fill;
  return { node, bounds: isFlat ? NO_SURFACE : bounds, colours, isWhole };
}

const NO_SURFACE: Bounds = { left: 0, top: 0, right: -1, bottom: -1 };

/** The colours of a paint; none where it is fainter than half, undefined where they are not known. */
function coloursOf(
  property: "fill" | "stroke",
  given: ReadonlyMap<string, string>,
  tree: SvgTree,
): readonly Rgb[] | undefined {
  const paint = given.get(property) ?? "none";
  if (paint === "none" || Number(given.get(`${property}-opacity`) ?? 1) < 0.5) return [];
  const reference = referenceOf(paint);
  if (reference === undefined) {
    const own = paint === "currentColor" ? (given.get("color") ?? "#000") : paint;
    return readRgb(own);
  }
  let tint = tree.byId.get(reference.id);
  for (let steps = 0; steps < MOST_USES && tint?.children.length === 0; steps += 1) {
    tint = tree.byId.get(tint.attributes.get("href") ?? "");
  }
  if (tint === undefined || !GRADIENTS.has(tint.name)) return undefined;
  const stops = tint.children.map(({ style }) => readRgb(style.get("stop-color") ?? "#000"));
  return stops.includes(undefined) ? undefined : stops.flatMap((one) => one ?? []);
}

/** Of a colour in the spelling of `readColour`. */
function readRgb(colour: string): readonly Rgb[] | undefined {
  const [, parts = ""] = /^rgba\(([^()]*)\)$/.exec(colour) ?? [];
  const [red = 0, green = 0, blue = 0, opacity = 1] = parts.split(",").map(Number);
  if (parts !== "") return opacity < 0.5 ? [] : [[red, green, blue]];
  const digits = colour.startsWith("#") ? colour.slice(1) : "";
  const long = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  if (long.length !== 6) return undefined;
  const byte = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [[byte(0), byte(2), byte(4)]];
}
