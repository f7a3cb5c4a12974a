import { attributeOf, childrenOf, descendantsOf } from "../../xml/xml-tree.ts";
import { resolveAddress } from "./book-address.ts";
import { quote, type Report, type Spot } from "./finding.ts";
import { MATHML, SVG, XHTML } from "./namespaces.ts";
import type { ManifestItem, PackageDocument } from "./package-reader.ts";
import type { Book, BookDocument } from "./read-book.ts";

/** Kinds that a spine may hold without fallback (EPUB 3.3 §3.3); the second line is EPUB 2's. */
const CONTENT_TYPES = new Set(["application/xhtml+xml", "image/svg+xml"]);
const CONTENT_TYPES_2 = new Set([
  "application/xhtml+xml",
  "application/x-dtbook+xml",
  "text/x-oeb1-document",
  "text/html",
]);

const ITEM_PROPERTIES = new Set(
  "cover-image data-nav dictionary glossary index mathml nav remote-resources scripted search-key-map svg switch".split(
    " ",
  ),
);

/** Files that belong to the archive, not to the book (EPUB 3.3 §4.2.6.3). */
const NOT_LISTED = /^(?:mimetype$|META-INF\/|.*\/$)/;
/** What systems leave in folders. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|__MACOSX\/.*|\.[^/]*)$/i;

/** Each item has what it must have, and each file is listed once (EPUB 3.3 §5.6.2). */
export function checkItems(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const part = (name: string) => childrenOf(opened.root, name)[0];
  const root = { file: opened.file, offset: opened.root.offset };
  if (part("manifest") === undefined) {
    report("EPB108", root, "Unexpected package document without a manifest, expected one");
  }
  const listed = new Set<string>();
  for (const item of opened.items) {
    const spot = spotOf(opened, item);
    for (const name of ["id", "href", "media-type"]) {
      if ((attributeOf(item.node, name) ?? "").trim() !== "") continue;
      report("EPB108", spot, `Unexpected item without \`${name}\`, expected one`);
    }
    const target = resolveAddress(item.href, opened.file);
    if (target.kind === "leak" || target.kind === "invalid") {
      report("EPB309", spot, `Unexpected address ${quote(item.href)}, expected a file of the book`);
    } else if (target.kind === "outside") checkOutside(item, spot, report);
    if (item.path === undefined) continue;
    const isOdd = item.path === opened.file || /^(?:mimetype$|META-INF\/)/.test(item.path);
    if (listed.has(item.path) || isOdd || item.href.includes("#")) {
      report(
        "EPB109",
        spot,
        `Unexpected ${quote(item.href)} in the manifest, expected each file once`,
      );
    }
    listed.add(item.path);
  }
}

/** Only sound, video and fonts may lie outside, and then the book needs a network. */
function checkOutside(item: ManifestItem, spot: Spot, report: Report): void {
  const hint =
    "Whoever runs that site learns who reads the book, and without a network it is missing.";
  report(
    "EPB122",
    spot,
    `Unexpected address ${quote(item.href)}, expected a file of the book`,
    hint,
  );
}

/** The manifest and the archive hold the same files. */
export function checkCompleteness(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const names = new Set(book.entries.map(({ name }) => name));
  for (const item of opened.items) {
    if (item.path === undefined || names.has(item.path)) continue;
    const near = [...names].find((name) => name.toLowerCase() === item.path?.toLowerCase());
    const hint = near === undefined ? undefined : `The archive has ${quote(near)}: capitals count.`;
    report(
      "EPB110",
      spotOf(opened, item),
      `Unexpected file ${quote(item.path)} that the archive lacks, expected one that is there`,
      hint,
    );
  }
  const listed = new Set(opened.items.map(({ path }) => path));
  for (const name of names) {
    if (listed.has(name) || name === opened.file || NOT_LISTED.test(name)) continue;
    const hint = LITTER.test(name)
      ? "A system left it there; it may tell about its machine."
      : undefined;
    report(
      "EPB111",
      { file: name },
      "Unexpected file outside of the manifest, expected all listed",
      hint,
    );
  }
}

/** One navigation document, at most one cover, and no property that EPUB does not know. */
export function checkProperties(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined || opened.isEpub2) return;
  const having = (property: string) =>
    opened.items.filter(({ properties }) => properties.includes(property));
  const root = { file: opened.file, offset: opened.root.offset };
  const navigation = having("nav");
  if (navigation.length !== 1) {
    const found = navigation.length === 0 ? "book without" : "book with several";
    report("EPB113", root, `Unexpected ${found} navigation document, expected one`);
  }
  for (const item of navigation) {
    if (item.mediaType === "application/xhtml+xml") continue;
    report(
      "EPB113",
      spotOf(opened, item),
      `Unexpected navigation of type ${quote(item.mediaType)}, expected XHTML`,
    );
  }
  const covers = having("cover-image");
  for (const [at, item] of covers.entries()) {
    if (at === 0 && item.mediaType.startsWith("image/")) continue;
    report(
      "EPB114",
      spotOf(opened, item),
      `Unexpected cover ${quote(item.href)}, expected one image`,
    );
  }
  if (covers.length === 0) {
    report(
      "EPB123",
      root,
      "Unexpected book without cover image, expected one",
      "Shelves of reading apps show a grey box.",
    );
  }
  for (const item of opened.items) {
    for (const property of item.properties) {
      if (ITEM_PROPERTIES.has(property) || property.includes(":")) continue;
      report(
        "EPB119",
        spotOf(opened, item),
        `Unexpected property ${quote(property)}, expected one of EPUB`,
      );
    }
  }
}

