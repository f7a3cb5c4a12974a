import { attributeOf, descendantsOf, textOf, type XmlNode } from "../../xml/xml-tree.ts";
import { SVG } from "../epub/namespaces.ts";
import { isDark, isKnownToShow, isPaleGround } from "./seen-styles.ts";

const WRITTEN = /^(?:text|tspan)$/;
const SHAPE = /^(?:path|rect|circle|ellipse|line|polygon|polyline)$/;
/** Elements beside which text stays where it is written. */
const QUIET = /^(?:svg|g|a|title|desc|metadata|defs|linearGradient|radialGradient|stop)$/;
/** Attributes with which an element around text leaves it as it is. */
const HARMLESS =
  /^(?:x|y|id|class|lang|xml:lang|xml:space|xmlns.*|viewBox|width|height|version|role|aria-.*|font-.*|fill|text-anchor|dominant-baseline)$/;

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

function isWithin(node: XmlNode, root: XmlNode): boolean {
  const box = (attributeOf(root, "viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, width = Number.NaN, height = Number.NaN] = box;
  const inside = (name: string, from: number, length: number) =>
    (attributeOf(node, name) ?? String(from + 1))
      .trim()
      .split(/[\s,]+/)
      .every((one) => Number(one) >= from && Number(one) < from + length);
  return inside("x", left, width) && inside("y", top, height);
}
