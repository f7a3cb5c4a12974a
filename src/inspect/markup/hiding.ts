import { attributeOf, type XmlNode } from "../../xml/xml-tree.ts";

/** Declarations of one rule or element: values by property, in small letters. */
export type Declarations = ReadonlyMap<string, string>;

const COLOUR = /^(?:color|-webkit-text-fill-color)$/;
const SIZE = /^(?:font-size|opacity|zoom)$/;
const MOVING =
  /^(?:text-indent|left|right|top|bottom|inset.*|margin.*|translate|transform|letter-spacing|word-spacing|x|y|dx|dy)$/;
const ALWAYS: Readonly<Record<string, RegExp>> = {
  display: /^none$/,
  visibility: /^(?:hidden|collapse)$/,
  "content-visibility": /^hidden$/,
  clip: /^rect/,
  "clip-path": /^(?!none|url|inherit|initial)/,
  font: /(?:^|\s)0*\.?0+(?:[a-z]{1,4}|%)?(?=[\s/])/,
  filter: /opacity\(\s*0*\.?0*%?\s*\)/,
  transform: /scale[xyz3d]*\(\s*0*\.?0*(?=[\s,)])/,
  scale: /^0*\.?0+(?:\s|$)/,
  "fill-opacity": /^0*\.?0+%?$/,
  "z-index": /^-/,
};
/** Up to these numbers of a unit nothing can be read. */
const SMALLEST: Readonly<Record<string, number>> = {
  ...{ "": 0.05, em: 0.1, rem: 0.1, ex: 0.2, ch: 0.2, "%": 5 },
  ...{ px: 2, pt: 1.5, vw: 0.3, vh: 0.3, mm: 0.5, cm: 0.05, in: 0.02, pc: 0.1, q: 2 },
};
/** So far away nothing is on the page. */
const FARTHEST: Readonly<Record<string, number>> = {
  ...{ em: 50, rem: 50, ex: 100, ch: 100, "%": 100, px: 500, pt: 400, vw: 100, vh: 100 },
  ...{ "": 2000, mm: 150, cm: 15, in: 6, pc: 35, q: 600 },
};

/** Whether what has these declarations is not seen, as far as they say. */
export function hides(declared: Declarations, isTextOfDrawing = false): boolean {
  for (const [name, value] of declared) {
    if (ALWAYS[name]?.test(value)) return true;
    if (SIZE.test(name) && isSmall(value)) return true;
    if (MOVING.test(name) && isFar(value)) return true;
    if ((COLOUR.test(name) || (isTextOfDrawing && name === "fill")) && isClear(value, declared))
      return true;
  }
  const isEmpty = ["width", "height", "max-width", "max-height", "block-size"].some((name) =>
    /^[01]?(?:\.\d+)?(?:px|pt|em|rem)?$/.test(declared.get(name) ?? "auto"),
  );
  return isEmpty && /hidden|clip/.test(declared.get("overflow") ?? "");
}

/** Whether it is for a function to say, which is not reckoned here. */
export function isUndecided(name: string, value: string): boolean {
  const matters =
    ALWAYS[name] !== undefined || SIZE.test(name) || MOVING.test(name) || COLOUR.test(name);
  if (name.startsWith("mask") && value.includes("gradient(")) return true;
  return matters && /\b(?:calc|min|max|clamp|var|env|attr)\(/.test(value);
}

function isSmall(value: string): boolean {
  const [, number, unit = ""] = /^\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*|%)$/.exec(value) ?? [];
  return number !== undefined && Number(number) <= (SMALLEST[unit] ?? 0);
}

function isFar(value: string): boolean {
  // Most pages go on to the right and downwards.
  for (const [, sign, number, unit = ""] of value.matchAll(
    /(-?)(?<![\d.])(\d*\.?\d+(?:e\+?\d+)?)([a-z]*|%)/g,
  ))
    if (Number(number) >= (FARTHEST[unit] ?? 500) * (sign === "-" ? 1 : 4)) return true;
  return false;
}

function isClear(value: string, declared: Declarations): boolean {
  const behind = declared.get("background-color") ?? declared.get("background");
  const alpha = /^(?:rgb|hsl)a?\((?:[^,)]+,){3}\s*([^),]+)\)$|\/\s*([^)\s]+)\s*\)$/.exec(value);
  return (
    /^(?:transparent|none)$/.test(value) ||
    /^#(?:...0|.{6}00)$/.test(value) ||
    (alpha !== null && isSmall(alpha[1] ?? alpha[2] ?? "")) ||
    (behind === undefined
      ? /^(?:white|#fff(?:fff)?|rgb\(\s*255[,\s]+255[,\s]+255\s*\))$/.test(value)
      : behind === value)
  );
}

/** A rule of a sheet that hides what it is for. */
export type HidingRule = (node: XmlNode) => boolean;

/** A part of a selector: what holds of one element, and how the part before it stands to it. */
export interface SelectorPart {
  readonly holds: readonly ((node: XmlNode) => boolean)[];
  /** Of the part before: somewhere around it, or right around it. */
  readonly before: " " | ">";
}

/** @param at which of the parts is for the element itself: the last. */
export function matchSelector(
  parts: readonly SelectorPart[],
  node: XmlNode,
  at = parts.length - 1,
): boolean {
  const part = parts[at];
  if (part === undefined || !part.holds.every((one) => one(node))) return false;
  if (at === 0) return true;
  for (let one = node.parent; one !== undefined; one = one.parent) {
    if (matchSelector(parts, one, at - 1)) return true;
    if (part.before === ">") return false;
  }
  return false;
}

/** Of two attributes, `id` and `class`, which are asked for again and again. */
export function isCalled(node: XmlNode, name: string, value: string): boolean {
  const given = attributeOf(node, name);
  return given?.includes(value) === true && given.split(/\s+/).includes(value);
}