/** Properties that a document must have when it holds such things, and only then (§5.6.2.2). */
export function checkDocumentProperties(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined || opened.isEpub2) return;
  for (const document of book.documents.values()) {
    if (document.item.mediaType !== "application/xhtml+xml") continue;
    const found = findProperties(document);
    for (const property of ["scripted", "svg", "mathml", "switch"] as const) {
      const isSaid = document.item.properties.includes(property);
      if (isSaid === found.has(property)) continue;
      // A property too many harms nobody; validators let it pass but for these.
      if (isSaid && property !== "scripted" && property !== "svg") continue;
      const spot = spotOf(opened, document.item);
      const message = isSaid
        ? `Unexpected property \`${property}\` of ${quote(document.item.href)}, expected none: it holds nothing such`
        : `Unexpected item ${quote(document.item.href)} without property \`${property}\`, expected it`;
      report("EPB116", spot, message);
    }
  }
}

function findProperties(document: BookDocument): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of descendantsOf(document.root)) {
    if (node.uri === SVG) found.add("svg");
    if (node.uri === MATHML) found.add("mathml");
    if (node.uri !== XHTML && node.local === "switch") found.add("switch");
    const isData = /^(?:application|text)\/(?!(?:x-)?(?:java|ecma)script)|^math\//.test(
      attributeOf(node, "type") ?? "",
    );
    if ((node.local === "script" && !isData) || (node.uri === XHTML && node.local === "form")) {
      found.add("scripted");
    }
    if (node.attributes.some(({ uri, local }) => uri === "" && /^on[a-z]+$/.test(local))) {
      found.add("scripted");
    }
  }
  return found;
}

/** Fallbacks lead to something that can be shown, and not in a circle (EPUB 3.3 §3.5). */
export function checkFallbacks(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const byId = new Map(opened.items.map((item) => [item.id, item]));
  for (const item of opened.items) {
    if (item.fallback === undefined || (byId.has(item.fallback) && item.fallback !== item.id))
      continue;
    report(
      "EPB115",
      spotOf(opened, item),
      `Unexpected fallback ${quote(item.fallback)}, expected the id of another item`,
    );
  }
  const types = opened.isEpub2 ? CONTENT_TYPES_2 : CONTENT_TYPES;
  for (const { idref, node } of opened.spine?.references ?? []) {
    const item = byId.get(idref);
    if (item === undefined || item.mediaType === "" || leadsTo(item, types, byId)) continue;
    const message = `Unexpected ${quote(item.href)} of type ${quote(item.mediaType)} in the spine, expected XHTML or a fallback to it`;
    report("EPB115", { file: opened.file, offset: node.offset }, message);
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
    one = one.fallback === undefined ? undefined : byId.get(one.fallback);
  }
  return false;
}

/** The order of reading names documents, each once; `toc` names the NCX (EPUB 3.3 §5.7). */
export function checkSpine(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const root = { file: opened.file, offset: opened.root.offset };
  const spine = opened.spine;
  if (spine === undefined || spine.references.length === 0) {
    report("EPB117", root, "Unexpected book without an order of reading, expected a spine");
    return;
  }
  const ids = new Set(opened.items.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { idref, node } of spine.references) {
    const spot = { file: opened.file, offset: node.offset };
    if (!ids.has(idref) || idref === "") {
      report("EPB117", spot, `Unexpected ${quote(idref)} in the spine, expected the id of an item`);
    } else if (seen.has(idref)) {
      report("EPB117", spot, `Unexpected second ${quote(idref)} in the spine, expected each once`);
    }
    seen.add(idref);
  }
  if (!opened.isEpub2 && spine.references.every(({ isLinear }) => !isLinear)) {
    report("EPB117", root, "Unexpected spine without a document to begin with, expected one");
  }
  const ncx = opened.items.find(({ mediaType }) => mediaType === "application/x-dtbncx+xml");
  const isNamed = spine.toc !== undefined && spine.toc === ncx?.id;
  if ((spine.toc !== undefined || ncx !== undefined || opened.isEpub2) && !isNamed) {
    const spot = { file: opened.file, offset: spine.node.offset };
    const found = spine.toc === undefined ? "spine without `toc`" : `toc ${quote(spine.toc)}`;
    report("EPB118", spot, `Unexpected ${found}, expected the id of the NCX`);
  }
}

function spotOf(opened: PackageDocument, item: ManifestItem): Spot {
  return { file: opened.file, offset: item.node.offset };
}
