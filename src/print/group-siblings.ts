import { INLINE_ELEMENTS } from "../markup/allow-list.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement } from "../markup/make-nodes.ts";

/**
 * The most children that an element of a print document has. Chromium writes the structure tree of
 * a tagged PDF in time that grows with the square of the children: 24,000 of them took 17 seconds,
 * and 2 when no element had more than some hundreds.
 */
export const MOST_SIBLINGS = 500;

/**
 * Groups very many siblings, so that a tagged print takes time in proportion to its length. Lists
 * become several that count on, rows of a table several bodies; what else is in a row is held
 * together by an element that has no looks. Texts and their order stay. No book that a person wrote
 * is changed.
 */
export function groupSiblings(nodes: readonly ElementContent[]): ElementContent[] {
  return groupRow(nodes.flatMap(groupWithin), "div");
}

function groupWithin(node: ElementContent): ElementContent[] {
  if (node.type !== "element" || node.children.length === 0) return [node];
  const children = node.children.flatMap(groupWithin);
  if (children.length <= MOST_SIBLINGS) return [{ ...node, children }];
  switch (node.tagName) {
    case "ol":
    case "ul":
      return partList(node, children);
    case "tbody":
      return cut(children).map((rows) => ({ ...node, children: [...rows] }));
    case "table":
    case "tr":
      return [{ ...node, children }];
    default:
      return [{ ...node, children: groupRow(children, holderOf(children)) }];
  }
}

function partList(list: Element, items: readonly ElementContent[]): ElementContent[] {
  let start = Number(list.properties.start ?? 1);
  return cut(items).map((part, index) => {
    const { id, ...rest } = list.properties;
    const own = index === 0 && id !== undefined ? { ...rest, id } : rest;
    const properties = list.tagName === "ol" && index > 0 ? { ...own, start } : own;
    start += part.filter((item) => item.type === "element").length;
    return { ...list, properties, children: [...part] };
  });
}

function groupRow(nodes: readonly ElementContent[], holder: "div" | "span"): ElementContent[] {
  let row: ElementContent[] = [...nodes];
  while (row.length > MOST_SIBLINGS) {
    row = cut(row).map((part) => makeElement(holder, { role: "group" }, part));
  }
  return row;
}

function holderOf(children: readonly ElementContent[]): "div" | "span" {
  const isLine = children.every(
    (child) => child.type !== "element" || INLINE_ELEMENTS.has(child.tagName),
  );
  return isLine ? "span" : "div";
}

function cut(nodes: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [];
  for (let from = 0; from < nodes.length; from += MOST_SIBLINGS) {
    parts.push(nodes.slice(from, from + MOST_SIBLINGS));
  }
  return parts;
}
