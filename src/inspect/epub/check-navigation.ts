import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { resolveAddress } from "./book-address.ts";
import { quote, type Report } from "./finding.ts";
import { OPS, XHTML } from "./namespaces.ts";
import { words } from "./package-reader.ts";
import type { Book, BookDocument } from "./read-book.ts";

/** Kinds of lists that a navigation document may have (EPUB 3.3 §7.4). */
export type NavigationKind = "toc" | "landmarks" | "page-list";

/** The navigation document, where there is one that can be read. */
export function navigationOf(book: Book): BookDocument | undefined {
  const item = book.package?.items.find(({ properties }) => properties.includes("nav"));
  return book.documents.get(item?.path ?? "");
}

/** The `nav` elements of a kind. */
export function listNavs(document: BookDocument, kind: NavigationKind): readonly XmlNode[] {
  return [...descendantsOf(document.root)].filter(
    (node) =>
      node.uri === XHTML &&
      node.local === "nav" &&
      words(attributeOf(node, "type", OPS)).includes(kind),
  );
}

/** The links of a list, in its order. */
export function listLines(nav: XmlNode): readonly XmlNode[] {
  return [...descendantsOf(nav)].filter(({ local, uri }) => local === "a" && uri === XHTML);
}

/** Contents once, and lists of nothing but their lines (EPUB 3.3 §7.3, §7.4). */
export function checkNavigation(book: Book, report: Report): void {
  const document = navigationOf(book);
  if (document === undefined || book.package?.isEpub2) return;
  const { file, root } = document;
  for (const kind of ["toc", "landmarks", "page-list"] as const) {
    const navs = listNavs(document, kind);
    if (navs.length > 1 || (kind === "toc" && navs.length === 0)) {
      const found = navs.length === 0 ? "no contents" : `several lists \`${kind}\``;
      report(
        "EPB201",
        { file, offset: navs[1]?.offset ?? root.offset },
        `Unexpected navigation with ${found}, expected one`,
      );
    }
    for (const nav of navs) checkList(nav, file, kind, report);
  }
}

function checkList(nav: XmlNode, file: string, kind: NavigationKind, report: Report): void {
  const spot = { file, offset: nav.offset };
  const lists = childrenOf(nav, "ol");
  const others = childrenOf(nav).filter(({ local }) => !/^(?:ol|h[1-6]|hgroup|p)$/.test(local));
  if (lists.length !== 1 || others.length > 0 || childrenOf(nav).at(-1)?.local !== "ol") {
    report("EPB202", spot, "Unexpected navigation, expected a heading or none, then one `<ol>`");
  }
  for (const list of lists) checkLines(list, file, kind, report);
}

function checkLines(list: XmlNode, file: string, kind: NavigationKind, report: Report): void {
  if (childrenOf(list, "li").length === 0) {
    report(
      "EPB202",
      { file, offset: list.offset },
      "Unexpected empty list in the navigation, expected lines",
    );
  }
  for (const line of childrenOf(list, "li")) {
    const [label, below, ...rest] = childrenOf(line);
    const spot = { file, offset: line.offset };
    const isLabel = label?.local === "a" || label?.local === "span";
    const isNested = below === undefined ? label?.local === "a" : below.local === "ol";
    if (!isLabel || !isNested || rest.length > 0) {
      report(
        "EPB202",
        spot,
        "Unexpected line of the navigation, expected a link, or a text with a list below it",
      );
    }
    if (label !== undefined && textOf(label) === "" && !hasImageText(label)) {
      report("EPB203", spot, "Unexpected line without text in the navigation, expected one");
    }
    if (
      kind === "landmarks" &&
      label?.local === "a" &&
      attributeOf(label, "type", OPS) === undefined
    ) {
      report("EPB206", spot, "Unexpected landmark without `epub:type`, expected one");
    }
    if (below?.local === "ol") checkLines(below, file, kind, report);
  }
}

function hasImageText(node: XmlNode): boolean {
  return [...descendantsOf(node)].some(
    (one) => (attributeOf(one, "alt") ?? attributeOf(one, "title") ?? "").trim() !== "",
  );
}

/** Every line leads to a document of the spine, and lists follow the order of reading. */
export function checkNavigationTargets(book: Book, report: Report): void {
  const document = navigationOf(book);
  if (document === undefined) return;
  for (const kind of ["toc", "page-list", "landmarks"] as const) {
    for (const nav of listNavs(document, kind)) {
      const places = listLines(nav).map((line) => placeLine(line, document, book, report));
      if (kind === "landmarks") checkLandmarks(nav, document.file, report);
      else checkReadingOrder(places, document.file, kind, report);
    }
  }
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
  report: Report,
): LinePlace | undefined {
  const address = attributeOf(line, "href") ?? "";
  const target = resolveAddress(address, navigation.file);
  if (target.kind === "outside") {
    const spot = { file: navigation.file, offset: line.offset };
    report(
      "EPB204",
      spot,
      `Unexpected address ${quote(address)} in the navigation, expected a place in the book`,
    );
  }
  if (target.kind !== "book") return undefined;
  const at = book.spine.findIndex(({ file }) => file === target.path);
  const found = book.spine[at];
  if (found === undefined) return undefined;
  const offset = found.ids.get(target.fragment ?? "")?.offset ?? 0;
  return { line, document: at, offset };
}

function checkReadingOrder(
  places: readonly (LinePlace | undefined)[],
  file: string,
  kind: NavigationKind,
  report: Report,
): void {
  const known = places.filter((place) => place !== undefined);
  const wrong = known.find((place, at) => {
    const before = known[at - 1];
    if (before === undefined) return false;
    if (place.document !== before.document) return place.document < before.document;
    return place.offset < before.offset;
  });
  if (wrong === undefined) return;
  const code = kind === "toc" ? "EPB205" : "EPB207";
  const message = `Unexpected place of ${quote(textOf(wrong.line))}, which is read earlier than the line before it, expected the order of reading`;
  report(code, { file, offset: wrong.line.offset }, message);
}

/** Each kind of landmark leads to one place once (EPUB 3.3 §7.4.4). */
function checkLandmarks(nav: XmlNode, file: string, report: Report): void {
  const seen = new Set<string>();
  for (const line of listLines(nav)) {
    for (const type of words(attributeOf(line, "type", OPS))) {
      const key = `${type} ${attributeOf(line, "href") ?? ""}`;
      if (seen.has(key)) {
        report(
          "EPB206",
          { file, offset: line.offset },
          `Unexpected second landmark \`${type}\`, expected each once`,
        );
      }
      seen.add(key);
    }
  }
}

/** What is read in order can be reached: by the contents, or by turning from what they lead to. */
export function checkReach(book: Book, report: Report): void {
  const navigation = navigationOf(book);
  const contents = navigation === undefined ? undefined : listNavs(navigation, "toc")[0];
  if (navigation === undefined || contents === undefined || book.spine.length === 0) return;
  const reached = listLines(contents).some((line) => {
    const target = resolveAddress(attributeOf(line, "href") ?? "", navigation.file);
    return target.kind === "book" && book.spine.some(({ file }) => file === target.path);
  });
  if (reached) return;
  const spot = { file: navigation.file, offset: contents.offset };
  report(
    "EPB211",
    spot,
    "Unexpected contents that lead to no document that is read, expected some",
  );
}
