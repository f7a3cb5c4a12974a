import type { Element, ElementContent, Text } from "./document.ts";

export function makeElement(
  tagName: string,
  properties: Element["properties"] = {},
  children: readonly ElementContent[] = [],
): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

export function makeText(value: string): Text {
  return { type: "text", value };
}
