import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlDocument,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { classifyText } from "../disclosure/field-rules.ts";
import { isRemote, tidyAddress, traceLink } from "../disclosure/trace-address.ts";
import { traceUnseenSigns } from "../disclosure/trace-unseen.ts";
import type { Traces } from "../disclosure/traces.ts";
import { imageTypeOf } from "../image/inspect-image.ts";
import { traceImage } from "../image/trace-image.ts";
import { readDataAddress } from "./data-address.ts";
import { readMarkup } from "./read-markup.ts";
import { decodeReferences, traceLooseMarkup } from "./trace-loose-markup.ts";
import { traceStyles } from "./trace-styles.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Namespaces whose attributes are the document's own. */
const KNOWN =
  /^(?:$|http:\/\/www\.w3\.org\/|http:\/\/www\.idpf\.org\/|http:\/\/www\.daisy\.org\/|http:\/\/purl\.org\/dc\/|urn:oasis:)/;
/** Attributes by which something is loaded with the document; `href` of a link is not among them. */
const LOADING = [
  "src",
  "srcset",
  "imagesrcset",
  "poster",
  "data",
  "background",
  "codebase",
  "manifest",
  "archive",
];
/** Of these, attributes with several addresses. */
const LISTS = new Set(["srcset", "imagesrcset", "archive"]);
/** To what an animation sets an attribute, which may be an address (SVG Animations 2 §2.10). */
const ANIMATED = new Set(["to", "from", "by", "values"]);
const XML = "http://www.w3.org/XML/1998/namespace";
const LINKING = new Set(["a", "area"]);
/** What a program for drawing writes of windows and grids. */
const LAYOUT =
  /:(?:cx|cy|zoom|window-|current-|page|snap|grid|guide|bbox|node|type|role|collect|connector|label|groupmode|insensitive|nodetypes|rotate|deskcolor|document-)/;
/** Pages may lie in addresses of pages so deep. */
const DEEPEST = 4;

/**
 * Tells what an XHTML or SVG document loads, runs, hides and says of its making.
 *
 * @param depth of pages around this one, whose addresses hold it.
 */
export function traceMarkup(
  traces: Traces,
  place: string,
  document: XmlDocument,
  depth: number = 0,
): void {
  for (const comment of document.comments) traceComment(traces, place, comment);
  for (const { target, body } of document.instructions) {
    const found = /\bhref\s*=\s*(?:"([^"]*)|'([^']*))/.exec(body);
    const address = found?.[1] ?? found?.[2];
    if (target !== "xml-stylesheet" || address === undefined) continue;
    const read = decodeReferences(address);
    if (isRemote(read)) traces.add("TEL201", place, "<?xml-stylesheet?>", read);
    else traceData(traces, place, "<?xml-stylesheet?>", read, depth);
  }
  const unseen = new Set<XmlNode>();
  const texts: string[] = [];
  for (const node of descendantsOf(document.root)) {
    for (const child of node.children) if (child.kind === "text") texts.push(child.value);
    const { local, name } = node;
    const element = `<${name}>`;
    if (local === "script")
      traces.add("TEL301", place, element, attributeOf(node, "src") ?? textOf(node));
    if (local === "style") traceSheet(traces, place, readStyle(node), depth);
    if (local === "meta" && !node.uri.includes("idpf.org")) traceMeta(traces, place, node);
    if (local === "metadata" && node.uri === SVG) traceLeaves(traces, place, node);
    if (local === "form") traceForm(traces, place, node);
    traceHidden(traces, place, node, unseen);
    for (const attribute of node.attributes) traceAttribute(traces, place, node, attribute, depth);
  }
  traceUnseenSigns(traces, place, texts);
}

function traceComment(traces: Traces, place: string, comment: string): void {
  // Marks of build tools and conditions for old browsers say nothing of people.
  if (comment.trim() === "") return;
  if (/generator|created with|made with|exported by/i.test(comment)) {
    traces.addField(place, "comment generator", comment);
    return;
  }
  traces.add("TEL802", place, "comment", comment);
  for (const code of classifyText(comment)) traces.add(code, place, "comment", comment);
}

