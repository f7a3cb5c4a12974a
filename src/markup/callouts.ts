import { CALLOUT_KINDS, classOf, FOR_TRAINERS } from "./block-rules.ts";
import { wrapRest } from "./containers.ts";
import type { Element, ElementContent } from "./document.ts";
import { hasClass } from "./serialise.ts";
import { ATTRIBUTES, SPACER } from "./token-reader.ts";
import { makeElement } from "./tree-builder.ts";
import { isBlank, rawText, rewrite, rewriteFlows } from "./tree-walk.ts";

/** GitHub's alerts, in our classes. */
const ALERTS: ReadonlyMap<string, string> = new Map([
  ["CAUTION", "warning"],
  ["IMPORTANT", "notice"],
  ["NOTE", "notice"],
  ["TIP", "tip"],
  ["WARNING", "warning"],
]);

/**
 * Makes callouts of blocks with the class `notice`, `warning` or `tip` (kramdown's `{: .notice}`,
 * `{.notice}`, or an HTML container) and of GitHub's `> [!NOTE]`. Every other class of the author
 * is dropped: class names are the themes' interface. Only a word for trainers (`{: .trainer}`,
 * `<div class="facilitator">`) makes a box for them of whatever has it. An id from an attribute list is kept.
 */
export function shapeCallouts(children: readonly ElementContent[]): ElementContent[] {
  const attributed = rewrite(children, (element) => {
    element.children = applyInline(element);
    return element;
  });
  const shaped = rewriteFlows(attributed, (nodes) =>
    applyBetween(nodes).flatMap((node) => shapeCallout(node)),
  );
  return rewrite(shaped, (element, parent) =>
    hasClass(element, FOR_TRAINERS) ? [...wrapRest([withoutMark(element)], parent)] : element,
  );
}

function withoutMark(element: Element): Element {
  const { className, ...properties } = element.properties;
  const kept = Array.isArray(className) ? className.filter((name) => name !== FOR_TRAINERS) : [];
  return {
    ...element,
    properties: kept.length > 0 ? { ...properties, className: kept } : properties,
  };
}

/** An attribute list behind inline text belongs to what it touches, or to the whole block. */
function applyInline(element: Element): ElementContent[] {
  const result: ElementContent[] = [];
  const last = element.children.findLast((child) => !isBlank(child));
  for (const child of element.children) {
    const previous = result.at(-1);
    if (child.type !== "element" || child.tagName !== ATTRIBUTES || isFlow(element)) {
      result.push(child);
    } else if (
      previous?.type === "element" &&
      !/^(?:br|x-note-reference)$/.test(previous.tagName)
    ) {
      merge(previous, child);
      if (child === last) addKinds(element, child);
    } else if (child === last) {
      merge(element, child);
      if (previous?.type === "text") previous.value = previous.value.trimEnd();
    }
  }
  return result;
}

/** A list on a line of its own stands as a block; then the block before or after it is meant. */
function isFlow(element: Element): boolean {
  return /^(?:blockquote|div|aside|li|dd|td|th)$/.test(element.tagName);
}

function merge(target: Element, list: Element): void {
  // Our own markers do not last.
  if (target.tagName.startsWith("x-")) return;
  if (list.properties.id !== undefined) target.properties.id = list.properties.id;
  addKinds(target, list);
}

function addKinds(target: Element, list: Element): void {
  const kind = hasClass(list, FOR_TRAINERS) ? FOR_TRAINERS : kindOf(list);
  // A box for trainers or participants is one whatever is written under it.
  const isSettled = hasClass(target, "trainer-note") || hasClass(target, "for-participant");
  if (kind === undefined || isSettled) return;
  const known = target.properties.className;
  target.properties.className = [...(Array.isArray(known) ? known : []), kind];
}

/** The block before the list takes it; where there is none, the block behind it does. */
function applyBetween(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let waiting: Element | undefined;
  for (const node of nodes) {
    if (node.type === "element" && node.tagName === ATTRIBUTES) {
      const previous = result.at(-1);
      const line = node.position?.start.line;
      if (isBlock(previous) && (line === undefined || endsAt(previous, line - 1))) {
        merge(previous, node);
      } else {
        waiting = node;
      }
      continue;
    }
    if (waiting !== undefined && isBlock(node)) {
      merge(node, waiting);
      waiting = undefined;
    }
    result.push(node);
  }
  const previous = result.at(-1);
  if (waiting !== undefined && isBlock(previous)) merge(previous, waiting);
  return result;
}

function isBlock(node: ElementContent | undefined): node is Element {
  return node?.type === "element" && node.tagName !== SPACER;
}

/** True where the block's last line is the given one, as far as it is known. */
function endsAt(element: Element, line: number): boolean {
  const end = element.position?.end.line;
  return end === undefined || end >= line;
}

function shapeCallout(node: ElementContent): ElementContent | ElementContent[] {
  if (node.type !== "element") return node;
  const alert = node.tagName === "blockquote" ? readAlert(node) : undefined;
  if (alert !== undefined) return alert;
  const kind = kindOf(node);
  // Inline elements and parts of tables keep no class, and are no callouts.
  if (
    kind === undefined ||
    !/^(?:p|div|aside|blockquote|ul|ol|pre|dl|table|h[1-6])$/.test(node.tagName)
  ) {
    return node;
  }
  const { id, className: _, ...properties } = node.properties;
  const isContainer = /^(?:div|aside|blockquote)$/.test(node.tagName);
  const plain: Element = { ...node, properties };
  const aside = makeElement(
    "aside",
    { className: ["callout", kind] },
    node.position,
    isContainer ? node.children : [plain],
  );
  if (id !== undefined) aside.properties.id = id;
  return aside;
}

function kindOf(element: Element): string | undefined {
  const classes = element.properties.className;
  if (!Array.isArray(classes) || classes.includes("callout")) return undefined;
  const found = classes.find((name) => CALLOUT_KINDS.has(String(name)));
  return found === undefined ? undefined : String(found);
}

function readAlert(quote: Element): Element | undefined {
  const first = quote.children.find((child) => !isBlank(child));
  if (first?.type !== "element" || first.tagName !== "p") return undefined;
  const start = first.children[0];
  if (start?.type !== "text") return undefined;
  const found = /^\s*\[!([A-Za-z]+)\]\s*/.exec(start.value);
  const name = found?.[1] ?? "";
  const isForTrainers = classOf(name.toLowerCase()) === FOR_TRAINERS;
  const kind = ALERTS.get(name.toUpperCase());
  if (found === null || (kind === undefined && !isForTrainers)) return undefined;
  start.value = start.value.slice(found[0].length);
  const isEmpty = rawText(first.children).trim() === "" && first.children.length === 1;
  const children = isEmpty ? quote.children.filter((child) => child !== first) : quote.children;
  const className = kind === undefined ? ["trainer-note"] : ["callout", kind];
  return makeElement("aside", { className }, quote.position, children);
}
