import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { type AccessibilityFacts, collectAccessibility } from "./accessibility-facts.ts";
import { OPS } from "./namespaces.ts";
import { measureParts, type PartSize } from "./part-sizes.ts";
import { type Book, type BookDocument, listLines, listNavs, navigationOf } from "./read-book.ts";

/** What an EPUB is and holds, as its own files say. */
export interface EpubFacts {
  readonly kind: "epub";
  /** `3.0`; empty where there is no package document. */
  readonly version: string;
  readonly metadata: readonly MetadataFact[];
  readonly direction: string | undefined;
  /** The documents in the order of reading. */
  readonly spine: readonly SpineFact[];
  /** The contents, nested: of the navigation document, or of the NCX where there is none. */
  readonly contents: readonly ContentsFact[];
  readonly landmarks: readonly {
    readonly type: string;
    readonly label: string;
    readonly href: string;
  }[];
  readonly pages: readonly { readonly label: string; readonly href: string }[];
  readonly accessibility: AccessibilityFacts;
  readonly sizeBytes: number;
  readonly sizes: readonly PartSize[];
}

export interface MetadataFact {
  readonly name: string;
  readonly value: string;
  readonly id?: string;
  /** What other entries say about this one: role, file-as, identifier-type … */
  readonly refinements?: readonly MetadataFact[];
}

export interface SpineFact {
  readonly file: string;
  readonly title: string;
  /** False for what readers skip when they turn pages. */
  readonly isLinear: boolean;
}

export interface ContentsFact {
  readonly label: string;
  readonly href: string;
  readonly children: readonly ContentsFact[];
}

/** @param sizeBytes of the whole archive. */
export function describeBook(book: Book, sizeBytes: number): EpubFacts {
  const navigation = navigationOf(book);
  const lines = (kind: "landmarks" | "page-list") =>
    listNavs(navigation, kind)
      .flatMap(listLines)
      .map((line) => ({
        type: attributeOf(line, "type", OPS) ?? "",
        label: textOf(line),
        href: attributeOf(line, "href") ?? "",
      }));
  const toc = listNavs(navigation, "toc")[0];
  return {
    kind: "epub",
    version: book.package?.version ?? "",
    metadata: listMetadata(book),
    direction: book.package?.spine?.direction,
    spine: listSpine(book),
    contents: toc === undefined ? listNcxPoints(book) : listEntries(toc),
    landmarks: lines("landmarks"),
    pages: lines("page-list").map(({ label, href }) => ({ label, href })),
    accessibility: collectAccessibility(book),
    sizeBytes,
    sizes: measureParts(book, sizeBytes),
  };
}

function listMetadata(book: Book): readonly MetadataFact[] {
  const entries = book.package?.metadata ?? [];
  const make = (entry: (typeof entries)[number], depth: number): MetadataFact => {
    // Ids that stand twice could lead in a circle.
    const about = entries.filter(
      (other) => depth < 3 && other.refines !== undefined && other.refines === entry.id,
    );
    // Old books said more by attributes of their own.
    const old = entry.node.attributes
      .filter(({ uri, name }) => uri.includes("idpf.org") && !name.startsWith("xmlns"))
      .map(({ local, value }) => ({ name: local, value }));
    const refinements = [...old, ...about.map((other) => make(other, depth + 1))];
    return {
      name: entry.name,
      value: entry.value,
      ...(entry.id === undefined ? {} : { id: entry.id }),
      ...(refinements.length === 0 ? {} : { refinements }),
    };
  };
  const ids = new Set(entries.map(({ id }) => id));
  // An entry that refines what is not there stands for itself.
  return entries
    .filter(({ refines, id }) => refines === undefined || !ids.has(refines) || refines === id)
    .map((entry) => make(entry, 0));
}

function listSpine(book: Book): readonly SpineFact[] {
  return (book.package?.spine?.references ?? []).flatMap(({ item, isLinear }) => {
    if (item === undefined) return [];
    const document = book.documents.get(item.path ?? "");
    const title = document === undefined ? "" : titleOf(document);
    return [{ file: item.path ?? item.href, title, isLinear }];
  });
}

function titleOf({ root }: BookDocument): string {
  const nodes = [...descendantsOf(root)];
  const heading = nodes.find((node) => /^h[1-3]$/.test(node.local) && textOf(node) !== "");
  const title = nodes.find(({ local }) => local === "title");
  return textIn(heading ?? title);
}

function listEntries(nav: XmlNode): readonly ContentsFact[] {
  return childrenOf(nav, "ol").flatMap((list) =>
    childrenOf(list, "li").map((line) => {
      const label = childrenOf(line).find(({ local }) => local === "a" || local === "span");
      const href = label === undefined ? undefined : attributeOf(label, "href");
      return { label: textIn(label), href: href ?? "", children: listEntries(line) };
    }),
  );
}

function listNcxPoints(book: Book): readonly ContentsFact[] {
  const ncx = [...book.documents.values()].find(
    ({ item }) => item.mediaType === "application/x-dtbncx+xml",
  );
  const map = ncx === undefined ? undefined : childrenOf(ncx.root, "navMap")[0];
  return map === undefined ? [] : listPoints(map);
}

function listPoints(parent: XmlNode): readonly ContentsFact[] {
  return childrenOf(parent, "navPoint").map((point) => {
    const content = childrenOf(point, "content")[0];
    const href = content === undefined ? undefined : attributeOf(content, "src");
    const label = textIn(childrenOf(point, "navLabel")[0]);
    return { label, href: href ?? "", children: listPoints(point) };
  });
}

const textIn = (node: XmlNode | undefined) => (node === undefined ? "" : textOf(node));
