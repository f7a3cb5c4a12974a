import { fillText } from "../../diagnostics/message-table.ts";
import { readHtmlTree } from "../../xml/html-tree.ts";
import { XmlError } from "../../xml/xml-events.ts";
import {
  attributeOf,
  descendantsOf,
  textOf,
  type XmlDocument,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { FINDING_TEXTS } from "../disclosure/finding-texts.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote, tidyAddress } from "../disclosure/search-address.ts";
import { searchInvisible } from "../disclosure/search-invisible.ts";
import { NCX, OPF, SVG, XHTML } from "../epub/namespaces.ts";
import { findDoubtfulText } from "./drawn-text.ts";
import { findHidden, isDrawn } from "./find-hidden.ts";
import { FoldedUnknown } from "./folded-unknown.ts";
import { isKnownValue, wordsIn } from "./known-words.ts";
import { readMarkup } from "./read-markup.ts";
import {
  type AddressScope,
  listAnimated,
  searchFollowed,
  searchInner,
  searchLoaded,
  searchSent,
  splitList,
} from "./search-addresses.ts";
import {
  KNOWN_DOCTYPE,
  KNOWN_PREFIXES,
  searchComment,
  searchDeclaration,
  searchInstruction,
  searchLeaves,
  searchMeta,
} from "./search-notes.ts";
import {
  type Declared,
  LONGEST_SHEET,
  type StyleKind,
  type StyleScope,
  searchStyles,
} from "./search-styles.ts";
import { isOfItsGrammar, searchValue } from "./search-values.ts";
import {
  holdsText,
  isUnshown,
  knowsAttribute,
  knowsElement,
  type Use,
  useOf,
} from "./vocabularies.ts";
import { isMixed } from "./white-space.ts";

/** What shows another file within this one. */
const FRAMES = /^(?:i?frame|embed|object)$/;
/** Pages may lie in addresses of pages so deep. */
const DEEPEST = 4;
/** What holds for a whole document. */
interface Scope extends AddressScope {
  readonly unknown: FoldedUnknown;
  /** Texts of styles within attributes that were searched, and how long they were together. */
  readonly styles: Map<string, Declared>;
  styled: number;
}

/**
 * Tells what an XHTML, SVG or other document loads, runs, hides and says of its making, and names
 * each construct that is not known.
 */
export function searchMarkup(findings: PrivacyFindings, document: XmlDocument, depth = 0): void {
  const nodes = [...descendantsOf(document.root)];
  const scope = openScope(findings, depth, nodes);
  const { doctype, comments, instructions, dropped } = document;
  for (const what of dropped)
    scope.unknown.add("markup", fillText(FINDING_TEXTS.TEL705.passedOver, { what }));
  if (doctype !== undefined && !KNOWN_DOCTYPE.test(doctype))
    scope.unknown.add("document type", doctype);
  for (const comment of comments) searchComment(findings, comment);
  for (const one of instructions)
    searchInstruction(findings, one, (address) => searchInner(scope, `<?${one.target}?>`, address));
  const texts: string[] = [];
  const unseen = new Map<XmlNode, string[]>();
  for (const node of nodes) {
    searchElement(scope, node);
    for (const attribute of node.attributes)
      if (searchAttribute(scope, node, attribute) === "words") texts.push(attribute.value);
    const hidden = findHidden(scope.styles, node, unseen);
    if (hidden !== undefined) unseen.set(node, hidden);
    searchTexts(scope, node, hidden, texts);
  }
  for (const [node, parts] of unseen) {
    const text = parts.join(" ").trim();
    if (node.parent !== undefined && unseen.get(node.parent) === parts) continue;
    if (text !== "") findings.add("TEL801", `<${node.name}>`, text);
    else if (node.uri === SVG && !isUnshown(node) && isDrawn(node))
      findings.note("TEL808 drawing", `<${node.name}>`);
  }
  scope.unknown.addTo(findings);
  searchInvisible(findings, texts);
}

function openScope(findings: PrivacyFindings, depth: number, nodes: readonly XmlNode[]): Scope {
  const unknown = new FoldedUnknown();
  const open = (text: string, mediaType: string) => {
    if (depth < DEEPEST) searchText(findings, text, mediaType, depth + 1);
    else unknown.add("address", FINDING_TEXTS.TEL705.deepPage);
  };
  const shown = nodes.flatMap(({ uri, local, attributes, children }) => {
    if (/^(?:style|script)$/.test(local)) return [];
    // Items of a package are called as their files are.
    const files = attributes.filter(({ name }) => uri === OPF && name === "href");
    return [...files, ...children].map((one) => ("value" in one ? one.value : ""));
  });
  const printed = wordsIn(shown.join(" "));
  return { findings, open, unknown, printed, styles: new Map(), styled: 0 };
}

/** Between elements: a sign, or new lines and as many spaces or tabs; rows of both could be a number. */
const INDENTATION = /^(?:\s?|(?:\r?\n)+(?: *|\t*))$/;

/** @param hidden where to collect the text of what is not seen. */
function searchTexts(
  { findings, unknown }: Scope,
  node: XmlNode,
  hidden: string[] | undefined,
  texts: string[],
): void {
  if (/^(?:style|script)$/.test(node.local)) return;
  for (const child of node.children) {
    if (child.kind !== "text") continue;
    texts.push(child.value);
    if (child.isCdata && /[<>]/.test(child.value))
      unknown.add("CDATA section", `in <${node.name}>`);
    if (node.uri === "" && !isKnownValue(child.value)) unknown.add("text", `in <${node.name}>`);
    // Brackets for readers that know no ruby (HTML §4.5.12); others do not show them.
    const isUnread = node.local === "rp" && /[\p{L}\p{N}]/u.test(child.value);
    const isBlank = !holdsText(node) && child.value.trim() === "";
    if (isMixed(child.value) || (isBlank && !INDENTATION.test(child.value)))
      unknown.add("white space", `in <${node.name}>`);
    if (hidden !== undefined || (holdsText(node) && !isUnread)) hidden?.push(child.value);
    else if (child.value.trim() !== "") findings.add("TEL801", `<${node.name}>`, child.value);
  }
}

function searchElement(scope: Scope, node: XmlNode): void {
  const { findings, unknown } = scope;
  const element = `<${node.name}>`;
  const { local, uri } = node;
  // Where scripts run, it is one text and no markup: what its tags are depends on who reads.
  if (local === "noscript") unknown.add("element", element);
  if (!knowsElement(node))
    unknown.add("element", uri === XHTML ? element : `${element} of ${uri || "no namespace"}`);
  if (local === "script") findings.add("TEL301", element, attributeOf(node, "src") ?? textOf(node));
  if (local === "style")
    searchStyle(scope, readText(node), { isAttribute: false, isDrawing: uri === SVG });
  if (local === "meta" && uri !== OPF)
    searchMeta(findings, node, (address) => searchInner(scope, "<meta refresh>", address));
  if (local === "metadata" && uri === SVG) searchLeaves(findings, node);
  if (local === "docAuthor" && uri === NCX) findings.addField("dc:creator", textOf(node));
  if (local === "input" && attributeOf(node, "type") === "hidden")
    findings.add("TEL801", element, attributeOf(node, "value") ?? "");
  if (local === "svg" && node.parent?.uri !== SVG) {
    const text = findDoubtfulText(node);
    if (text !== undefined) unknown.add("text of a drawing", `<${text.name}>`, () => textOf(text));
  }
}

/** @returns what the attribute is. */
function searchAttribute(
  scope: Scope,
  node: XmlNode,
  attribute: XmlNode["attributes"][number],
): Use {
  const { findings } = scope;
  const { name, value, uri } = attribute;
  const field = `<${node.name} ${name}>`;
  const use = useOf(node, attribute);
  const isScript = /^(?:javascript|vbscript|livescript|mocha):/i.test(tidyAddress(value));
  if (use === "program" || isScript) {
    findings.add("TEL301", field, value);
    return use;
  }
  if (!knowsAttribute(node, attribute)) {
    scope.unknown.add("attribute", `${name} of <${node.name}>`, () => quoted(value));
    if (uri !== "") findings.addField(name, value);
  }
  if (name.endsWith("prefix") && !(KNOWN_PREFIXES.test(value) && isKnownValue(value)))
    scope.unknown.add("prefix", value);
  if (use === "page") scope.open(value, "text/html");
  else if (use === "style")
    searchStyle(scope, value, { isAttribute: true, isDrawing: node.uri === SVG });
  else if (use === "followed") {
    // Nobody sees, or clicks, whom a page names as its author.
    if (/^(?:author|me)$/i.test(attributeOf(node, "rel") ?? "") && node.local === "link")
      findings.addField("meta:author", value);
    searchFollowed(scope, field, value);
  } else if (use === "sent") searchSent(scope, field, value);
  else if (use === "loaded") {
    searchLoaded(scope, node, field, [value]);
    if (FRAMES.test(node.local) && !/^(?:data:|#|$)/i.test(tidyAddress(value)) && !isRemote(value))
      findings.add("TEL203", field, value);
  } else if (use === "list") searchLoaded(scope, node, field, splitList(value));
  else if (use === "animated") searchLoaded(scope, node, field, listAnimated(node, value));
  else if (node.uri === SVG && /[(:]/.test(value) && use === "plain")
    searchStyle(scope, `${/^[\w-]+$/.test(name) ? name : "fill"}:${value}`, DRAWN);
  else if (uri !== "http://www.w3.org/2000/xmlns/") searchValue(scope, node, attribute, use);
  if (!isOfItsGrammar(scope.printed, use, attribute))
    scope.unknown.add("attribute", `${name} of <${node.name}>`, () => quoted(value));
  return use;
}

const DRAWN: StyleKind = { isAttribute: true, isDrawing: true };
const quoted = (value: string) => (value === "" ? "" : `“${value}”`);

/**
 * Searches a text of a kind of markup, or a sheet. A page that is no XML by its nature is read as
 * browsers read it, and as XML where it can be both.
 */
export function searchText(
  findings: PrivacyFindings,
  text: string,
  mediaType: string,
  depth = 0,
): void {
  if (mediaType === "text/css") return void searchSheet(findings, text, depth);
  searchDeclaration(findings, text);
  const isHtml = mediaType === "text/html";
  const read = readMarkup(text);
  const document = isHtml && read !== undefined && isPlainPage(text, read) ? undefined : read;
  if (document !== undefined) searchMarkup(findings, document, depth);
  else if (!isHtml) findings.note("TEL705 malformed", "XML");
  if (document !== undefined && !isHtml) return;
  try {
    searchMarkup(findings, readHtmlTree(text), depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    findings.add("TEL705", "markup", error.message);
  }
}

/** Whether a page is XML by chance: it says so nowhere, and declares nothing that only XML obeys. */
function isPlainPage(text: string, { root, doctype }: XmlDocument): boolean {
  return root.uri === "" && !/^\s*<\?xml/i.test(text) && doctype?.includes("[") !== true;
}

/** Tells what a style sheet loads and holds. */
export function searchSheet(findings: PrivacyFindings, text: string, depth = 0): void {
  const scope = openScope(findings, depth, []);
  searchStyle(scope, text, { isAttribute: false, isDrawing: false });
  scope.unknown.addTo(findings);
}

function searchStyle(scope: Scope, text: string, kind: StyleKind): void {
  if (kind.isAttribute && scope.styles.has(text)) return;
  scope.styled += text.length;
  if (scope.styled > LONGEST_SHEET) {
    scope.unknown.add("style", fillText(FINDING_TEXTS.TEL705.longSheet, { most: LONGEST_SHEET }));
    return;
  }
  const { findings, unknown } = scope;
  const how: StyleScope = {
    findings,
    unknown,
    inner: (field, address) => searchInner(scope, field, address),
    comment: (comment) => searchComment(findings, comment),
    words: (words) => findings.addText("string", words),
  };
  const declared = searchStyles(how, text, kind);
  if (kind.isAttribute) scope.styles.set(text, declared);
}

/** As it is written: a line break ends what would be a string. */
function readText(node: XmlNode): string {
  return node.children.map((one) => (one.kind === "text" ? one.value : "")).join("");
}