function traceAttribute(
  traces: Traces,
  place: string,
  node: XmlNode,
  { name, local, uri, value }: XmlNode["attributes"][number],
  depth: number,
): void {
  const field = `<${node.name} ${name}>`;
  if (/^on[a-z]+$/.test(name)) traces.add("TEL301", place, field, value);
  else if (name === "srcdoc") traceInner(traces, place, field, value, depth);
  else if (name === "style") traceSheet(traces, place, value, depth);
  else if (/^(?:javascript|vbscript):/i.test(tidyAddress(value)))
    traces.add("TEL301", place, field, value);
  else if (local === "href" && (LINKING.has(node.local) || isPointer(node)))
    traceLink(traces, place, field, value);
  else if (local === "href" || LOADING.includes(name))
    traceLoaded(traces, place, node, field, LISTS.has(name) ? splitList(value) : [value], depth);
  else if (local === "base" && uri === XML) traceLoaded(traces, place, node, field, [value], depth);
  else if (ANIMATED.has(name) && node.uri === SVG)
    traceLoaded(traces, place, node, field, value.split(";"), depth);
  else if (!KNOWN.test(uri) && !LAYOUT.test(name)) traces.addField(place, name, value);
  else if (node.uri === SVG && value.includes("(")) traceSheet(traces, place, value, depth);
}

