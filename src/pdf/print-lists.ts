import type { Element } from "../markup/document.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import type { Words } from "../theme/theme.ts";
import { inline } from "./print-nodes.ts";

/** About three lines, which cannot be parted without a line left alone. */
const WHOLE_ITEM_CHARACTERS = 220;

/** Chromium parts the lines of an item that it would keep together in a paragraph. */
export function keepWhole(item: Element): Element {
  if (textOf(item.children).length > WHOLE_ITEM_CHARACTERS) return item;
  const classes = Array.isArray(item.properties.className) ? item.properties.className : [];
  return { ...item, properties: { ...item.properties, className: [...classes, "whole"] } };
}

/**
 * A task's box, with its state in words for those who do not see it; nothing for other items. It
 * stands in the first paragraph's line, not in one above it.
 */
export function placeTaskBox(item: Element, words: Words): Element | undefined {
  const state = ["done", "open"].find((name) => hasClass(item, name));
  if (state === undefined) return undefined;
  const box = inline("span", `task-box ${state}`, [], {
    role: "img",
    ariaLabel: words.say(`task-${state}`),
  });
  const [first, ...rest] = item.children;
  if (first?.type !== "element" || first.tagName !== "p") {
    return { ...item, children: [box, ...item.children] };
  }
  return { ...item, children: [{ ...first, children: [box, ...first.children] }, ...rest] };
}
