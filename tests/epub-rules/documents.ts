import { ROLES } from "../../src/inspect/epub/attribute-rules.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { OPS, XHTML, XML } from "../../src/inspect/epub/namespaces.ts";
import { languageAt, words } from "../../src/inspect/epub/package-reader.ts";
import type { Book, BookDocument } from "../../src/inspect/epub/read-book.ts";
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../src/xml/xml-tree.ts";
import { checkTable, hasText, isNamed } from "./accessibility.ts";
import type { Tell } from "./book-faults.ts";
import { mayHaveRole } from "./element-roles.ts";

/** The document type of HTML, as it may be written in XML. */
const DOCTYPE = /^html(?:\s+SYSTEM\s+(["'])about:legacy-compat\1)?$/i;

/** XHTML with the document type of HTML or none, a language and a title (EPUB 3.3 §6.1.1). */
export function checkHead(
  { root, doctype, instructions }: BookDocument,
  tell: Tell,
  book: Book,
): void {
  if (root.uri !== XHTML || root.local !== "html") {
    const found = `\`<${root.name}>\` in the namespace ${quote(root.uri)}`;
    tell("EPB301", root, found, "`<html>` of XHTML");
  }
  if (languageAt(root) === undefined)
    tell("EPB304", root, "document without a language", "`lang` and `xml:lang` on `<html>`");
  const title = childrenOf(root, "head")
    .slice(0, 1)
    .flatMap((head) => childrenOf(head, "title"))[0];
  if (title === undefined || textOf(title) === "")
    tell("EPB305", root, "document without a title", "one");
  if (book.package?.isEpub2) return;
  if (doctype !== undefined && !DOCTYPE.test(doctype))
    tell("EPB302", { offset: 0 }, `document type ${quote(doctype)}`, "`<!DOCTYPE html>`");
  for (const one of instructions) tell("EPB319", one, `instruction \`<?${one.target}\``, "none");
}

/** Attributes that name ids of the same document. */
const ID_LISTS =
  "aria-activedescendant aria-controls aria-describedby aria-flowto aria-labelledby aria-owns headers".split(
    " ",
  );

/** Each id once, and what is named is there (HTML §3.2.6.1). */
export function checkIds({ root, ids }: BookDocument, tell: Tell): void {
  for (const node of descendantsOf(root)) {
    const id = attributeOf(node, "id");
    if (id !== undefined && ids.get(id) !== node)
      tell("EPB306", node, `second id ${quote(id)}`, "each once");
    if (node.uri !== XHTML) continue;
    const label = node.local === "label" ? attributeOf(node, "for") : undefined;
    const named = ID_LISTS.flatMap((name) => words(attributeOf(node, name)));
    for (const name of label === undefined ? named : [...named, label])
      if (!ids.has(name))
        tell("EPB316", node, `name ${quote(name)} of an id`, "one that the document has");
  }
}

/** What harms readers wherever it stands (EPUB 3.3 §6.3.1, WCAG 2.2). */
export function checkElements({ root }: BookDocument, tell: Tell, book: Book): void {
  for (const node of descendantsOf(root)) {
    const lang = attributeOf(node, "lang");
    const xmlLang = attributeOf(node, "lang", XML);
    if (xmlLang !== undefined && lang !== undefined && xmlLang.toLowerCase() !== lang.toLowerCase())
      tell(
        "EPB303",
        node,
        `\`lang\` ${quote(lang)} beside \`xml:lang\` ${quote(xmlLang)}`,
        "the same",
      );
    if (node.uri === OPS)
      tell("EPB319", node, `\`<${node.name}>\``, "none: readers no longer know it");
    if (node.uri === XHTML) checkHtmlElement(node, tell);
    if (book.package?.isEpub2 === false) checkRole(node, tell);
  }
}

function checkHtmlElement(node: XmlNode, tell: Tell): void {
  const { local } = node;
  if (local === "img" && attributeOf(node, "alt") === undefined && !isNamed(node)) {
    const hint = 'Say what it shows in `alt`; write `alt=""` where it only decorates.';
    tell("EPB701", node, "image without a description", "`alt`", hint);
  }
  if (local === "a" && attributeOf(node, "href") !== undefined && !hasText(node))
    tell("EPB711", node, "link without a text", "one that says where it leads");
  if (local === "table") checkTable(node, tell);
}

/** Each document's own looks are told once. */
export function checkStyleUse({ root }: BookDocument, tell: Tell): void {
  const styled = [...descendantsOf(root)].filter(
    (node) =>
      node.uri === XHTML && (node.local === "style" || attributeOf(node, "style") !== undefined),
  );
  const [first] = styled;
  if (first === undefined) return;
  const count = styled.length === 1 ? "" : `, ${styled.length} times in this document`;
  tell("EPB315", first, `\`style\`${count}`, "all looks in one style sheet");
}

/** Types whose role has another name, or none. */
const ROLE_OF: Readonly<Record<string, string>> = {
  endnote: "doc-endnote",
  rearnote: "doc-endnote",
  footnote: "doc-footnote",
  pagebreak: "doc-pagebreak",
  "page-list": "doc-pagelist",
  help: "doc-tip",
};

/** `epub:type` is for readers of before; what is heard is the role (EPUB Accessibility 1.1 §3). */
function checkRole(node: XmlNode, tell: Tell): void {
  const types = words(attributeOf(node, "type", OPS));
  if (types.length === 0 || attributeOf(node, "role") !== undefined || isInNavigation(node)) return;
  for (const type of types) {
    const role = ROLE_OF[type] ?? `doc-${type}`;
    if (!ROLES.has(role) || !mayHaveRole(node.local, role)) continue;
    const found = `\`epub:type\` ${quote(type)} without a role`;
    tell("EPB704", node, found, `\`role="${role}"\` beside it`);
  }
}

/** In lists of the navigation document types say where a line leads; page lists stay unheard. */
function isInNavigation(node: XmlNode): boolean {
  for (let one: XmlNode | undefined = node; one !== undefined; one = one.parent) {
    if (one.local === "nav") return true;
  }
  return false;
}
