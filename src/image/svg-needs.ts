import { SHAPES } from "./svg-allow-list.ts";
import type { Bounds } from "./svg-bounds.ts";
import { DRAWN_PROPERTIES, INHERITED, PROPERTIES } from "./svg-properties.ts";
import { MARKED, WOUND } from "./svg-shapes.ts";
import type { Matrix } from "./svg-transforms.ts";
import type { SvgNode } from "./svg-tree.ts";

/** What is known of the place where an element stands. */
export interface Surroundings {
  /** What it inherits; a property that is not there is not known. */
  readonly given: ReadonlyMap<string, string>;
  /** From here to the drawing's own space; undefined where that is not one, or not known. */
  readonly matrix: Matrix | undefined;
  /** Where anything is seen at all, in the drawing's own space. */
  readonly region: Bounds;
  /** Whether it is the outline of a clip path, and nothing else. */
  readonly clips: "no" | "also" | "only";
  /** Within `defs` or the like: not drawn but where something refers to it. */
  readonly isAside: boolean;
}

const LINE = [
  "stroke-opacity",
  "stroke-width",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-miterlimit",
];

/** The inherited properties that an element itself depends on. */
export function listNeeds(node: SvgNode, { given, clips }: Surroundings): readonly string[] {
  if (node.name === "use") return INHERITED;
  if (node.name === "stop") return needsColour(node.style.get("stop-color"));
  if (/^(?:linearGradient|radialGradient|mask)$/.test(node.name)) return ["color-interpolation"];
  if (!SHAPES.has(node.name)) return [];
  const outline =
    clips === "no" ? [] : ["visibility", ...(WOUND.has(node.name) ? ["clip-rule"] : [])];
  if (clips === "only") return outline;
  const isFilled = given.get("fill") !== "none" && node.name !== "line";
  const isLined = given.get("stroke") !== "none";
  const markers = MARKED.has(node.name) ? ["marker-start", "marker-mid", "marker-end"] : [];
  const isMarked = markers.some((name) => given.get(name) !== "none");
  return [
    ...outline,
    ...["visibility", "shape-rendering", "stroke"],
    ...(node.name === "line" ? [] : ["fill"]),
    ...(isFilled ? ["fill-opacity", ...needsColour(given.get("fill"))] : []),
    ...(isFilled && WOUND.has(node.name) ? ["fill-rule"] : []),
    ...(isLined ? listLine(given) : []),
    ...(isLined && (isFilled || isMarked) ? ["paint-order"] : []),
    ...markers,
    // Its tints may be those of the line that it stands on.
    ...(isMarked ? INHERITED : []),
  ];
}

function needsColour(paint: string | undefined): readonly string[] {
  return paint === undefined || paint === "currentColor" ? ["color"] : [];
}

function listLine(given: ReadonlyMap<string, string>): readonly string[] {
  const isMitred = given.get("stroke-linejoin")?.startsWith("miter") ?? true;
  const isDashed = given.get("stroke-dasharray") !== "none";
  return [
    ...LINE.slice(0, 5),
    ...(isDashed ? ["stroke-dashoffset"] : []),
    ...(isMitred ? ["stroke-miterlimit"] : []),
    ...needsColour(given.get("stroke")),
  ];
}

/** Properties that are not inherited, and the elements on which they do something. */
const GROUPING = /^(?:g|use|svg|symbol|marker)$/;

/**
 * The values that do something: none that an element has anyway, and none that nothing in it needs.
 *
 * @param around what is given where it stands, but for what others use: that may be given anything.
 */
export function keepStyle(
  node: SvgNode,
  needs: ReadonlySet<string>,
  around: ReadonlyMap<string, string>,
  { given, clips }: Surroundings,
  isUsed: boolean,
): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  const isShape = SHAPES.has(node.name);
  const isDrawn = isShape || GROUPING.test(node.name);
  for (const name of DRAWN_PROPERTIES) {
    const value = node.style.get(name);
    const property = PROPERTIES.get(name);
    if (value === undefined || property === undefined) continue;
    const keeps = property.isInherited
      ? needs.has(name) && (isUsed || around.get(name) !== value)
      : value !== property.initial && doesSomething(name);
    if (keeps) style.set(name, value);
  }
  return style;

  function doesSomething(name: string): boolean {
    switch (name) {
      case "transform":
        return isShape || /^(?:g|use|svg|clipPath)$/.test(node.name);
      case "transform-origin":
      case "transform-box":
        return style.has("transform");
      case "opacity":
        return isDrawn && clips !== "only";
      case "clip-path":
      case "mask":
        return isDrawn || node.name === "clipPath" || node.name === "mask";
      case "overflow":
        return node.parent !== undefined && /^(?:svg|symbol|marker|pattern)$/.test(node.name);
      case "stop-color":
      case "stop-opacity":
        return node.name === "stop";
      case "vector-effect":
        return isShape && given.get("stroke") !== "none";
      case "display":
        return false;
      default:
        return true;
    }
  }
}
