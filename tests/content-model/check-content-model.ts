import { listArchive } from "../../src/archive/read-archive.ts";
import { isGlobalAttribute, ROLES } from "../../src/inspect/epub/attribute-rules.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { MATHML, OPS, SSML, SVG, XHTML, XML } from "../../src/inspect/epub/namespaces.ts";
import { listTexts, openFiles, readBook } from "../../src/inspect/epub/read-book.ts";
import { attributeOf, childrenOf, type XmlNode } from "../../src/xml/xml-tree.ts";
import { mayHaveRole } from "../epub-rules/element-roles.ts";
import { expectedValue } from "./attribute-values.ts";
import { type ChildOrder, ELEMENT_RULES, type ElementRule } from "./element-rules.ts";

/** What is wrong with a content document by the model of HTML, and where. */
export interface ModelFault {
  readonly kind: string;
  /** Name of the file in the archive. */
  readonly file: string;
  readonly message: string;
}

type Tell = (kind: string, at: XmlNode, found: string, expected: string) => void;

/** What may stand at a place: what a transparent element passes on. */
type Context = "phrasing" | "flow" | "anything";

/** Descendants that an element may not have (HTML §4), and whether validators say so too. */
const EXCLUDED: readonly (readonly [ancestor: string, descendants: readonly string[]])[] = [
  ["a", ["a", "interactive"]],
  ["button", ["a", "interactive"]],
  ["dfn", ["dfn"]],
  ["form", ["form"]],
  ["label", ["label"]],
  ["caption", ["table"]],
  ["header", ["header", "footer"]],
  ["footer", ["header", "footer"]],
  ["address", ["address", "header", "footer"]],
  ["audio", ["audio", "video"]],
  ["video", ["audio", "video"]],
  ["meter", ["meter"]],
  ["progress", ["progress"]],
];
const EXCLUDED_QUIETLY: typeof EXCLUDED = [
  ["dt", ["header", "footer", "section", "heading"]],
  ["th", ["header", "footer", "section", "heading"]],
  ["address", ["section", "heading"]],
];

const INTERACTIVE = new Set("button details embed iframe label select textarea".split(" "));
const SECTIONS = new Set("article aside nav section".split(" "));

/** Elements in which `epub:type` would say nothing (EPUB 3.3 §6.1.3). */
const WITHOUT_TYPE = new Set("head base link meta noscript script style template title".split(" "));

/**
 * Checks every element and attribute of the content documents of an EPUB 3 against the content model
 * of HTML. Drawings and formulas are judged only as to where they stand; what is in them is their own.
 */
export function findModelFaults(archive: Uint8Array): readonly ModelFault[] {
  const faults: ModelFault[] = [];
  const entries = listArchive(archive);
  const files = openFiles(archive, entries, () => undefined);
  for (const { file, root } of listTexts(readBook(entries, files, () => undefined))) {
    if (root.uri !== XHTML || root.local !== "html") continue;
    const tell: Tell = (kind, _at, found, expected) =>
      faults.push({ kind, file, message: `Unexpected ${found}, expected ${expected}` });
    const scope: Scope = { tell, ancestors: new Map() };
    checkAttributes(root, ELEMENT_RULES.get("html"), scope);
    checkChildren(root, "flow", scope);
  }
  return faults;
}

interface Scope {
  readonly tell: Tell;
  /** How many open elements there are of each name. */
  readonly ancestors: Map<string, number>;
}

function checkElement(node: XmlNode, context: Context, scope: Scope): void {
  if (context === "anything") return;
  if (node.uri === OPS) return;
  if (node.uri === SVG || node.uri === MATHML) {
    checkForeign(node, scope);
    return;
  }
  const rule = node.uri === XHTML ? ELEMENT_RULES.get(node.local) : undefined;
  if (rule === undefined) {
    const about = node.uri === XHTML ? "" : ` in the namespace ${quote(node.uri)}`;
    scope.tell("unknown element", node, `element \`<${node.name}>\`${about}`, "one of HTML");
    return;
  }
  checkAttributes(node, rule, scope);
  checkExclusions(node, scope);
  checkChildren(node, context, scope);
}

