import { composeLetters } from "../language/text-form.ts";
import { BLOCK_ELEMENTS, INLINE_ELEMENTS, VOID_ELEMENTS } from "./allow-list.ts";
import type { Element, ElementContent } from "./document.ts";
import { mendTable } from "./tables.ts";
import { isInlineNode, makeElement } from "./tree-builder.ts";
import { isBlank, rewrite } from "./tree-walk.ts";

/** Around nothing but a space they say nothing, and would keep an empty heading alive. */
const EMPHASIS: ReadonlySet<string> = new Set(["b", "em", "i", "strong", "u"]);

/** Elements that may stand empty: a cell is part of a grid. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["dd", "td", "th"]);

/**
 * Takes away what is empty, unwraps plain containers, mends tables and definition lists, so that the
 * tree is valid XHTML, and composes texts that entities have parted again (`e&#x301;`). Innermost
 * first: what its children leave empty goes too.
 *
 * @param markers names of elements of ours that later steps still need
 */
export function cleanTree(
  children: readonly ElementContent[],
  markers: ReadonlySet<string> = new Set(),
): ElementContent[] {
  const cleaned = joinTexts(
    rewrite(children, (element) => {
      element.children = joinTexts(element.children);
      composeAttributes(element);
      if (isFlow(element)) element.children = withoutLooseSpace(element.children);
      if (markers.has(element.tagName)) return element;
      if (element.tagName === "div") return element.children;
      if (!BLOCK_ELEMENTS.has(element.tagName) && !INLINE_ELEMENTS.has(element.tagName)) return [];
      if (isEmpty(element)) return [];
      if (EMPHASIS.has(element.tagName) && element.children.every(isBlank)) return element.children;
      if (element.tagName === "table") return mendTable(element);
      if (element.tagName === "dl") return mendDefinitions(element);
      if (element.tagName === "pre") return mendCode(element);
      return element;
    }),
  );
  return withoutLooseSpace(cleaned);
}

function isFlow(element: Element): boolean {
  return !INLINE_ELEMENTS.has(element.tagName) && element.tagName !== "pre";
}

function isEmpty(element: Element): boolean {
  if (VOID_ELEMENTS.has(element.tagName) || MAY_BE_EMPTY.has(element.tagName)) return false;
  // A place that a link goes to has no text of its own.
  if (element.tagName === "span" && element.properties.id !== undefined) return false;
  // Nor does a link whose address is its text; `placeLinks` puts that in.
  if (element.tagName === "a" && element.properties.href !== undefined) return false;
  if (INLINE_ELEMENTS.has(element.tagName)) return element.children.length === 0;
  return element.children.every(isBlank);
}

function joinTexts(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: string[] = [];
  const flush = () => {
    const value = composeLetters(run.join(""));
    run = [];
    if (value !== "") result.push({ type: "text", value });
  };
  for (const child of children) {
    if (child.type === "text") {
      run.push(child.value);
    } else if (child.type === "element") {
      flush();
      result.push(child);
    }
  }
  flush();
  return result;
}

function composeAttributes({ properties }: Element): void {
  for (const name of ["alt", "title"]) {
    const text = properties[name];
    if (typeof text === "string") properties[name] = composeLetters(text);
  }
}

/** White space between blocks is the source's, not the author's. */
function withoutLooseSpace(children: readonly ElementContent[]): ElementContent[] {
  return children.filter((child, index) => {
    if (!isBlank(child)) return true;
    const previous = children[index - 1];
    const next = children[index + 1];
    return (
      previous !== undefined && next !== undefined && isInlineNode(previous) && isInlineNode(next)
    );
  });
}

/** Groups of terms and their definitions: neither without the other (HTML §4.4.9). */
function mendDefinitions(list: Element): ElementContent[] {
  const children: ElementContent[] = [];
  let hasTerm = false;
  for (const child of list.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "dt") hasTerm = true;
    // A definition before any term is text without a heading.
    else if (!hasTerm) children.push(makeElement("dt", {}, child.position));
    hasTerm = true;
    children.push(child);
  }
  const last = children.at(-1);
  if (last === undefined) return [];
  if (last.type === "element" && last.tagName === "dt")
    children.push(makeElement("dd", {}, undefined));
  return [{ ...list, children }];
}

/** `pre` always holds one `code`, whatever HTML had in it. */
function mendCode(block: Element): Element {
  const only = block.children[0];
  if (block.children.length === 1 && only?.type === "element" && only.tagName === "code") {
    return block;
  }
  return { ...block, children: [makeElement("code", {}, undefined, block.children)] };
}
