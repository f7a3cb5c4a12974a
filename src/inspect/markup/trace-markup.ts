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
import type { Traces } from "../disclosure/traces.ts";
import { imageTypeOf } from "../image/inspect-image.ts";
import { traceImage } from "../image/trace-image.ts";
import { traceStyles } from "./trace-styles.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Namespaces whose attributes are the document's own. */
const KNOWN =
  /^(?:$|http:\/\/www\.w3\.org\/|http:\/\/www\.idpf\.org\/|http:\/\/www\.daisy\.org\/|http:\/\/purl\.org\/dc\/|urn:oasis:)/;
/** Attributes by which something is loaded with the document; `href` of a link is not among them. */
const LOADING = [
  "src",
  "srcset",
  "poster",
  "data",
  "background",
  "codebase",
  "manifest",
  "archive",
];
const LINKING = new Set(["a", "area"]);
/** What a program for drawing writes of windows and grids. */
const LAYOUT =
  /:(?:cx|cy|zoom|window-|current-|page|snap|grid|guide|bbox|node|type|role|collect|connector|label|groupmode|insensitive|nodetypes|rotate|deskcolor|document-)/;
const LONGEST_PICTURE = 14_000_000;

/** Tells what an XHTML or SVG document loads, runs, hides and says of its making. */
export function traceMarkup(traces: Traces, place: string, document: XmlDocument): void {
  for (const comment of document.comments) traceComment(traces, place, comment);
  for (const { target, body } of document.instructions) {
    const address = /\bhref\s*=\s*["']([^"']*)/.exec(body)?.[1];
    if (target === "xml-stylesheet" && address !== undefined && isRemote(address))
      traces.add("TEL201", place, "<?xml-stylesheet?>", address);
  }
  const unseen = new Set<XmlNode>();
  for (const node of descendantsOf(document.root)) {
    const { local, name } = node;
    const element = `<${name}>`;
    if (local === "script")
      traces.add("TEL301", place, element, attributeOf(node, "src") ?? textOf(node));
    if (local === "style") traceStyles(traces, place, textOf(node));
    if (local === "meta" && !node.uri.includes("idpf.org")) traceMeta(traces, place, node);
    if (local === "metadata" && node.uri === SVG) traceLeaves(traces, place, node);
    if (local === "form") traceForm(traces, place, node);
    traceHidden(traces, place, node, unseen);
    for (const attribute of node.attributes) traceAttribute(traces, place, node, attribute);
  }
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
): void {
  const field = `<${node.name} ${name}>`;
  if (/^on[a-z]+$/.test(name)) traces.add("TEL301", place, field, value);
  else if (name === "srcdoc") traceInner(traces, place, field, value);
  else if (name === "style") traceStyles(traces, place, value);
  else if (/^(?:javascript|vbscript):/i.test(tidyAddress(value)))
    traces.add("TEL301", place, field, value);
  else if (local === "href" && (LINKING.has(node.local) || isPointer(node)))
    traceLink(traces, place, field, value);
  else if (local === "href" || LOADING.includes(name))
    traceLoaded(traces, place, node, field, value);
  else if (!KNOWN.test(uri) && !LAYOUT.test(name)) traces.addField(place, name, value);
  else if (node.uri === SVG && /url\(/i.test(value)) traceStyles(traces, place, value);
}

/** A page within an attribute: it is no part of the tree, and readers show it. */
function traceInner(traces: Traces, place: string, field: string, page: string): void {
  if (/<script|\son[a-z]+\s*=|javascript:/i.test(page)) traces.add("TEL301", place, field, page);
  const address = /(?:(?:https?|ftps?):)?[\\/]{2}[^\s"'<>]+/i.exec(page)?.[0];
  if (address !== undefined) traces.add("TEL201", place, field, address);
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
  value: string,
): void {
  if (/^\s*data:image\/(?!svg)/i.test(value)) {
    traceInline(traces, place, value);
    return;
  }
  const address = value.split(/,\s+/).find(isRemote)?.trim();
  if (address === undefined) return;
  const isTiny = ["width", "height"].every((side) =>
    /^[01](?:px)?$/.test(attributeOf(node, side) ?? ""),
  );
  traces.add(isTiny ? "TEL401" : "TEL201", place, field, address);
}

function traceInline(traces: Traces, place: string, value: string): void {
  const data = /^[^,]*;base64,/i.exec(value)?.[0];
  if (data === undefined || value.length > LONGEST_PICTURE) return;
  const bytes = Buffer.from(value.slice(data.length), "base64");
  if (imageTypeOf(bytes) !== undefined) traceImage(traces, place, bytes);
}

function traceMeta(traces: Traces, place: string, node: XmlNode): void {
  const content = attributeOf(node, "content") ?? "";
  const kind = attributeOf(node, "http-equiv") ?? "";
  if (/^refresh$/i.test(kind) && isRemote(content.replace(/^[^=]*=\s*["']?/, "")))
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
