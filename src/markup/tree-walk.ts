import { isInline } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { hasClass } from "./serialise.ts";
import { makeElement } from "./tree-builder.ts";

// The trees that come here were built by TreeBuilder, which caps their depth: recursion is safe.

/**
 * Calls for every element in document order.
 *
 * @param visit is given the `ancestors` from the outside in: a list that changes when it returns.
 */
export function walk(
  children: readonly ElementContent[],
  visit: (element: Element, ancestors: readonly Element[]) => void,
  ancestors: Element[] = [],
): void {
  for (const child of children) {
    if (child.type !== "element") continue;
    visit(child, ancestors);
    if (child.children.length === 0) continue;
    ancestors.push(child);
    walk(child.children, visit, ancestors);
    ancestors.pop();
  }
}

/**
 * Replaces every element, innermost first, by what `change` gives for it.
 *
 * @param change returns the element itself to keep it, or the nodes to put in its place
 */
export function rewrite(
  children: readonly ElementContent[],
  change: (element: Element, parent: Element | undefined) => ElementContent | ElementContent[],
  parent?: Element,
): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    if (child.type !== "element") {
      result.push(child);
      continue;
    }
    child.children = rewrite(child.children, change, child);
    const changed = change(child, parent);
    if (Array.isArray(changed)) for (const node of changed) result.push(node);
    else result.push(changed);
  }
  return result;
}

/** Replaces the list of children of every container of blocks, innermost first. */
export function rewriteFlows(
  children: readonly ElementContent[],
  change: (children: ElementContent[], parent: Element | undefined) => ElementContent[],
  parent?: Element,
): ElementContent[] {
  for (const child of children) {
    if (child.type !== "element" || isInline(child.tagName)) continue;
    child.children = rewriteFlows(child.children, change, child);
  }
  return change([...children], parent);
}

const RANKS: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((rank) => [`h${rank}`, rank]),
);

/** The written rank of a heading, 1–6; 0 for every other node. */
export function rankOf(node: ElementContent | undefined): number {
  return node?.type === "element" ? (RANKS.get(node.tagName) ?? 0) : 0;
}

export function isBlank(node: ElementContent): boolean {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}

/** The text of a run of nodes as it stands, white space included; a `br` counts as nothing. */
export function rawText(children: readonly ElementContent[]): string {
  let text = "";
  for (const child of children) {
    if (child.type === "text") text += child.value;
    else if (child.type === "element") text += rawText(child.children);
  }
  return text;
}

/** Removes the first `count` UTF-16 code units of text, and the elements that it empties. */
export function cutStart(children: readonly ElementContent[], count: number): ElementContent[] {
  const result: ElementContent[] = [];
  let left = count;
  for (const child of children) {
    if (left <= 0) {
      result.push(child);
    } else if (child.type === "text") {
      if (child.value.length > left) result.push({ type: "text", value: child.value.slice(left) });
      left -= child.value.length;
    } else if (child.type === "element") {
      const length = rawText([child]).length;
      if (length > left) {
        result.push({ ...child, children: cutStart(child.children, left) });
      } else if (length === 0) {
        result.push(child);
      }
      left -= length;
    }
  }
  return result;
}

/**
 * What stands for the text that `cutStart` removes: the words given, in the first link that loses
 * all its own.
 */
export function keepLink(
  children: readonly ElementContent[],
  count: number,
  words: string,
): ElementContent {
  let start = 0;
  let link: Element | undefined;
  walk(children, (element) => {
    if (link !== undefined || element.tagName !== "a") return;
    const own = rawText([element]);
    // One without words loses none: it stays where it is.
    if (own === "") return;
    start = rawText(children).indexOf(own, start);
    if (start >= 0 && start + own.length <= count) link = element;
  });
  const text: ElementContent = { type: "text", value: words };
  return link === undefined ? text : { ...link, children: [text] };
}

/** The element's children less the emphasis that wraps them as a whole. */
export function withoutEmphasis(children: readonly ElementContent[]): {
  readonly children: ElementContent[];
  readonly emphasised: boolean;
} {
  let current = [...children];
  let emphasised = false;
  for (;;) {
    const filled = current.filter((node) => !isBlank(node));
    const only = filled[0];
    if (filled.length !== 1 || only?.type !== "element") break;
    if (only.tagName === "em" || only.tagName === "i") emphasised = true;
    else if (only.tagName !== "strong" && only.tagName !== "b") break;
    current = [...only.children];
  }
  return { children: current, emphasised };
}

export function addClass(element: Element, name: string): void {
  if (hasClass(element, name)) return;
  const classes = element.properties.className;
  element.properties.className = [...(Array.isArray(classes) ? classes : []), name];
}

/** An element of ours, with one class, around what is given. */
export function wrap(
  tagName: string,
  className: string,
  children: ElementContent[],
  position?: Element["position"],
): Element {
  return makeElement(tagName, { className: className.split(" ") }, position, children);
}