/** `foreignObject` and `annotation-xml` hold HTML again. */
function checkForeign(node: XmlNode, scope: Scope): void {
  for (const child of childrenOf(node)) {
    if (child.uri === XHTML) checkElement(child, "flow", scope);
    else checkForeign(child, scope);
  }
}

function checkChildren(node: XmlNode, context: Context, scope: Scope): void {
  const holds = holdsOf(node);
  if (holds === undefined) return;
  scope.ancestors.set(node.local, (scope.ancestors.get(node.local) ?? 0) + 1);
  const order = typeof holds === "object" ? holds : undefined;
  const kind = typeof holds === "object" ? (holds.beside ?? "parts") : holds;
  const inner = kind === "transparent" ? context : kind;
  if (order !== undefined) checkOrder(node, order, scope);
  for (const child of node.children) {
    if (child.kind === "text") {
      if ((inner === "parts" || inner === "nothing") && /\S/.test(child.value)) {
        const found = `text ${quote(child.value)} in \`<${node.local}>\``;
        scope.tell("misplaced text", node, found, expectedIn(holds));
      }
      continue;
    }
    const isNamed = order?.names.includes(child.local) === true;
    // An element that nobody knows is told as such.
    if (!isNamed && !mayStand(child, inner) && isKnown(child)) {
      const found = `\`<${child.name}>\` in \`<${node.local}>\``;
      scope.tell("misplaced element", child, found, expectedIn(holds));
    }
    const passed = inner === "phrasing" ? "phrasing" : inner === "anything" ? "anything" : "flow";
    checkElement(child, passed, scope);
  }
  scope.ancestors.set(node.local, (scope.ancestors.get(node.local) ?? 1) - 1);
}

function holdsOf(node: XmlNode): ElementRule["holds"] | undefined {
  // Within a list of definitions a `div` is a group (HTML §4.4.9).
  if (node.local === "div" && node.parent?.local === "dl") return DEFINITION_GROUP;
  return ELEMENT_RULES.get(node.local)?.holds;
}

const DEFINITION_GROUP: ChildOrder = {
  pattern: /^(?:(?:dt |script |template )+(?:dd |script |template )+)$/,
  names: ["dt", "dd", "script", "template"],
  expected: "dt followed by dd",
};

function mayStand(child: XmlNode, inner: ElementRule["holds"] | "parts"): boolean {
  if (inner === "anything") return true;
  if (inner === "nothing" || inner === "text" || inner === "parts") return false;
  if (child.uri === SVG) return child.local === "svg";
  if (child.uri === MATHML) return child.local === "math";
  if (child.uri === OPS) return true;
  const is = ELEMENT_RULES.get(child.local)?.is;
  if (child.local === "meta") return attributeOf(child, "itemprop") !== undefined;
  return is === "phrasing" || (is === "flow" && inner === "flow");
}

function isKnown(node: XmlNode): boolean {
  return node.uri === SVG || node.uri === MATHML || ELEMENT_RULES.has(node.local);
}

function checkOrder(node: XmlNode, order: ChildOrder, scope: Scope): void {
  const children = node.children.filter((child) => child.kind !== "text" || /\S/.test(child.value));
  const named = children.map((child) =>
    child.kind === "element" && child.uri === XHTML && order.names.includes(child.local)
      ? child.local
      : "other",
  );
  // Where nothing else may stand, strangers are told one by one.
  const counted = order.beside === undefined ? named.filter((name) => name !== "other") : named;
  if (order.pattern.test(counted.map((name) => `${name} `).join(""))) return;
  const found = counted.length === 0 ? "no elements" : quote(shorten(counted).join(" "));
  scope.tell("order of elements", node, `${found} in \`<${node.local}>\``, order.expected);
}

/** Runs of one name as one. */
function shorten(names: readonly string[]): readonly string[] {
  return names
    .filter((name, at) => name !== names[at - 1])
    .map((name) => (name === "other" ? "…" : name));
}

