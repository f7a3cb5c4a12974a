import type { Element } from "../markup/document.ts";
import { textOf } from "../markup/serialise.ts";

/** About three lines, which cannot be parted without a line left alone. */
const WHOLE_ITEM_CHARACTERS = 220;

/** Chromium parts the lines of an item that it would keep together in a paragraph. */
export function keepWhole(item: Element): Element {
  if (textOf(item.children).length > WHOLE_ITEM_CHARACTERS) return item;
  const classes = Array.isArray(item.properties.className) ? item.properties.className : [];
  return { ...item, properties: { ...item.properties, className: [...classes, "whole"] } };
}
