import { attributeOf, descendantsOf, textOf, type XmlNode } from "../../xml/xml-tree.ts";
import { SVG } from "../epub/namespaces.ts";
import { isDark, isKnownToShow, isPaleGround } from "./seen-styles.ts";

const WRITTEN = /^(?:text|tspan)$/;
const SHAPE = /^(?:path|rect|circle|ellipse|line|polygon|polyline)$/;
/** Elements beside which text stays where it is written. */
const QUIET = /^(?:svg|g|a|title|desc|metadata|defs|linearGradient|radialGradient|stop)$/;
/** Attributes with which an element around text leaves it as it is. */
const HARMLESS =
  /^(?:x|y|id|class|lang|xml:lang|xml:space|xmlns.*|viewBox|width|height|version|role|aria-.*|font-(?:family|size|style|weight)|fill|text-anchor|dominant-baseline)$/;

/**
 * Text of a drawing that is not known to be seen. What is painted later lies above (SVG 2 §3.3), and
 * everything moves, clips or colours: known is only dark text at plain places within the drawing,
 * behind pale shapes.
 *
 * @param root the outermost element of the drawing.
 */
export function findDoubtfulText(root: XmlNode): XmlNode | undefined {
  const nodes = [...descendantsOf(root)];
  const texts = nodes.filter((node) => WRITTEN.test(node.local) && textOf(node).trim() !== "");
  const [first] = texts;
  if (first === undefined) return undefined;
  const start = nodes.indexOf(first);
  const isQuiet = nodes.every(
    (node, at) =>
      node === root ||
      (node.uri === SVG && node.local !== "svg" && QUIET.test(node.local)) ||
      WRITTEN.test(node.local) ||
      (at < start && SHAPE.test(node.local) && isPaleGround(fillOf(node) ?? "#000")),
  );
  return isQuiet ? texts.find((text) => !isPlain(text, root)) : first;
}

function isPlain(text: XmlNode, root: XmlNode): boolean {
  for (let node: XmlNode | undefined = text; node !== undefined; node = node.parent) {
    if (!node.attributes.every(({ name }) => HARMLESS.test(name))) return false;
    const fill = fillOf(node);
    if (fill !== undefined && !isDark(fill)) return false;
    const size = attributeOf(node, "font-size");
    if (size !== undefined && !isKnownToShow("font-size", size.replace(/^[\d.]+$/, "$&px")))
      return false;
    if (WRITTEN.test(node.local) && !isWithin(node, root)) return false;
    if (node === root) return true;
  }
  return false;
}

const fillOf = (node: XmlNode) => attributeOf(node, "fill")?.trim().toLowerCase();

/** Sizes in a drawing, in its own units and in those of the page. */
const USUAL_SIZE = 16;
const SMALLEST_SIZE = 5;
/** Of the smaller side of the drawing. */
const SMALLEST_SHARE = 0.02;
/** Letters are at least so wide on the average, and so high above their line. */
const LETTER_WIDTH = 0.4;
const LETTER_HEIGHT = 0.5;

function isWithin(node: XmlNode, root: XmlNode): boolean {
  const box = readNumbers(attributeOf(root, "viewBox"));
  const [left = 0, top = 0, width = Number.NaN, height = Number.NaN] = box;
  const size = readSize(node);
  const scale = Math.min(
    readSide(root, "width", width) / width,
    readSide(root, "height", height) / height,
  );
  if (!(size >= SMALLEST_SHARE * Math.min(width, height) && size * scale >= SMALLEST_SIZE))
    return false;
  const inside = (name: string, from: number, to: number) => {
    const written = attributeOf(node, name) ?? (node.local === "text" ? "0" : undefined);
    return written === undefined || readNumbers(written).every((one) => one >= from && one <= to);
  };
  const length = textOf(node).trim().length * size * LETTER_WIDTH;
  const anchor = attributeOf(node, "text-anchor") ?? attributeOf(root, "text-anchor");
  const before = anchor === "end" ? length : anchor === "middle" ? length / 2 : 0;
  return (
    inside("x", left + before, left + width - (length - before)) &&
    inside("y", top + size * LETTER_HEIGHT, top + height)
  );
}

const readNumbers = (written = "") =>
  written
    .trim()
    .split(/[\s,]+/)
    .map(Number);

/** Of letters: what is written at the element, or around it. */
function readSize(node: XmlNode | undefined): number {
  if (node === undefined) return USUAL_SIZE;
  const written = attributeOf(node, "font-size");
  return written === undefined ? readSize(node.parent) : Number(written.replace(/px$/, ""));
}

/** A side that is said in no number of points of a screen is as long as the box. */
function readSide(root: XmlNode, name: string, length: number): number {
  const written = attributeOf(root, name)?.replace(/px$/, "") ?? "";
  return /^[\d.]+$/.test(written) ? Number(written) : length;
}
