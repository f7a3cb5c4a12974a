import { readHtmlTree } from "../../xml/html-tree.ts";
import { XmlError } from "../../xml/xml-events.ts";
import {
  attributeOf,
  descendantsOf,
  textOf,
  type XmlDocument,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import { isRemote, tidyAddress } from "../disclosure/trace-address.ts";
import { traceUnseenSigns } from "../disclosure/trace-unseen.ts";
import type { Traces } from "../disclosure/traces.ts";
import { OPF, OPS, SVG, XHTML } from "../epub/namespaces.ts";
import { type HidingRule, hides } from "./hiding.ts";
import { readMarkup } from "./read-markup.ts";
import {
  type AddressScope,
  listAnimated,
  splitList,
  traceFollowed,
  traceInner,
  traceLoaded,
  traceSent,
} from "./trace-addresses.ts";
import {
  KNOWN_DOCTYPE,
  KNOWN_PREFIXES,
  traceComment,
  traceInstruction,
  traceLeaves,
  traceMeta,
} from "./trace-notes.ts";
import { LONGEST_SHEET, type StyleScope, traceStyles } from "./trace-styles.ts";
import {
  holdsText,
  isUnshown,
  knowsAttribute,
  knowsElement,
  type Use,
  useOf,
} from "./vocabularies.ts";

/** What shows another file within this one. */
const FRAMES = /^(?:i?frame|embed|object)$/;
/** Pages may lie in addresses of pages so deep. */
const DEEPEST = 4;
/** Each is held against every element. */
const MOST_HIDING_RULES = 100;
/** No `://` nor anything else that a reader could take for more than names, numbers and marks. */
const PLAIN = /^(?:(?!:\/\/)[^\\@])*$/;

/** What holds for a whole document. */
interface Scope extends AddressScope {
  readonly hiding: HidingRule[];
  /** Texts of styles within attributes that were traced, and how long they were together. */
  readonly styles: Map<string, ReadonlyMap<string, string>>;
  styled: number;
}

/**
 * Tells what an XHTML, SVG or other document loads, runs, hides and says of its making, and names
 * each construct that is not known.
 *
 * @param sheets what hides by style sheets that are files of their own; undefined where one that is
 * named was not read.
 */
export function traceMarkup(
  traces: Traces,
  place: string,
  document: XmlDocument,
  sheets?: readonly HidingRule[],
  depth = 0,
): void {
  const scope = openScope(traces, place, depth);
  if (sheets !== undefined) for (const one of sheets) scope.hiding.push(one);
  const { doctype, comments, instructions } = document;
  if (doctype !== undefined && !KNOWN_DOCTYPE.test(doctype))
    unknown(scope, "document type", doctype);
  for (const comment of comments) traceComment(traces, place, comment);
  for (const one of instructions)
    traceInstruction(traces, place, one, (address) =>
      traceInner(scope, `<?${one.target}?>`, address),
    );
  const nodes = [...descendantsOf(document.root)];
  for (const node of nodes) if (node.local === "style") traceStyle(scope, readText(node));
  const unseen = new Map<XmlNode, string[]>();
  const texts: string[] = [];
  for (const node of nodes) {
    traceElement(scope, node);
    const declared = new Map<string, string>();
    for (const attribute of node.attributes) {
      if (traceAttribute(scope, node, attribute) === "words") texts.push(attribute.value);
      declare(scope, declared, node, attribute);
    }
    const hidden = findHidden(scope, node, declared, unseen);
    if (hidden !== undefined) unseen.set(node, hidden);
    for (const child of node.children) {
      if (child.kind !== "text") continue;
      texts.push(child.value);
      if (/^(?:style|script)$/.test(node.local)) continue;
      if (child.isCdata && /[<>]/.test(child.value))
        unknown(scope, "CDATA section", `in <${node.name}>`);
      if (hidden !== undefined || holdsText(node)) hidden?.push(child.value);
      else if (child.value.trim() !== "")
        traces.add("TEL801", place, `<${node.name}>`, child.value);
    }
  }
  for (const [node, parts] of unseen) {
    const text = parts.join(" ").trim();
    if (node.parent !== undefined && unseen.get(node.parent) === parts) continue;
    if (text !== "") traces.add("TEL801", place, `<${node.name}>`, text);
    else if (node.uri === SVG && !isUnshown(node) && isDrawn(node))
      traces.add("TEL808", place, `<${node.name}>`, "a part of the drawing");
  }
  traceUnseenSigns(traces, place, texts);
}

function openScope(traces: Traces, place: string, depth: number): Scope {
  const open = (text: string, mediaType: string) => {
    if (depth < DEEPEST) traceText(traces, place, text, mediaType, depth + 1);
    else traces.add("TEL705", place, "address", "a page too deep within addresses");
  };
  return { traces, place, open, hiding: [], styles: new Map(), styled: 0 };
}

function unknown({ traces, place }: Scope, kind: string, name: string): void {
  traces.add("TEL705", place, kind, name);
}

function traceElement(scope: Scope, node: XmlNode): void {
  // Where scripts run, it is one text and no markup: what its tags are depends on who reads.
  if (node.local === "noscript") unknown(scope, "element", "<noscript>");
  const { traces, place } = scope;
  const element = `<${node.name}>`;
  const { local, uri } = node;
  if (!knowsElement(node))
    unknown(scope, "element", uri === XHTML ? element : `${element} of ${uri || "no namespace"}`);
  if (local === "script")
    traces.add("TEL301", place, element, attributeOf(node, "src") ?? textOf(node));
  if (local === "meta" && uri !== OPF)
    traceMeta(traces, place, node, (address) => traceInner(scope, "<meta refresh>", address));
  if (local === "metadata" && uri === SVG) traceLeaves(traces, place, node);
  if (local === "input" && attributeOf(node, "type") === "hidden")
    traces.add("TEL801", place, element, attributeOf(node, "value") ?? "");
}

/** @returns what the attribute is. */
function traceAttribute(
  scope: Scope,
  node: XmlNode,
  attribute: XmlNode["attributes"][number],
): Use {
  const { traces, place } = scope;
  const { name, value, uri } = attribute;
  const field = `<${node.name} ${name}>`;
  const use = useOf(node, attribute);
  const isScript = /^(?:javascript|vbscript|livescript|mocha):/i.test(tidyAddress(value));
  if (use === "program" || isScript) {
    traces.add("TEL301", place, field, value);
    return use;
  }
  if (!knowsAttribute(node, attribute)) {
    unknown(scope, "attribute", `${name} of <${node.name}>`);
    if (uri !== "") traces.addField(place, name, value);
  }
  if (name.endsWith("prefix") && !KNOWN_PREFIXES.test(value)) unknown(scope, "prefix", value);
  if (use === "page") scope.open(value, "text/html");
  else if (use === "style") traceStyle(scope, value, true);
  else if (use === "followed") traceFollowed(scope, field, value);
  else if (use === "sent") traceSent(scope, field, value);
  else if (use === "loaded") {
    traceLoaded(scope, node, field, [value]);
    if (FRAMES.test(node.local) && !/^(?:data:|#|$)/i.test(tidyAddress(value)) && !isRemote(value))
      traces.add("TEL203", place, field, value);
  } else if (use === "list") traceLoaded(scope, node, field, splitList(value));
  else if (use === "animated") traceLoaded(scope, node, field, listAnimated(node, value));
  else if (node.uri === SVG && /[(:]/.test(value) && use === "plain")
    traceStyle(scope, `${/^[\w-]+$/.test(name) ? name : "fill"}:${value}`, true);
  else if (use !== "name" || uri !== "http://www.w3.org/2000/xmlns/") {
    for (const code of classifyText(value)) traces.add(code, place, field, value);
    if (use === "plain" && !PLAIN.test(value))
      unknown(scope, "attribute", `${name} of <${node.name}>`);
  }
  return use;
}

/**
 * Traces a text of a kind of markup, or a sheet. A page that is no XML by its nature is read as
 * browsers read it, and as XML where it can be both.
 */
export function traceText(
  traces: Traces,
  place: string,
  text: string,
  mediaType: string,
  depth = 0,
  sheets?: readonly HidingRule[],
): void {
  if (mediaType === "text/css") return void traceSheet(traces, place, text, depth);
  const isHtml = mediaType === "text/html";
  const read = readMarkup(text);
  const document = isHtml && read !== undefined && isPlainPage(text, read) ? undefined : read;
  if (document !== undefined) traceMarkup(traces, place, document, sheets, depth);
  else if (!isHtml) traces.add("TEL705", place, "XML", "XML that is not well-formed");
  if (document !== undefined && !isHtml) return;
  try {
    traceMarkup(traces, place, readHtmlTree(text), sheets, depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    traces.add("TEL705", place, "markup", error.message);
  }
}

/** Whether a page is XML by chance: it says so nowhere, and declares nothing that only XML obeys. */
function isPlainPage(text: string, { root, doctype }: XmlDocument): boolean {
  return root.uri === "" && !/^\s*<\?xml/i.test(text) && doctype?.includes("[") !== true;
}

/** Tells what a style sheet loads and holds. */
export function traceSheet(
  traces: Traces,
  place: string,
  text: string,
  depth = 0,
): readonly HidingRule[] {
  const scope = openScope(traces, place, depth);
  traceStyle(scope, text);
  return scope.hiding;
}

function traceStyle(scope: Scope, text: string, isAttribute = false): void {
  if (isAttribute && scope.styles.has(text)) return;
  scope.styled += text.length;
  if (scope.styled > LONGEST_SHEET) {
    unknown(scope, "style", `more than ${LONGEST_SHEET} characters`);
    return;
  }
  const { traces, place } = scope;
  const how: StyleScope = {
    traces,
    place,
    inner: (field, address) => traceInner(scope, field, address),
    comment: (comment) => traceComment(traces, place, comment),
    words: (words) => {
      for (const code of classifyText(words)) traces.add(code, place, "string", words);
    },
    hiding(rule) {
      if (scope.hiding.length < MOST_HIDING_RULES) scope.hiding.push(rule);
      else unknown(scope, "style", `more than ${MOST_HIDING_RULES} rules that hide`);
    },
  };
  const declared = traceStyles(how, text, isAttribute);
  if (isAttribute) scope.styles.set(text, declared);
}

/** Adds what an attribute declares of the looks of its element. */
function declare(
  { styles }: Scope,
  declared: Map<string, string>,
  { uri }: XmlNode,
  { name, value }: XmlNode["attributes"][number],
): void {
  if (name === "style") for (const [one, said] of styles.get(value) ?? []) declared.set(one, said);
  else if (
    uri === SVG &&
    /^(?:display|visibility|opacity|font-size|fill|fill-opacity|transform|x|y|dx|dy)$/.test(name)
  )
    declared.set(name, value.trim().toLowerCase());
}

/** @returns where to collect the text of an element that is not seen. */
function findHidden(
  { hiding }: Scope,
  node: XmlNode,
  declared: ReadonlyMap<string, string>,
  unseen: ReadonlyMap<XmlNode, string[]>,
): string[] | undefined {
  const around = node.parent === undefined ? undefined : unseen.get(node.parent);
  if (around !== undefined) return around;
  const isDrawing = node.uri === SVG;
  if (isUnshown(node) || hides(declared, isDrawing && /^text|^tspan/.test(node.local))) return [];
  // Lists for reading systems are hidden by rule (EPUB 3.3 §7.4.1).
  const isList = node.local === "nav" && attributeOf(node, "type", OPS) !== undefined;
  if (!isList && attributeOf(node, "hidden") !== undefined) return [];
  return hiding.some((matches) => matches(node)) ? [] : undefined;
}

function isDrawn(node: XmlNode): boolean {
  return [...descendantsOf(node)].some(({ local }) =>
    /^(?:path|rect|circle|ellipse|line|polygon|polyline|image|use)$/.test(local),
  );
}

/** As it is written: a line break ends what would be a string. */
function readText(node: XmlNode): string {
  return node.children.map((one) => (one.kind === "text" ? one.value : "")).join("");
}
