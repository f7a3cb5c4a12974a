import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { MATHML, OPF, SVG, XHTML } from "../../src/inspect/epub/namespaces.ts";
import type { ManifestItem, PackageDocument } from "../../src/inspect/epub/package-reader.ts";
import { type Book, type BookDocument, listTexts } from "../../src/inspect/epub/read-book.ts";
import { attributeOf, childrenOf, descendantsOf } from "../../src/xml/xml-tree.ts";
import type { Tell } from "./book-faults.ts";

/** Kinds that a spine may hold without fallback (EPUB 3.3 §3.3); the second line is EPUB 2's. */
const CONTENT_TYPES = new Set(["application/xhtml+xml", "image/svg+xml"]);
const CONTENT_TYPES_2 = new Set([
  ...["application/xhtml+xml", "application/x-dtbook+xml", "text/x-oeb1-document", "text/html"],
]);

const ITEM_PROPERTIES = new Set(
  "cover-image data-nav dictionary glossary index mathml nav remote-resources scripted search-key-map svg switch".split(
    " ",
  ),
);

/** The package document is of a version that we know. */
export function checkVersion({ root, version }: PackageDocument, tell: Tell): void {
  if (root.uri !== OPF || root.local !== "package")
    tell("EPB101", root, `\`<${root.name}>\``, "a `<package>` of EPUB");
  else if (!/^[23]\.0$/.test(version)) tell("EPB101", root, `version ${quote(version)}`, "3.0");
}

/** Each item has what it must have, and each file is listed once (EPUB 3.3 §5.6.2). */
export function checkItems(opened: PackageDocument, tell: Tell): void {
  if (childrenOf(opened.root, "manifest")[0] === undefined)
    tell("EPB108", opened.root, "package document without a manifest", "one");
  const listed = new Set<string>();
  for (const { node, href, path } of opened.items) {
    for (const name of ["id", "href", "media-type"])
      if ((attributeOf(node, name) ?? "").trim() === "")
        tell("EPB108", node, `item without \`${name}\``, "one");
    if (path === undefined) continue;
    const isOdd = path === opened.file || /^(?:mimetype$|META-INF\/)/.test(path);
    if (listed.has(path) || isOdd || href.includes("#"))
      tell("EPB109", node, `${quote(href)} in the manifest`, "each file once");
    listed.add(path);
  }
}

/** One navigation document, at most one cover, and no property that EPUB does not know. */
export function checkProperties({ items, root }: PackageDocument, tell: Tell): void {
  const having = (property: string) =>
    items.filter(({ properties }) => properties.includes(property));
  const navigation = having("nav");
  if (navigation.length !== 1) {
    const found = navigation.length === 0 ? "book without" : "book with several";
    tell("EPB113", root, `${found} navigation document`, "one");
  }
  for (const { mediaType, node } of navigation)
    if (mediaType !== "application/xhtml+xml")
      tell("EPB113", node, `navigation of type ${quote(mediaType)}`, "XHTML");
  const covers = having("cover-image");
  for (const [at, { mediaType, href, node }] of covers.entries())
    if (at > 0 || !mediaType.startsWith("image/"))
      tell("EPB114", node, `cover ${quote(href)}`, "one image");
  const hint = "Shelves of reading apps show a grey box.";
  if (covers.length === 0) tell("EPB123", root, "book without cover image", "one", hint);
  for (const { properties, node } of items)
    for (const property of properties)
      if (!ITEM_PROPERTIES.has(property) && !property.includes(":"))
        tell("EPB119", node, `property ${quote(property)}`, "one of EPUB");
}

