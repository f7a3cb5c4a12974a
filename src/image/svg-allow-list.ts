import { readLength, readNumbers } from "./svg-numbers.ts";
import { readAngle, readTransform } from "./svg-transforms.ts";

/** Elements that are painted themselves. */
export const SHAPES: ReadonlySet<string> = new Set([
  "circle",
  "ellipse",
  "line",
  "path",
  "polygon",
  "polyline",
  "rect",
]);

export const GRADIENTS: ReadonlySet<string> = new Set(["linearGradient", "radialGradient"]);

/** Elements that draw nothing where they stand, but where something refers to them. */
export const DEFINITIONS: ReadonlySet<string> = new Set([
  ...GRADIENTS,
  "clipPath",
  "marker",
  "mask",
  "pattern",
  "symbol",
]);

/**
 * Elements of SVG that draw, or say how (SVG 1.1 without filters, links, scripts and animation). No
 * text: it would be set in whatever font the reader's machine has, or in none.
 */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set([
  ...SHAPES,
  ...DEFINITIONS,
  "defs",
  "g",
  "stop",
  "style",
  "svg",
  "switch",
  "use",
]);

/** Elements that show nothing on paper, or tell what an editor noted: they are left out, and the drawing stays what it was. */
export const SVG_DROPPED: ReadonlySet<string> = new Set([
  "animate",
  "animateMotion",
  "animateTransform",
  "desc",
  "metadata",
  "script",
  "set",
  "title",
  "view",
]);

/** Reads a value; gives it in one spelling but for how exact its lengths are. Undefined: it is none. */
export type Grammar = (text: string) => string | undefined;

/** One of some words, spelt so. */
export function oneOf(words: string): Grammar {
  const known = new Map(words.split(" ").map((word) => [word.toLowerCase(), word]));
  return (text) => known.get(text.trim().toLowerCase());
}

/** Four numbers, of which the last two are a size. */
export const readViewBox: Grammar = (text) => {
  const [x = 0, y = 0, width = 0, height = 0, ...more] = readNumbers(text);
  return width > 0 && height > 0 && more.length === 0 ? `${x} ${y} ${width} ${height}` : undefined;
};

const ALIGNED = /^(?:none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))$/;

const readAspect: Grammar = (text) => {
  const [align = "", fit = "meet"] = text.trim().split(/\s+/);
  if (!ALIGNED.test(align) || !/^(?:meet|slice)$/.test(fit)) return undefined;
  return align === "none" || fit === "meet" ? align : `${align} ${fit}`;
};

const readOrient: Grammar = (text) => {
  const word = /^(?:auto|auto-start-reverse)$/.exec(text.trim())?.[0];
  return word ?? readAngle(text);
};

const readMatrix: Grammar = (text) => readTransform(text)?.join(" ");
const UNITS = oneOf("objectBoundingBox userSpaceOnUse");

/** A part from 0 to 1, also in per cent. */
const readOffset: Grammar = (text) => {
  const offset = readLength(text);
  if (offset === undefined) return undefined;
  const part = offset.endsWith("%") ? Number(offset.slice(0, -1)) / 100 : Number(offset);
  return String(Math.min(1, Math.max(0, part)));
};

/** The attributes of no namespace that are no properties of style, and how each is read. */
export const ATTRIBUTES: Readonly<Record<string, Grammar>> = {
  clipPathUnits: UNITS,
  fr: readLength,
  fx: readLength,
  fy: readLength,
  gradientTransform: readMatrix,
  gradientUnits: UNITS,
  markerHeight: readLength,
  markerUnits: oneOf("strokeWidth userSpaceOnUse"),
  markerWidth: readLength,
  maskContentUnits: UNITS,
  maskUnits: UNITS,
  offset: readOffset,
  orient: readOrient,
  patternContentUnits: UNITS,
  patternTransform: readMatrix,
  patternUnits: UNITS,
  preserveAspectRatio: readAspect,
  refX: readLength,
  refY: readLength,
  spreadMethod: oneOf("pad reflect repeat"),
  viewBox: readViewBox,
  x1: readLength,
  x2: readLength,
  y1: readLength,
  y2: readLength,
};

const BOX = { x: "0", y: "0", width: "0", height: "0" };
const FIT = { viewBox: "", preserveAspectRatio: "xMidYMid" };

/**
 * What says where an element is and how large (SVG 1.1 §5–14), in the order in which it is written,
 * with what holds where nothing is said. Empty: then it has none.
 */
export const GEOMETRY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  circle: { cx: "0", cy: "0", r: "0" },
  clipPath: { clipPathUnits: "userSpaceOnUse" },
  ellipse: { cx: "0", cy: "0", rx: "", ry: "" },
  line: { x1: "0", y1: "0", x2: "0", y2: "0" },
  linearGradient: {
    x1: "0%",
    y1: "0%",
    x2: "100%",
    y2: "0%",
    gradientUnits: "objectBoundingBox",
    gradientTransform: "1 0 0 1 0 0",
    spreadMethod: "pad",
  },
  marker: {
    refX: "0",
    refY: "0",
    markerWidth: "3",
    markerHeight: "3",
    markerUnits: "strokeWidth",
    orient: "0",
    ...FIT,
  },
  mask: {
    x: "-10%",
    y: "-10%",
    width: "120%",
    height: "120%",
    maskUnits: "objectBoundingBox",
    maskContentUnits: "userSpaceOnUse",
  },
  pattern: {
    ...BOX,
    patternUnits: "objectBoundingBox",
    patternContentUnits: "userSpaceOnUse",
    patternTransform: "1 0 0 1 0 0",
    ...FIT,
  },
  radialGradient: {
    cx: "50%",
    cy: "50%",
    r: "50%",
    fx: "",
    fy: "",
    fr: "0%",
    gradientUnits: "objectBoundingBox",
    gradientTransform: "1 0 0 1 0 0",
    spreadMethod: "pad",
  },
  rect: { ...BOX, rx: "", ry: "" },
  stop: { offset: "0" },
  svg: { x: "0", y: "0", width: "100%", height: "100%", ...FIT },
  symbol: { x: "0", y: "0", width: "100%", height: "100%", refX: "", refY: "", ...FIT },
  use: { x: "0", y: "0", width: "", height: "" },
};
