import type { Language } from "../language/language.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import { markLanguage } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import { inline } from "./print-nodes.ts";

/** About three lines, which cannot be parted without a line left alone. */
const WHOLE_ITEM_CHARACTERS = 220;

/** Chromium parts the lines of an item that it would keep together in a paragraph. */
export function keepWhole(item: Element): Element {
  return textOf(item.children).length > WHOLE_ITEM_CHARACTERS ? item : addClass(item, "whole");
}

function addClass(node: Element, name: string): Element {
  const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
  return { ...node, properties: { ...node.properties, className: [...classes, name] } };
}

/** About five lines of a note: parted, it would be two scraps with a rule each. */
const WHOLE_NOTE_CHARACTERS = 450;

/** Short boxes stay on one page. */
export function keepBoxWhole(box: Element): Element {
  return textOf(box.children).length > WHOLE_NOTE_CHARACTERS ? box : addClass(box, "whole");
}

/** Words that end in a colon stay with the list that they announce. */
export function keepAnnouncements(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child, index) => {
    if (child.type !== "element" || child.tagName !== "p") return child;
    const next = children.slice(index + 1).find((one) => one.type === "element");
    const announces =
      next?.type === "element" &&
      (next.tagName === "ul" || next.tagName === "ol") &&
      /[:：]\s*$/.test(textOf(child.children));
    return announces ? addClass(child, "announcement") : child;
  });
}

/**
 * A task's box, with its state in words for those who do not see it; nothing for other items. It
 * stands in the first paragraph's line, not in one above it.
 */
export function placeTaskBox(item: Element, words: Words, around: Language): Element | undefined {
  const state = ["done", "open"].find((name) => hasClass(item, name));
  if (state === undefined) return undefined;
  const box = inline("span", `task-box ${state}`, [], {
    role: "img",
    ariaLabel: words.say(`task-${state}`),
    ...markLanguage(words.languageOf(`task-${state}`), around),
  });
  const [first, ...rest] = item.children;
  if (first?.type !== "element" || first.tagName !== "p") {
    return { ...item, children: [box, ...item.children] };
  }
  return { ...item, children: [{ ...first, children: [box, ...first.children] }, ...rest] };
}