/** A page within an attribute: it is no part of the tree, and readers show it. */
function traceInner(
  traces: Traces,
  place: string,
  field: string,
  page: string,
  depth: number,
): void {
  const read = decodeReferences(page);
  if (/<script|\son[a-z]+\s*=|javascript:/i.test(read)) traces.add("TEL301", place, field, page);
  const address = /(?:(?:https?|ftps?):|[\\/]{2})[^\s"'<>]+/i.exec(read)?.[0];
  if (address !== undefined) traces.add("TEL201", place, field, address);
  if (/data:/i.test(read)) traceLoose(traces, place, page, depth);
}

/** Of `link` elements some are only told of, and fetched by nobody (HTML §4.6.7). */
function isPointer(node: XmlNode): boolean {
  const isLoaded = /stylesheet|icon|preload|prefetch|preconnect|prerender|manifest|import/i;
  return node.local === "link" && !isLoaded.test(attributeOf(node, "rel") ?? "");
}

function traceLoaded(
  traces: Traces,
  place: string,
  node: XmlNode,
  field: string,
  values: readonly string[],
  depth: number,
): void {
  for (const value of values) traceData(traces, place, field, value, depth);
  const address = values.find(isRemote)?.trim();
  if (address === undefined) return;
  const isTiny = ["width", "height"].every((side) =>
    /^[01](?:px)?$/.test(attributeOf(node, side) ?? ""),
  );
  traces.add(isTiny ? "TEL401" : "TEL201", place, field, address);
}

/** Several addresses with sizes behind them; a comma may stand without a space (HTML §4.8.4.2.1). */
function splitList(value: string): readonly string[] {
  return value.split(/\s+/).flatMap((one) => (/^data:/i.test(one) ? [one] : one.split(",")));
}

/** Tells what a style sheet loads, and what is in its addresses. */
export function traceSheet(traces: Traces, place: string, text: string, depth: number = 0): void {
  traceStyles(traces, place, text, (field, address) =>
    traceData(traces, place, field, address, depth),
  );
}

/** Tells of a page or drawing that is not well-formed; readers show it all the same. */
export function traceUnruly(traces: Traces, place: string, text: string, depth: number = 0): void {
  traces.add("TEL705", place, "XML", "it is not well-formed, so only in part");
  traceLoose(traces, place, text, depth);
}

function traceLoose(traces: Traces, place: string, text: string, depth: number): void {
  traceUnseenSigns(traces, place, [text]);
  traceLooseMarkup(traces, place, text, (field, address) =>
    traceData(traces, place, field, address, depth),
  );
}

/** A file that its address holds (RFC 2397): a picture, a sheet, a page with addresses of its own. */
function traceData(
  traces: Traces,
  place: string,
  field: string,
  address: string,
  depth: number,
): void {
  const data = readDataAddress(tidyAddress(address));
  if (data === undefined || /^(?:font|audio|video)\/|^text\/plain/.test(data.mediaType)) return;
  if (depth >= DEEPEST || data.bytes === undefined) {
    traces.add("TEL705", place, field, "too large, or too deep within addresses");
    return;
  }
  if (imageTypeOf(data.bytes) !== undefined) traceImage(traces, place, data.bytes);
  else {
    const text = new TextDecoder().decode(data.bytes);
    const document = readMarkup(text);
    if (data.mediaType === "text/css") traceSheet(traces, place, text, depth + 1);
    else if (document !== undefined) traceMarkup(traces, place, document, depth + 1);
    else traceUnruly(traces, place, text, depth + 1);
  }
}

/** As it is written: a line break ends what would be a string. */
function readStyle(node: XmlNode): string {
  return node.children.map((one) => (one.kind === "text" ? one.value : "")).join("");
}

function traceMeta(traces: Traces, place: string, node: XmlNode): void {
  const content = attributeOf(node, "content") ?? "";
  const kind = attributeOf(node, "http-equiv") ?? "";
  // Seconds, a sign or a space, and often `url=` (HTML §4.2.5.3).
  const target = content.replace(/^[\s\d.]*[;,\s]?\s*(?:url\s*=\s*)?["']?/i, "");
  if (/^refresh$/i.test(kind) && isRemote(target))
    traces.add("TEL201", place, "<meta refresh>", content);
  const name = attributeOf(node, "name") ?? attributeOf(node, "property");
  if (name !== undefined)
    traces.addField(place, name.includes(":") ? name : `meta:${name}`, content);
}

/** Every text of a block of metadata, by the name of the element that holds it. */
export function traceLeaves(traces: Traces, place: string, root: XmlNode): void {
  for (const node of descendantsOf(root)) {
    for (const { name, local, uri, value } of node.attributes)
      if (local === "resource" && !/^xmlns/.test(uri))
        traces.addField(place, `${node.name} ${name}`, value);
    if (childrenOf(node).length > 0) continue;
    // `<dc:creator><cc:Agent><dc:title>Ana` names a creator.
    const holder = findHolder(node, root);
    traces.addField(place, holder.name, textOf(node));
  }
}

function findHolder(node: XmlNode, root: XmlNode): XmlNode {
  let holder = node;
  for (let one = node.parent; one !== undefined && one !== root; one = one.parent) {
    if (/^(?:creator|contributor|publisher|rights|date|title|subject)$/.test(one.local))
      holder = one;
  }
  return holder;
}

function traceForm(traces: Traces, place: string, node: XmlNode): void {
  const action = attributeOf(node, "action") ?? "";
  if (isRemote(action) || /^mailto:/i.test(action))
    traces.add("TEL202", place, "<form action>", action);
}

const UNSEEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?:\.0*)?(?:;|$)/i;

/** @param unseen elements of which it is told, or of one around them. */
function traceHidden(traces: Traces, place: string, node: XmlNode, unseen: Set<XmlNode>): void {
  // Lists for reading systems are hidden by rule (EPUB 3.3 §7.4.1).
  if (node.local === "nav" || node.parent === undefined) return;
  if (unseen.has(node.parent)) {
    unseen.add(node);
    return;
  }
  const isHidden = node.attributes.some(({ name }) => name === "hidden");
  const style = attributeOf(node, "style") ?? "";
  const isNone = node.uri === SVG && attributeOf(node, "display") === "none";
  if (!isHidden && !isNone && !UNSEEN.test(style)) return;
  unseen.add(node);
  const text = textOf(node);
  if (text !== "") traces.add("TEL801", place, `<${node.name}>`, text);
}
