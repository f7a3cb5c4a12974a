import { type ArchiveEntry, ArchiveError, type ArchiveFault } from "../../archive/archive-entry.ts";
import { unpackEntry } from "../../archive/read-archive.ts";
import { XmlError } from "../../xml/xml-events.ts";
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  MOST_NODES,
  readXmlTree,
  type XmlDocument,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { quote, type Report } from "./book-diagnostics.ts";
import { XHTML_ENTITIES } from "./html-entities.ts";
import { OPS, XHTML } from "./namespaces.ts";
import { type ManifestItem, type PackageDocument, readPackage, words } from "./package-reader.ts";

/** The files of the archive. */
export interface BookFiles {
  /** Unpacks anew each time, so that not all of a large book is held at once. */
  bytes(file: string): Uint8Array | undefined;
  text(file: string): string | undefined;
}

/** A book as it was found, for the rules to judge. */
export interface Book extends BookFiles {
  /** In the order of the archive. */
  readonly entries: readonly ArchiveEntry[];
  readonly package: PackageDocument | undefined;
  /** Documents that could be read, by name: content documents, the NCX, drawings. */
  readonly documents: ReadonlyMap<string, BookDocument>;
  /** The documents of the spine, in its order. */
  readonly spine: readonly BookDocument[];
}

export interface BookDocument extends XmlDocument {
  readonly file: string;
  readonly item: ManifestItem;
  /** Elements by id; the first of those that share one. */
  readonly ids: ReadonlyMap<string, XmlNode>;
}

const CONTAINER_FILE = "META-INF/container.xml";
const XML_TYPES = /^(?:application\/(?:xhtml|x-dtbncx|smil|x-dtbook)\+xml|image\/svg\+xml)$/;
/** A text of this size is no chapter. */
const LONGEST_TEXT_BYTES = 20 * 1024 * 1024;

/**
 * What the documents of a book may be together; the longest of real books, dictionaries, have half.
 * A small archive can unpack to a hundred long documents, and each is judged by every rule.
 */
const MOST_NODES_OF_A_BOOK = 3_000_000;
/** Of the package document: as many files and lines of the spine as an archive can hold. */
const MOST_NODES_OF_A_PACKAGE = 50_000;

/**
 * @param fail told once of each file that cannot be unpacked.
 */
export function openFiles(
  archive: Uint8Array,
  entries: readonly ArchiveEntry[],
  fail: (file: string, fault: ArchiveFault) => void,
): BookFiles {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const texts = new Map<string, string | undefined>();
  const failed = new Set<string>();
  const bytes = (file: string) => {
    const entry = byName.get(file);
    if (entry === undefined) return undefined;
    try {
      return unpackEntry(archive, entry);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      if (!failed.has(file)) fail(file, error.fault);
      failed.add(file);
      return undefined;
    }
  };
  const text = (file: string) => {
    if (texts.has(file)) return texts.get(file);
    const found = bytes(file);
    const read = found === undefined ? undefined : decode(found);
    texts.set(file, read);
    return read;
  };
  return { bytes, text };
}

/** What is known of a book that cannot be opened. */
export const EMPTY = { entries: [], package: undefined, documents: new Map(), spine: [] } as const;

/**
 * Reads the package document and every XML document that it lists. Faults that keep a document from
 * being read are told here; everything else is for the rules.
 */
