import { attributeOf, childrenOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { searchArchive } from "../bundle/search-archive.ts";
import { findPrinted } from "../disclosure/printed-names.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";
import { imageTypeOf } from "../image/read-image.ts";
import type { Inspection } from "../inspection.ts";
import { searchField } from "../markup/known-fields.ts";
import { isMadeOf, wordsIn } from "../markup/known-words.ts";
import { searchMarkup, searchSheet, searchText } from "../markup/search-markup.ts";
import { searchDeclaration } from "../markup/search-notes.ts";
import { NCX, OPS, XHTML } from "./namespaces.ts";
import { type Book, listTexts } from "./read-book.ts";
import { searchFont } from "./search-font.ts";

/** Of META-INF, what readers know (EPUB 3.3 §4.2.6.3); Apple's says how pages are shown. */
const KNOWN_META =
  /^META-INF\/(?:container|encryption|manifest|metadata|signatures|rights|com\.apple\.ibooks\.display-options)\.xml$|^META-INF\/$/;
const MARKUP = /\.(?:xhtml|html?|svg|xml|opf|ncx|smil)$/i;
const FONT = /\.(?:ttf|otf|ttc|woff2?)$/i;

/**
 * Tells what a book says beside its text: its package, its archive, its pictures, its addresses.
 *
 * @param inspect what looks into files of other kinds.
 */
export function searchBook(
  findings: PrivacyFindings,
  book: Book,
  archive: Uint8Array,
  inspect: (bytes: Uint8Array) => Inspection,
): void {
  searchArchive(findings, book.entries, archive);
  for (const { name, value } of book.package?.metadata ?? []) searchField(findings, name, value);
  searchLabels(findings, book);
  for (const { href, mediaType } of book.package?.items ?? []) {
    if (/^(?:https?:)?\/\//i.test(href)) findings.add("TEL201", `<item> ${mediaType}`, href);
  }
  const sheets = new Set(
    (book.package?.items ?? []).flatMap(({ path, mediaType }) =>
      mediaType === "text/css" ? [path] : [],
    ),
  );
  const isSheet = (name: string) => /\.css$/i.test(name) || sheets.has(name);
  for (const { name, unpackedBytes } of book.entries) {
    if (name.endsWith("/") && unpackedBytes === 0) continue;
    const bytes = book.bytes(name);
    // A name may lie; what is a picture is one.
    if (bytes !== undefined && imageTypeOf(bytes) !== undefined)
      findings.at(name).addWithin(inspect(bytes).findings);
    else if (FONT.test(name)) searchFont(findings, name, bytes);
    else if (isSheet(name)) searchSheet(findings.at(name), readLoosely(book, name));
    else if (MARKUP.test(name) || book.documents.has(name)) searchDocument(findings, book, name);
    // What the archive's first file says is a rule of its own (EPUB 3.3 §4.2.2.2).
    else if (bytes !== undefined && bytes.length > 0 && name !== "mimetype")
      findings.at(name).addWithin(inspect(bytes).findings);
    if (/^META-INF\/(?:rights|signatures)\.xml$/.test(name)) findings.add("TEL107", "file", name);
    else if (name.startsWith("META-INF/") && !KNOWN_META.test(name))
      findings.add("TEL704", "file", name);
  }
}

function searchDocument(findings: PrivacyFindings, book: Book, name: string): void {
  const known = book.documents.get(name);
  const text = readLoosely(book, name);
  // What was read as a part of the book is not read again; its first line is in no tree.
  if (known === undefined) searchText(findings.at(name), text, "application/xml");
  else {
    searchDeclaration(findings.at(name), text);
    searchMarkup(findings.at(name), known);
  }
}

/**
 * Titles of documents and labels for readers of before stand on no page: what they say is told where
 * the pages and the book's own title do not say it.
 */
function searchLabels(findings: PrivacyFindings, book: Book): void {
  const titles = (book.package?.metadata ?? []).map(({ value }) => value);
  const printed = wordsIn([...titles, ...listBodies(book).map(wordsOf)].join(" "));
  for (const { file, root } of book.documents.values())
    for (const node of descendantsOf(root)) {
      const isLabel =
        (node.uri === NCX && node.local === "text") || isTitle(node) || isHiddenList(node);
      const guide = node.local === "reference" ? (attributeOf(node, "title") ?? "") : "";
      const text = isLabel ? textsIn(node).join(" ") : guide;
      if (!isMadeOf(text, printed)) findings.at(file).add("TEL801", `<${node.name}>`, text);
    }
}

/** Lists for reading systems are hidden by rule (EPUB 3.3 §7.4.1). */
const isHiddenList = (node: XmlNode) =>
  node.local === "nav" &&
  attributeOf(node, "hidden") !== undefined &&
  // What places and pages of a book are called depends on its language.
  !/^(?:landmarks|page-list)$/.test(attributeOf(node, "type", OPS) ?? "");

const isTitle = ({ uri, local, parent }: XmlNode) =>
  uri === XHTML && local === "title" && parent?.local === "head";

/** Readers show texts in other encodings, too; the signs that matter are the same in most. */
function readLoosely(book: Book, name: string): string {
  return book.text(name) ?? new TextDecoder("latin1").decode(book.bytes(name));
}

/** Whether a name stands in the book's pages. */
export function printedIn(book: Book): (name: string) => boolean {
  return findPrinted(() => listBodies(book).map(wordsOf));
}

const listBodies = (book: Book) => listTexts(book).flatMap(({ root }) => childrenOf(root, "body"));

/** Texts of elements with spaces between them: a heading and what follows are two words. */
function wordsOf(body: XmlNode): string {
  const hidden = [...descendantsOf(body)].filter(isHiddenList);
  const unseen = new Set(hidden.flatMap((one) => [...descendantsOf(one)]));
  return textsIn(body, unseen).join(" ");
}

function textsIn(root: XmlNode, without: ReadonlySet<XmlNode> = new Set()): readonly string[] {
  return [...descendantsOf(root)].flatMap((node) =>
    node.children.flatMap((child) =>
      child.kind === "text" && !without.has(node) ? [child.value] : [],
    ),
  );
}