function expectedIn(holds: ElementRule["holds"]): string {
  if (typeof holds === "object") return holds.expected;
  if (holds === "nothing") return "nothing";
  if (holds === "phrasing" || holds === "transparent") return "text and what stands in a line";
  return holds === "text" ? "text only" : "what stands in the body";
}

function checkExclusions(node: XmlNode, scope: Scope): void {
  const isInteractive =
    INTERACTIVE.has(node.local) ||
    (node.local === "input" && attributeOf(node, "type") !== "hidden") ||
    (/^(?:audio|video)$/.test(node.local) && attributeOf(node, "controls") !== undefined);
  if (node.local === "area" && (scope.ancestors.get("map") ?? 0) === 0)
    scope.tell("misplaced element", node, "`<area>` outside of a map", "none");
  const kinds = new Set([node.local]);
  if (isInteractive) kinds.add("interactive");
  if (SECTIONS.has(node.local)) kinds.add("section");
  if (/^h[1-6]$/.test(node.local)) kinds.add("heading");
  for (const [table, code] of [
    [EXCLUDED, "nested element"],
    [EXCLUDED_QUIETLY, "forbidden by HTML alone"],
  ] as const) {
    const outer = table.find(
      ([ancestor, descendants]) =>
        (scope.ancestors.get(ancestor) ?? 0) > 0 && descendants.some((one) => kinds.has(one)),
    );
    if (outer === undefined) continue;
    scope.tell(code, node, `\`<${node.local}>\` within \`<${outer[0]}>\``, "none");
  }
}

function checkAttributes(node: XmlNode, rule: ElementRule | undefined, { tell }: Scope): void {
  if (rule === undefined) return;
  const on = `on \`<${node.local}>\``;
  for (const { name, local, uri, value } of node.attributes) {
    if (uri === OPS && local === "type" && WITHOUT_TYPE.has(node.local))
      tell("misplaced type", node, `\`${name}\` ${on}`, "none");
    if (uri === "http://www.w3.org/2000/xmlns/" || name === "xmlns") continue;
    if (uri !== "") {
      if (!isForeignAttribute(node, uri, local))
        tell("unknown attribute", node, `attribute \`${name}\` ${on}`, "none");
      continue;
    }
    const isOwn = rule.attributes.includes(local) || isGlobalAttribute(local);
    // Only the items of a numbered list have numbers of their own (HTML §4.4.8).
    const isMisplaced = node.local === "li" && local === "value" && node.parent?.local !== "ol";
    if (!isOwn || isMisplaced) {
      tell("unknown attribute", node, `attribute \`${local}\` ${on}`, "one of HTML");
      continue;
    }
    if (local === "role") checkRole(node, value, tell);
    const expected = expectedValue(node.local, local, value);
    if (expected !== undefined)
      tell("value of an attribute", node, `${local} ${quote(value)} ${on}`, expected);
  }
  for (const required of rule.required)
    if (attributeOf(node, required) === undefined)
      tell("missing attribute", node, `\`<${node.local}>\` without \`${required}\``, "one");
}

/** Attributes of namespaces that content documents may use; those of strangers are ignored. */
function isForeignAttribute(node: XmlNode, uri: string, local: string): boolean {
  if (uri === XML) return /^(?:lang|base|space)$/.test(local);
  if (uri === OPS) return local === "type" || (local === "prefix" && node.local === "html");
  if (uri === SSML) return local === "ph" || local === "alphabet";
  return !/\/\/(?:[^/]*\.)?(?:w3|idpf)\.org\//.test(uri);
}

/** The first role that a reader knows counts; all must be roles (ARIA 1.2 §7.1). */
function checkRole(node: XmlNode, value: string, tell: Tell): void {
  for (const role of value.trim().split(/\s+/)) {
    const found = `role ${quote(role)}`;
    if (!ROLES.has(role)) tell("role", node, found, "one of ARIA or DPUB-ARIA");
    else if (!mayHaveRole(node.local, role))
      tell("role", node, `${found} on \`<${node.local}>\``, "one that it may have");
  }
}
