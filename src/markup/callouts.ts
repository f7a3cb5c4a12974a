import { CALLOUT_KINDS, classOf, FOR_ALL, FOR_TRAINERS } from "../markdown/block-rules.ts";
import { matchTrainerPhrase } from "../wording/trainer-phrase.ts";
import type { Wording } from "../wording/wording.ts";
import { wrapRest } from "./containers.ts";
import { INLINE_ATTRIBUTES } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { describePicture } from "./picture-attributes.ts";
import { hasClass } from "./serialise.ts";
import { ATTRIBUTES, SPACER } from "./token-reader.ts";
import { makeElement } from "./tree-builder.ts";
import { isBlank, rawText, rewrite, rewriteFlows, wrap } from "./tree-walk.ts";

/** The kinds of GitHub's alerts and of Obsidian's callouts, in our classes. */
const ALERTS: ReadonlyMap<string, string> = new Map([
  ...[
    "attention",
    "bug",
    "caution",
    "danger",
    "error",
    "fail",
    "failure",
    "missing",
    "warning",
  ].map((name) => [name, "warning"] as const),
  ...["check", "done", "hint", "success", "tip"].map((name) => [name, "tip"] as const),
  ...["abstract", "cite", "example", "faq", "help", "important", "info", "note", "notice"].map(
    (name) => [name, "notice"] as const,
  ),
  ...["question", "quote", "summary", "tldr", "todo"].map((name) => [name, "notice"] as const),
]);

/**
 * Makes callouts of blocks with the class `notice`, `warning` or `tip` (kramdown's `{: .notice}`,
 * `{.notice}`, or an HTML container) and of `> [!NOTE]`. Every other class of the author
 * is dropped: class names are the themes' interface. Only a word for trainers (`{: .trainer}`,
 * `<div class="facilitator">`) makes a box for them of whatever has it. An id from an attribute list is kept.
 */
export function shapeCallouts(
  children: readonly ElementContent[],
  wording: Wording,
): ElementContent[] {
  const attributed = rewrite(children, (element) => {
    element.children = applyInline(element);
    return element;
  });
  const shaped = rewriteFlows(attributed, (nodes) =>
    applyBetween(nodes).flatMap((node) => shapeCallout(node, wording)),
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
    const touched = result.findLast((one) => !isBlank(one));
    const isPicture = touched?.type === "element" && touched.tagName === "img";
    const previous = isPicture ? touched : result.at(-1);
    if (child.type !== "element" || child.tagName !== INLINE_ATTRIBUTES) {
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

function merge(target: Element, list: Element): void {
  // Our own markers do not last.
  if (target.tagName.startsWith("x-")) return;
  for (const name of ["id", "lang", "dir"]) {
    if (list.properties[name] !== undefined) target.properties[name] = list.properties[name];
  }
  describePicture(target, list);
  addKinds(target, list);
}

function addKinds(target: Element, list: Element): void {
  const kind = [FOR_TRAINERS, FOR_ALL].find((one) => hasClass(list, one)) ?? kindOf(list);
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

function shapeCallout(node: ElementContent, wording: Wording): ElementContent | ElementContent[] {
  if (node.type !== "element") return node;
  const alert = node.tagName === "blockquote" ? readAlert(node, wording) : undefined;
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

const ALERT = /^\s*\[!(\p{L}[\p{L}\p{M}\p{N}_ -]{0,40})(?:\|[^\]\n]*)?\][+-]?[^\S\n]*/u;

/**
 * A quotation that opens with `[!NOTE]`, as GitHub has it, or `[!tip]- Words`, as Obsidian has it:
 * the words are its label, where a text follows. A kind that nobody knows is a notice with its name.
 */
function readAlert(quote: Element, wording: Wording): Element | undefined {
  const first = quote.children.find((child) => !isBlank(child));
  if (first?.type !== "element" || first.tagName !== "p") return undefined;
  const start = first.children[0];
  if (start?.type !== "text") return undefined;
  const found = ALERT.exec(start.value);
  if (found === null) return undefined;
  const name = found[1] ?? "";
  start.value = start.value.slice(found[0].length);
  const { title, text } = partAtLine(first.children);
  const rest = quote.children.filter((child) => child !== first);
  const body = text.every(isBlank) ? rest : [{ ...first, children: text }, ...rest];
  const isAlone = body.every(isBlank);
  const known = ALERTS.get(name.toLowerCase());
  const isNamed = known === undefined && !isForTrainers(name, wording);
  const label: ElementContent[] =
    !isAlone && !title.every(isBlank) ? title : isNamed ? [{ type: "text", value: name }] : [];
  const words = isAlone && !title.every(isBlank) ? [{ ...first, children: title }] : body;
  const kept =
    label.length === 0 ? words : [wrap("p", "aside-label", label, first.position), ...words];
  // What is called a note for trainers is one, whatever its kind.
  const className =
    isForTrainers(name, wording) || isLabel(rawText(title).trim(), wording)
      ? ["trainer-note"]
      : ["callout", known ?? "notice"];
  return makeElement("aside", { className }, quote.position, kept);
}

function isForTrainers(name: string, wording: Wording): boolean {
  const words = name.toLowerCase().replace(/[_-]/g, " ");
  return classOf(name.toLowerCase(), wording) === FOR_TRAINERS || isLabel(words, wording);
}

function isLabel(text: string, wording: Wording): boolean {
  return matchTrainerPhrase(wording, text)?.kind === "label";
}

/** The first line of a paragraph, and what stands below it. */
function partAtLine(nodes: readonly ElementContent[]): {
  readonly title: ElementContent[];
  readonly text: ElementContent[];
} {
  const at = nodes.findIndex(
    (node) =>
      (node.type === "text" && node.value.includes("\n")) ||
      (node.type === "element" && node.tagName === "br"),
  );
  const node = nodes[at];
  if (node === undefined) return { title: [...nodes], text: [] };
  const title = nodes.slice(0, at);
  const text = nodes.slice(at + 1);
  if (node.type !== "text") return { title, text };
  const [line = "", ...lines] = node.value.split("\n");
  const below = lines.join("\n");
  return {
    title: line.trim() === "" ? title : [...title, { type: "text", value: line.trimEnd() }],
    text: below === "" ? text : [{ type: "text", value: below }, ...text],
  };
}
