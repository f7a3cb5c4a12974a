import type { Element, ElementContent } from "../markup/document.ts";

/** A new element with classes (`"task-box done"`). */
export function element(
  tagName: string,
  classes: string,
  children: readonly ElementContent[],
  properties: Element["properties"] = {},
): Element {
  return {
    type: "element",
    tagName,
    properties: { ...(classes === "" ? {} : { className: classes.split(" ") }), ...properties },
    children: [...children],
  };
}

/** The same, named for what it is in a line. */
export const inline = element;

export function text(value: string): ElementContent {
  return { type: "text", value };
}
