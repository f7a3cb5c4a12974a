import { attributeOf, childrenOf, type XmlNode } from "../../xml/xml-tree.ts";
import { expectedValue, isGlobalAttribute, mayHaveRole, ROLES } from "./attribute-rules.ts";
import { type ChildOrder, ELEMENT_RULES, type ElementRule } from "./element-rules.ts";
import { quote, type Report } from "./finding.ts";
import { MATHML, OPS, SSML, SVG, XHTML, XML } from "./namespaces.ts";

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
 * Checks every element and attribute of a content document against the content model of HTML.
 * Drawings and formulas are judged only as to where they stand; what is in them is their own.
 *
 * @param root the `html` element.
 */
export function checkContentModel(root: XmlNode, file: string, report: Report): void {
  const scope: Scope = { file, report, ancestors: new Map() };
  checkAttributes(root, ELEMENT_RULES.get("html"), scope);
  checkChildren(root, "flow", scope);
}

interface Scope {
  readonly file: string;
  readonly report: Report;
  /** How many open elements there are of each name. */
  readonly ancestors: Map<string, number>;
}

function checkElement(node: XmlNode, context: Context, scope: Scope): void {
  if (context === "anything") return;
  if (node.uri === SVG || node.uri === MATHML) {
    checkForeign(node, scope);
    return;
  }
  const spot = { file: scope.file, offset: node.offset };
  if (node.uri === OPS) return;
  const rule = node.uri === XHTML ? ELEMENT_RULES.get(node.local) : undefined;
  if (rule === undefined) {
    const about = node.uri === XHTML ? "" : ` in the namespace ${quote(node.uri)}`;
    scope.report(
      "EPB401",
      spot,
      `Unexpected element \`<${node.name}>\`${about}, expected one of HTML`,
    );
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
        const message = `Unexpected text ${quote(child.value)} in \`<${node.local}>\`, expected ${expectedIn(holds)}`;
        scope.report("EPB405", { file: scope.file, offset: node.offset }, message);
      }
      continue;
    }
    const isNamed = order?.names.includes(child.local) === true;
    if (!isNamed && !mayStand(child, inner)) {
      const message = `Unexpected \`<${child.name}>\` in \`<${node.local}>\`, expected ${expectedIn(holds)}`;
      // An element that nobody knows is told as such.
      if (isKnown(child)) {
        scope.report("EPB402", { file: scope.file, offset: child.offset }, message);
      }
    }
    const passed = inner === "phrasing" ? "phrasing" : inner === "anything" ? "anything" : "flow";
    checkElement(child, passed, scope);
  }
  scope.ancestors.set(node.local, (scope.ancestors.get(node.local) ?? 1) - 1);
}

/** `a` in a paragraph passes on phrasing; `time` without a date in an attribute holds text. */
function holdsOf(node: XmlNode): ElementRule["holds"] | undefined {
  const holds = ELEMENT_RULES.get(node.local)?.holds;
  // Within a list of definitions a `div` is a group (HTML §4.4.9).
  if (node.local === "div" && node.parent?.local === "dl") return DEFINITION_GROUP;
  return holds;
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
  const message = `Unexpected ${found} in \`<${node.local}>\`, expected ${order.expected}`;
  scope.report("EPB404", { file: scope.file, offset: node.offset }, message);
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
  if (node.local === "area" && (scope.ancestors.get("map") ?? 0) === 0) {
    const spot = { file: scope.file, offset: node.offset };
    scope.report("EPB402", spot, "Unexpected `<area>` outside of a map, expected none");
  }
  const kinds = new Set([node.local]);
  if (isInteractive) kinds.add("interactive");
  if (SECTIONS.has(node.local)) kinds.add("section");
  if (/^h[1-6]$/.test(node.local)) kinds.add("heading");
  for (const [table, code] of [
    [EXCLUDED, "EPB403"],
    [EXCLUDED_QUIETLY, "EPB411"],
  ] as const) {
    const outer = table.find(
      ([ancestor, descendants]) =>
        (scope.ancestors.get(ancestor) ?? 0) > 0 && descendants.some((one) => kinds.has(one)),
    );
    if (outer === undefined) continue;
    const message = `Unexpected \`<${node.local}>\` within \`<${outer[0]}>\`, expected none`;
    scope.report(code, { file: scope.file, offset: node.offset }, message);
  }
}

function checkAttributes(node: XmlNode, rule: ElementRule | undefined, scope: Scope): void {
  if (rule === undefined) return;
  const { report, file } = scope;
  const spot = { file, offset: node.offset };
  for (const { name, local, uri, value } of node.attributes) {
    if (uri === OPS && local === "type" && WITHOUT_TYPE.has(node.local)) {
      report("EPB410", spot, `Unexpected \`${name}\` on \`<${node.local}>\`, expected none`);
    }
    if (uri === "http://www.w3.org/2000/xmlns/" || name === "xmlns") continue;
    if (uri !== "") {
      if (!isForeignAttribute(node, uri, local)) {
        report(
          "EPB406",
          spot,
          `Unexpected attribute \`${name}\` on \`<${node.local}>\`, expected none`,
        );
      }
      continue;
    }
    const isOwn = rule.attributes.includes(local) || isGlobalAttribute(local);
    // Only the items of a numbered list have numbers of their own (HTML §4.4.8).
    const isMisplaced = node.local === "li" && local === "value" && node.parent?.local !== "ol";
    if (!isOwn || isMisplaced) {
      report(
        "EPB406",
        spot,
        `Unexpected attribute \`${local}\` on \`<${node.local}>\`, expected one of HTML`,
      );
      continue;
    }
    if (local === "role") checkRole(node, value, scope);
    const expected = expectedValue(node.local, local, value);
    if (expected !== undefined) {
      report(
        "EPB408",
        spot,
        `Unexpected ${local} ${quote(value)} on \`<${node.local}>\`, expected ${expected}`,
      );
    }
  }
  for (const required of rule.required) {
    if (attributeOf(node, required) !== undefined) continue;
    report("EPB407", spot, `Unexpected \`<${node.local}>\` without \`${required}\`, expected one`);
  }
}

/** Attributes of namespaces that content documents may use; those of strangers are ignored. */
function isForeignAttribute(node: XmlNode, uri: string, local: string): boolean {
  if (uri === XML) return /^(?:lang|base|space|id)$/.test(local) && local !== "id";
  if (uri === OPS) return local === "type" || (local === "prefix" && node.local === "html");
  if (uri === SSML) return local === "ph" || local === "alphabet";
  return !/\/\/(?:[^/]*\.)?(?:w3|idpf)\.org\//.test(uri);
}

/** The first role that a reader knows counts; all must be roles (ARIA 1.2 §7.1). */
function checkRole(node: XmlNode, value: string, scope: Scope): void {
  const spot = { file: scope.file, offset: node.offset };
  for (const role of value.trim().split(/\s+/)) {
    if (!ROLES.has(role)) {
      scope.report(
        "EPB409",
        spot,
        `Unexpected role ${quote(role)}, expected one of ARIA or DPUB-ARIA`,
      );
    } else if (!mayHaveRole(node.local, role)) {
      scope.report(
        "EPB409",
        spot,
        `Unexpected role ${quote(role)} on \`<${node.local}>\`, expected one that it may have`,
      );
    }
  }
}