export function readBook(entries: readonly ArchiveEntry[], files: BookFiles, report: Report): Book {
  const documents = new Map<string, BookDocument>();
  let nodesLeft = MOST_NODES_OF_A_BOOK;
  const read = (file: string, mostNodes: number) => {
    const document = readDocument(file, files, report, Math.min(mostNodes, nodesLeft));
    nodesLeft -= document?.count ?? 0;
    return document;
  };
  const container = read(CONTAINER_FILE, MOST_NODES_OF_A_PACKAGE);
  const packageFile = container === undefined ? undefined : findPackage(container, report);
  if (container === undefined && !entries.some(({ name }) => name === CONTAINER_FILE)) {
    report("EPB008 absent", { file: "" });
  }
  const packageDocument =
    packageFile === undefined ? undefined : read(packageFile, MOST_NODES_OF_A_PACKAGE);
  if (packageFile === undefined || packageDocument === undefined) {
    return { ...EMPTY, entries, ...files };
  }
  const opened = readPackage(packageDocument.root, packageFile);
  for (const item of opened.items) {
    if (item.path === undefined || documents.has(item.path)) continue;
    if (!XML_TYPES.test(item.mediaType)) continue;
    const document = read(item.path, MOST_NODES);
    if (document === undefined) continue;
    documents.set(item.path, { ...document, file: item.path, item, ids: listIds(document) });
  }
  const spine = (opened.spine?.references ?? []).flatMap(
    ({ item }) => documents.get(item?.path ?? "") ?? [],
  );
  return { entries, package: opened, documents, spine, ...files };
}

/** The first package document counts (EPUB 3.3 §4.2.6.3.1). */
function findPackage(container: XmlDocument, report: Report): string | undefined {
  const files = childrenOf(container.root, "rootfiles").flatMap((one) =>
    childrenOf(one, "rootfile"),
  );
  const found = files.find(
    (one) => attributeOf(one, "media-type") === "application/oebps-package+xml",
  );
  const path = found === undefined ? undefined : attributeOf(found, "full-path");
  if (path !== undefined && path !== "") return path;
  const spot = { file: CONTAINER_FILE, offset: (found ?? container.root).offset };
  report("EPB008 empty", spot);
  return undefined;
}

function readDocument(
  file: string,
  files: BookFiles,
  report: Report,
  mostNodes: number,
): XmlDocument | undefined {
  const text = files.text(file);
  if (text === undefined) {
    if (files.bytes(file) !== undefined) {
      report("EPB010 encoding", { file });
    }
    return undefined;
  }
  try {
    // Only XHTML 1 and the like give names to characters; they do so by a public identifier.
    const entities = (doctype: string) =>
      /\sPUBLIC\s+["']-\/\/W3C\/\/DTD XHTML/i.test(doctype) ? XHTML_ENTITIES : undefined;
    return readXmlTree(text, entities, mostNodes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const spot = { file, offset: Math.min(error.offset, text.length) };
    if (error.message.includes("declaration of entities")) report("EPB011", spot);
    else report("EPB010 xml", spot, { fault: quote(error.message) });
    return undefined;
  }
}

function listIds({ root }: XmlDocument): ReadonlyMap<string, XmlNode> {
  const ids = new Map<string, XmlNode>();
  for (const node of descendantsOf(root)) {
    const id = attributeOf(node, "id");
    if (id !== undefined && !ids.has(id)) ids.set(id, node);
  }
  return ids;
}

/** UTF-8 or, with its mark, UTF-16 (EPUB 3.3 §3.9). Undefined where it is neither. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.length > LONGEST_TEXT_BYTES) return undefined;
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The content documents of a book that could be read. */
export function listTexts({ documents }: Book): readonly BookDocument[] {
  return [...documents.values()].filter(({ item }) => item.mediaType === "application/xhtml+xml");
}

/** Kinds of lists that a navigation document may have (EPUB 3.3 §7.4). */
export type NavigationKind = "toc" | "landmarks" | "page-list";

/** The navigation document, where there is one that can be read. */
export function navigationOf(book: Book): BookDocument | undefined {
  const item = book.package?.items.find(({ properties }) => properties.includes("nav"));
  return book.documents.get(item?.path ?? "");
}

/** The `nav` elements of a kind. */
export function listNavs(
  document: BookDocument | undefined,
  kind: NavigationKind,
): readonly XmlNode[] {
  return [...(document === undefined ? [] : descendantsOf(document.root))].filter(
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
