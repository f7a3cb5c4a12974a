import { attributeOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { OPS } from "../epub/namespaces.ts";
import type { Declared } from "./search-styles.ts";
import { HIDES } from "./seen-styles.ts";
import { isUnshown } from "./vocabularies.ts";

/**
 * By what an element says of itself; what sheets say is not known to hide or to show.
 *
 * @param styles what texts of `style` attributes declare.
 * @param unseen of elements before this one, where their hidden text is collected.
 * @returns where to collect the text of an element that is not seen.
 */
export function findHidden(
  styles: ReadonlyMap<string, Declared>,
  node: XmlNode,
  unseen: ReadonlyMap<XmlNode, string[]>,
): string[] | undefined {
  const { parent } = node;
  const around = parent === undefined ? undefined : unseen.get(parent);
  if (around !== undefined && !(node.local === "summary" && isOnlyClosed(parent, unseen)))
    return around;
  if (isUnshown(node)) return [];
  const declared = node.attributes.flatMap(({ name, value }) =>
    name === "style" ? (styles.get(value) ?? []) : [`${name}:${value.trim().toLowerCase()}`],
  );
  if (declared.some((one) => HIDES.test(one))) return [];
  // Lists for reading systems are hidden by rule (EPUB 3.3 §7.4.1).
  const isList = node.local === "nav" && attributeOf(node, "type", OPS) !== undefined;
  return !isList && attributeOf(node, "hidden") !== undefined ? [] : undefined;
}

/** Of what is closed, and not hidden otherwise, the line by which it is opened is seen. */
function isOnlyClosed(node: XmlNode | undefined, unseen: ReadonlyMap<XmlNode, string[]>): boolean {
  const isHiddenAround = node?.parent !== undefined && unseen.has(node.parent);
  const isPlain = node?.attributes.every(({ name }) => /^(?:id|class)$/.test(name)) === true;
  return node?.local === "details" && isPlain && !isHiddenAround;
}

/** Whether an element holds shapes. */
export function isDrawn(node: XmlNode): boolean {
  return [...descendantsOf(node)].some(({ local }) =>
    /^(?:path|rect|circle|ellipse|line|polygon|polyline|image|use)$/.test(local),
  );
}
