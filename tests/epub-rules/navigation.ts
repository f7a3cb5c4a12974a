import { resolveAddress } from "../../src/inspect/epub/book-address.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { OPS } from "../../src/inspect/epub/namespaces.ts";
import { words } from "../../src/inspect/epub/package-reader.ts";
import {
  type Book,
  type BookDocument,
  listLines,
  listNavs,
  type NavigationKind,
} from "../../src/inspect/epub/read-book.ts";
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../src/xml/xml-tree.ts";
import type { Tell } from "./book-faults.ts";

/** Contents once, and lists of nothing but their lines (EPUB 3.3 §7.3, §7.4). */
export function checkNavigation(document: BookDocument, tell: Tell): void {
  for (const kind of ["toc", "landmarks", "page-list"] as const) {
    const navs = listNavs(document, kind);
    if (navs.length > 1 || (kind === "toc" && navs.length === 0)) {
      const found = navs.length === 0 ? "no contents" : `several lists \`${kind}\``;
      tell("EPB201", navs[1] ?? document.root, `navigation with ${found}`, "one");
    }
    for (const nav of navs) checkList(nav, kind, tell);
  }
}

function checkList(nav: XmlNode, kind: NavigationKind, tell: Tell): void {
  const lists = childrenOf(nav, "ol");
  const others = childrenOf(nav).filter(({ local }) => !/^(?:ol|h[1-6]|hgroup|p)$/.test(local));
  if (lists.length !== 1 || others.length > 0 || childrenOf(nav).at(-1)?.local !== "ol")
    tell("EPB202", nav, "navigation", "a heading or none, then one `<ol>`");
  for (const list of lists) checkLines(list, kind, tell);
}

function checkLines(list: XmlNode, kind: NavigationKind, tell: Tell): void {
  const lines = childrenOf(list, "li");
  if (lines.length === 0) tell("EPB202", list, "empty list in the navigation", "lines");
  for (const line of lines) {
    const [label, below, ...rest] = childrenOf(line);
    const isLink = label?.local === "a";
    const isNested = below === undefined ? isLink : below.local === "ol";
    if ((!isLink && label?.local !== "span") || !isNested || rest.length > 0)
      tell("EPB202", line, "line of the navigation", "a link, or a text with a list below it");
    if (label !== undefined && textOf(label) === "" && !hasImageText(label))
      tell("EPB203", line, "line without text in the navigation", "one");
    if (kind === "landmarks" && isLink && attributeOf(label, "type", OPS) === undefined)
      tell("EPB206", line, "landmark without `epub:type`", "one");
    if (below?.local === "ol") checkLines(below, kind, tell);
  }
}

function hasImageText(node: XmlNode): boolean {
  return [...descendantsOf(node)].some(
    (one) => (attributeOf(one, "alt") ?? attributeOf(one, "title") ?? "").trim() !== "",
  );
}

/** Every line leads to a document of the spine, and lists follow the order of reading. */
export function checkTargets(document: BookDocument, tell: Tell, book: Book): void {
  for (const kind of ["toc", "page-list", "landmarks"] as const) {
    for (const nav of listNavs(document, kind)) {
      const places = listLines(nav).flatMap((line) => placeLine(line, document, book, tell));
      if (kind === "landmarks") checkLandmarks(nav, tell);
      else checkReadingOrder(places, kind === "toc" ? "EPB205" : "EPB207", tell);
    }
  }
  checkReach(document, tell, book);
}

interface LinePlace {
  readonly line: XmlNode;
  /** Position of its document in the spine. */
  readonly document: number;
  /** Of its element in the document. */
  readonly offset: number;
}

/** Missing files and ids are told with all other links. */
function placeLine(
  line: XmlNode,
  navigation: BookDocument,
  book: Book,
  tell: Tell,
): readonly LinePlace[] {
  const address = attributeOf(line, "href") ?? "";
  const target = resolveAddress(address, navigation.file);
  if (target.kind === "outside")
    tell("EPB204", line, `address ${quote(address)} in the navigation`, "a place in the book");
  if (target.kind !== "book") return [];
  const document = book.spine.findIndex(({ file }) => file === target.path);
  const found = book.spine[document];
  if (found === undefined) return [];
  return [{ line, document, offset: found.ids.get(target.fragment ?? "")?.offset ?? 0 }];
}

function checkReadingOrder(
  places: readonly LinePlace[],
  code: "EPB205" | "EPB207",
  tell: Tell,
): void {
  const wrong = places.find((place, at) => {
    const before = places[at - 1] ?? place;
    if (place.document !== before.document) return place.document < before.document;
    return place.offset < before.offset;
  });
  if (wrong === undefined) return;
  const found = `place of ${quote(textOf(wrong.line))}, which is read earlier than the line before it`;
  tell(code, wrong.line, found, "the order of reading");
}

/** Each kind of landmark leads to one place once (EPUB 3.3 §7.4.4). */
function checkLandmarks(nav: XmlNode, tell: Tell): void {
  const seen = new Set<string>();
  for (const line of listLines(nav)) {
    for (const type of words(attributeOf(line, "type", OPS))) {
      const key = `${type} ${attributeOf(line, "href") ?? ""}`;
      if (seen.has(key)) tell("EPB206", line, `second landmark \`${type}\``, "each once");
      seen.add(key);
    }
  }
}

/** What is read in order can be reached: by the contents, or by turning from what they lead to. */
function checkReach(navigation: BookDocument, tell: Tell, book: Book): void {
  const contents = listNavs(navigation, "toc")[0];
  if (contents === undefined || book.spine.length === 0) return;
  const reached = listLines(contents).some((line) => {
    const target = resolveAddress(attributeOf(line, "href") ?? "", navigation.file);
    return target.kind === "book" && book.spine.some(({ file }) => file === target.path);
  });
  if (!reached) tell("EPB211", contents, "contents that lead to no document that is read", "some");
}
