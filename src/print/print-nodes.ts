import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";

/** A new element with classes (`"task-box done"`). */
export function element(
  tagName: string,
  classes: string,
  children: readonly ElementContent[],
  properties: Element["properties"] = {},
): Element {
  const named = classes === "" ? {} : { className: classes.split(" ") };
  return makeElement(tagName, { ...named, ...properties }, children);
}

/** The same, named for what it is in a line. */
export const inline = element;

export const text = makeText;