/** Properties that a document must have when it holds such things, and only then (§5.6.2.2). */
export function checkDocumentProperties(_: PackageDocument, tell: Tell, book: Book): void {
  for (const document of listTexts(book)) {
    const { node, href, properties } = document.item;
    const found = findProperties(document);
    for (const property of ["scripted", "svg", "mathml", "switch"]) {
      const isSaid = properties.includes(property);
      if (!isSaid && found.has(property))
        tell("EPB116", node, `item ${quote(href)} without property \`${property}\``, "it");
      // A property too many harms nobody; validators let it pass but for these.
      if (isSaid && !found.has(property) && /^(?:scripted|svg)$/.test(property))
        tell(
          "EPB116",
          node,
          `property \`${property}\` of ${quote(href)}`,
          "none: it holds nothing such",
        );
    }
  }
}

function findProperties({ root }: BookDocument): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of descendantsOf(root)) {
    const { uri, local } = node;
    if (uri === SVG) found.add("svg");
    if (uri === MATHML) found.add("mathml");
    if (uri !== XHTML && local === "switch") found.add("switch");
    const isData = /^(?:application|text)\/(?!(?:x-)?(?:java|ecma)script)|^math\//.test(
      attributeOf(node, "type") ?? "",
    );
    const isProgram = (local === "script" && !isData) || (uri === XHTML && local === "form");
    if (isProgram || node.attributes.some((one) => one.uri === "" && /^on[a-z]+$/.test(one.local)))
      found.add("scripted");
  }
  return found;
}

/** Fallbacks lead to something that can be shown, and not in a circle (EPUB 3.3 §3.5). */
export function checkFallbacks(opened: PackageDocument, tell: Tell): void {
  const byId = new Map(opened.items.map((item) => [item.id, item]));
  for (const { id, node } of opened.items) {
    const fallback = attributeOf(node, "fallback");
    if (fallback !== undefined && (fallback === id || !byId.has(fallback)))
      tell("EPB115", node, `fallback ${quote(fallback)}`, "the id of another item");
  }
  const types = opened.isEpub2 ? CONTENT_TYPES_2 : CONTENT_TYPES;
  for (const { idref, node } of opened.spine?.references ?? []) {
    const item = byId.get(idref);
    if (item === undefined || item.mediaType === "" || leadsTo(item, types, byId)) continue;
    const found = `${quote(item.href)} of type ${quote(item.mediaType)} in the spine`;
    tell("EPB115", node, found, "XHTML or a fallback to it");
  }
}

function leadsTo(
  item: ManifestItem,
  types: ReadonlySet<string>,
  byId: ReadonlyMap<string, ManifestItem>,
): boolean {
  const passed = new Set<string>();
  for (let one: ManifestItem | undefined = item; one !== undefined; ) {
    if (types.has(one.mediaType)) return true;
    if (passed.has(one.id)) return false;
    passed.add(one.id);
    one = byId.get(attributeOf(one.node, "fallback") ?? "");
  }
  return false;
}

/** The order of reading names documents, each once; `toc` names the NCX (EPUB 3.3 §5.7). */
export function checkSpine({ spine, items, root, isEpub2 }: PackageDocument, tell: Tell): void {
  if (spine === undefined || spine.references.length === 0) {
    tell("EPB117", root, "book without an order of reading", "a spine");
    return;
  }
  const ids = new Set(items.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { idref, node } of spine.references) {
    if (!ids.has(idref) || idref === "" || seen.has(idref))
      tell("EPB117", node, `${quote(idref)} in the spine`, "the id of an item, once");
    seen.add(idref);
  }
  if (!isEpub2 && spine.references.every(({ isLinear }) => !isLinear))
    tell("EPB117", root, "spine without a document to begin with", "one");
  const ncx = items.find(({ mediaType }) => mediaType === "application/x-dtbncx+xml");
  const node = childrenOf(root, "spine")[0] ?? root;
  const toc = attributeOf(node, "toc");
  if ((toc !== undefined || ncx !== undefined || isEpub2) && (toc ?? "") !== (ncx?.id ?? "none")) {
    const found = toc === undefined ? "spine without `toc`" : `toc ${quote(toc)}`;
    tell("EPB118", node, found, "the id of the NCX");
  }
}
