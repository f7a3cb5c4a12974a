import { readHtmlTree } from "../../xml/html-tree.ts";
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { isRemote } from "../disclosure/search-address.ts";
import { searchField } from "./known-fields.ts";
import { isKnownValue } from "./known-words.ts";
import { findUntidyTag } from "./white-space.ts";

export function searchComment(findings: PrivacyFindings, comment: string): void {
  // Readers of HTML end some comments earlier than those of XML (HTML §13.2.5.43 and on).
  if (/^-?>|--!>/.test(comment)) findings.add("TEL705", "comment", comment);
  // Marks of build tools and conditions for old browsers say nothing of people.
  if (comment.trim() === "") return;
  if (/generator|created with|made with|exported by/i.test(comment)) {
    findings.addField("comment generator", comment);
    return;
  }
  findings.addComment("comment", comment);
}

/**
 * An instruction is for a program that is not known; one for style sheets loads, or, in XSL, runs.
 *
 * @param inner told of an address that does not lead out.
 */
export function searchInstruction(
  findings: PrivacyFindings,
  { target, body }: { readonly target: string; readonly body: string },
  inner: (address: string) => void,
): void {
  const field = `<?${target}?>`;
  findings.add("TEL705", "instruction", `${field} ${body}`);
  findings.addText(field, body);
  if (target !== "xml-stylesheet") return;
  if (/xsl/i.test(body)) findings.add("TEL301", field, body);
  // Its values are written as attributes are (xml-stylesheet §3).
  const address = readAttribute(body, "href");
  if (address === undefined) return;
  if (isRemote(address)) findings.add("TEL201", field, address);
  else inner(address);
}

function readAttribute(written: string, name: string): string | undefined {
  const { root } = readHtmlTree(`<p ${written.replace(/[<>]/g, "")}>`);
  return [...descendantsOf(root)]
    .find(({ local }) => local === "p")
    ?.attributes.find((one) => one.name === name)?.value;
}

/** An XML declaration with an encoding that is registered (XML 1.0 §2.8, §4.3.3), or none. */
const KNOWN_DECLARATION =
  /^\uFEFF?(?:<\?xml\s+version=(["'])1\.[01]\1(?:\s+encoding=(["'])(?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-\d{1,2}|windows-12\d\d|shift_jis|euc-(?:jp|kr)|gb(?:2312|k|18030)|big5|koi8-r)\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>|(?!<\?xml\s))/i;

/** What is in no tree: the declaration, which holds words as any other part, and space within tags. */
export function searchDeclaration(findings: PrivacyFindings, text: string): void {
  const untidy = findUntidyTag(text);
  if (untidy !== undefined) findings.add("TEL705", "white space", `within <${untidy}>`);
  if (!KNOWN_DECLARATION.test(text))
    findings.add("TEL705", "XML declaration", text.slice(0, text.indexOf(">") + 1));
}

/** Document types whose names are known; readers have them within, and fetch none (HTML §14.2). */
export const KNOWN_DOCTYPE = new RegExp(
  `^(?:[a-z]{1,8}:)?(?:html|svg|math|ncx|package|container|smil|display_options|encryption)(?:\\s+(?:SYSTEM\\s+["']about:legacy-compat["']|PUBLIC\\s+["'](?:${[
    "-//W3C//DTD X?HTML (?:Basic )?[1-4]\\.[0-9]{1,2}(?: Strict| Transitional| Frameset| Final)?(?: plus MathML 2\\.0(?: plus SVG 1\\.1)?)?",
    "-//W3C//DTD (?:SVG 1\\.[01](?: Basic| Tiny)?|SVG 20010904|MathML 2\\.0)",
    "-//NISO//DTD ncx 2005-1",
    "\\+//ISBN 0-9673008-1-9//DTD OEB 1\\.[02](?:\\.1)? (?:Package|Document)",
  ].join("|")})//EN["'](?:\\s+["'](?:${[
    "(?:https?:)?//www\\.w3\\.org/(?:TR|Graphics|Math)/(?:[\\w-]+/){0,2}(?:[0-9.]+/)?(?:DTD/)?[\\w-]+\\.dtd",
    "http://www\\.daisy\\.org/z3986/2005/ncx-2005-1\\.dtd",
    "http://openebook\\.org/dtds/oeb-1\\.[02](?:\\.1)?/oeb(?:pkg|doc)1[02]1?\\.dtd",
    "(?:xhtml\\d*|html4|svg\\d*|ncx|oebpkg12|oebdoc12)(?:-(?:strict|transitional|frameset|flat|basic|tiny|math|2005-1|20010904))*\\.dtd",
  ].join("|")})["'])?))?$`,
  "i",
);

/** Vocabularies that a book may add to its own (EPUB 3.3 §D). */
export const KNOWN_PREFIXES =
  /^(?:\s*[\w.-]+:\s*https?:\/\/(?:(?:www|id)\.(?:idpf|w3|daisy|loc|editeur)\.(?:org|gov)|schema\.org|purl\.org\/dc|vocabulary\.itunes\.apple\.com|xmlns\.com\/foaf|calibre-ebook\.com|(?:www\.)?prismstandard\.org|standardebooks\.org)[\w./#-]{0,60}(?=\s|$))*\s*$/;

/** Every text of a block of metadata, by the name of the element that holds it. */
export function searchLeaves(findings: PrivacyFindings, root: XmlNode): void {
  for (const node of descendantsOf(root)) {
    for (const { name, local, uri, value } of node.attributes)
      if (local === "resource" && !/^xmlns/.test(uri))
        findings.addField(`${node.name} ${name}`, value);
    if (childrenOf(node).length > 0) continue;
    // `<dc:creator><cc:Agent><dc:title>Ana` names a creator.
    findings.addField(findHolder(node, root).name, textOf(node));
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

const HEADERS =
  /^(?:content-type|content-style-type|content-language|default-style|refresh|x-ua-compatible)$/i;

/** @param inner told of an address to which the page goes on, and that does not lead out. */
export function searchMeta(
  findings: PrivacyFindings,
  node: XmlNode,
  inner: (address: string) => void,
): void {
  const content = attributeOf(node, "content") ?? "";
  const kind = attributeOf(node, "http-equiv");
  if (kind !== undefined && !HEADERS.test(kind))
    findings.add("TEL705", "meta", `http-equiv ${kind}`);
  // Seconds, a sign or a space, and often `url=` (HTML §4.2.5.3).
  const target = content.replace(/^[\s\d.]*[;,\s]?\s*(?:url\s*=\s*)?["']?/i, "");
  if (/^refresh$/i.test(kind ?? "")) {
    if (isRemote(target)) findings.add("TEL201", "<meta refresh>", content);
    else inner(target);
  } else if (kind !== undefined && !isKnownValue(content))
    findings.add("TEL705", "meta", `http-equiv ${kind} ${content}`);
  const name = attributeOf(node, "name") ?? attributeOf(node, "property");
  if (name === undefined) return;
  const field = name.includes(":") ? name : `meta:${name}`;
  // Of a page nothing else shows what it says of itself.
  if (/^meta:(?:description|keywords|title)$/i.test(field)) findings.add("TEL952", field, content);
  else searchField(findings, field, content);
}
