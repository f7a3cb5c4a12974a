import { type Grammar, oneOf } from "./svg-allow-list.ts";
import { readColour } from "./svg-colours.ts";
import { readLength, readOpacity } from "./svg-numbers.ts";
import { WORD_ATTRIBUTES } from "./svg-style.ts";
import { readTransform } from "./svg-transforms.ts";

/** A property of style, as far as it draws. */
export interface Property {
  readonly isInherited: boolean;
  /** Where nothing is said; empty: then there is none. */
  readonly initial: string;
  readonly read: Grammar;
}

/** Stands before the id in a value that refers to an element, and before what holds where that is not there. */
const MARK = "\u0000";

/** A reference to an element of the drawing. */
export interface Reference {
  readonly id: string;
  /** A paint for where there is no such element. */
  readonly instead: string;
}

export function referenceOf(value: string | undefined): Reference | undefined {
  if (!value?.startsWith(MARK)) return undefined;
  const [, id = "", instead = ""] = value.split(MARK);
  return { id, instead };
}

const REFERENCE = /^url\(\s*(["']?)#([^"')]*)\1\s*\)\s*/i;

const readReference: Grammar = (text) => {
  const [whole, , id = ""] = REFERENCE.exec(text.trim()) ?? [];
  if (whole === undefined) return /^none$/i.test(text.trim()) ? "none" : undefined;
  return `${MARK}${id.trim()}${MARK}none`;
};

const readPaint: Grammar = (text) => {
  const plain = text.trim();
  const [whole, , id = ""] = REFERENCE.exec(plain) ?? [];
  if (whole !== undefined) {
    const rest = plain.slice(whole.length);
    return `${MARK}${id.trim()}${MARK}${(rest === "" ? undefined : readPaint(rest)) ?? "none"}`;
  }
  if (/^(?:none|context-fill|context-stroke)$/i.test(plain)) return plain.toLowerCase();
  // A profile of colour for printers stands behind the colour itself (SVG 1.1 §11.2).
  return readColour(plain.replace(/icc-color\([^()]*\)$/i, ""));
};

const readStopColour: Grammar = (text) => {
  const colour = readColour(text);
  return colour === "none" ? "rgba(0,0,0,0)" : colour;
};

const readDashes: Grammar = (text) => {
  const parts = text.split(/[\s,]+/).filter((one) => one !== "");
  if (parts.length === 1 && /^none$/i.test(parts[0] ?? "")) return "none";
  const dashes = parts.map((part) => readLength(part) ?? "-1");
  if (dashes.length === 0 || dashes.some((one) => one.startsWith("-"))) return undefined;
  return dashes.every((one) => Number.parseFloat(one) === 0) ? "none" : dashes.join(" ");
};

const readWidth: Grammar = (text) => {
  const width = readLength(text);
  return width?.startsWith("-") ? undefined : width;
};

const ORDERS: Readonly<Record<string, string>> = {
  "fill stroke markers": "normal",
  "fill markers stroke": "fill markers",
  "stroke fill markers": "stroke",
  "stroke markers fill": "stroke markers",
  "markers fill stroke": "markers",
  "markers stroke fill": "markers stroke",
};

const readOrder: Grammar = (text) => {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words.join() === "normal") return "normal";
  const rest = ["fill", "stroke", "markers"].filter((one) => !words.includes(one));
  return ORDERS[[...words, ...rest].join(" ")];
};

const readOrigin: Grammar = (text) => {
  const words: Readonly<Record<string, string>> = {
    left: "0%",
    top: "0%",
    center: "50%",
    right: "100%",
    bottom: "100%",
  };
  const parts = text.trim().toLowerCase().split(/\s+/).slice(0, 2);
  if (/^(?:top|bottom)$/.test(parts[0] ?? "") || /^(?:left|right)$/.test(parts[1] ?? "")) {
    if (parts.length === 1) parts.unshift("center");
    else parts.reverse();
  }
  const [x, y] = [...parts, "center"].map((part) => words[part] ?? readLength(part));
  return x === undefined || y === undefined ? undefined : `${x} ${y}`;
};

const inherited = (initial: string, read: Grammar): Property => {
  return { isInherited: true, initial, read };
};
const own = (initial: string, read: Grammar): Property => ({ isInherited: false, initial, read });

const LENGTH = own("", readLength);

const OVERFLOWS: Readonly<Record<string, string>> = {
  auto: "visible",
  hidden: "hidden",
  scroll: "hidden",
  visible: "visible",
};

/** Properties that draw, in the order in which they are written (SVG 1.1, SVG 2 §13, CSS Transforms 1). */
const DRAWING: Readonly<Record<string, Property>> = {
  cx: LENGTH,
  cy: LENGTH,
  r: LENGTH,
  rx: LENGTH,
  ry: LENGTH,
  x: LENGTH,
  y: LENGTH,
  width: LENGTH,
  height: LENGTH,
  transform: own("1 0 0 1 0 0", (text) => readTransform(text)?.join(" ")),
  "transform-origin": own("", readOrigin),
  "transform-box": own("view-box", oneOf("content-box border-box fill-box stroke-box view-box")),
  color: inherited("#000", readColour),
  fill: inherited("#000", readPaint),
  "fill-opacity": inherited("1", readOpacity),
  "fill-rule": inherited("nonzero", oneOf("nonzero evenodd")),
  stroke: inherited("none", readPaint),
  "stroke-opacity": inherited("1", readOpacity),
  "stroke-width": inherited("1", readWidth),
  "stroke-linecap": inherited("butt", oneOf("butt round square")),
  "stroke-linejoin": inherited("miter", oneOf("miter miter-clip arcs round bevel")),
  "stroke-miterlimit": inherited("4", readWidth),
  "stroke-dasharray": inherited("none", readDashes),
  "stroke-dashoffset": inherited("0", readLength),
  "paint-order": inherited("normal", readOrder),
  "marker-start": inherited("none", readReference),
  "marker-mid": inherited("none", readReference),
  "marker-end": inherited("none", readReference),
  "clip-rule": inherited("nonzero", oneOf("nonzero evenodd")),
  "color-interpolation": inherited("sRGB", oneOf("auto sRGB linearRGB")),
  "shape-rendering": inherited("auto", oneOf("auto optimizeSpeed crispEdges geometricPrecision")),
  visibility: inherited("visible", oneOf("visible hidden collapse")),
  display: own("inline", (text) => (/^none$/i.test(text.trim()) ? "none" : "inline")),
  opacity: own("1", readOpacity),
  overflow: own("hidden", (text) => OVERFLOWS[text.trim().toLowerCase()]),
  "clip-path": own("none", readReference),
  mask: own("none", readReference),
  "stop-color": own("#000", readStopColour),
  "stop-opacity": own("1", readOpacity),
  "vector-effect": own("none", oneOf("none non-scaling-stroke")),
};

/** What says how words are set is read by those who set them, and is written nowhere. */
const readWords: Grammar = (text) =>
  text.trim() === "" || text.length > LONGEST_WISH ? undefined : text;
const LONGEST_WISH = 1000;

export const PROPERTIES: ReadonlyMap<string, Property> = new Map([
  ...Object.entries(DRAWING),
  ...[...WORD_ATTRIBUTES].map((name) => [name, own("", readWords)] as const),
]);

/** In the order in which they are written. */
export const DRAWN_PROPERTIES: readonly string[] = Object.keys(DRAWING);

export const INHERITED: readonly string[] = DRAWN_PROPERTIES.filter(
  (name) => DRAWING[name]?.isInherited,
);
