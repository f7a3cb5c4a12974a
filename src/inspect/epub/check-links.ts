import { attributeOf, childrenOf, descendantsOf } from "../../xml/xml-tree.ts";
import { type Diagnose, diagnoseIn, quote, type Report } from "./book-diagnostics.ts";
import { type BookLink, listLinks } from "./book-links.ts";
import { XML } from "./namespaces.ts";
import type { Book, BookDocument } from "./read-book.ts";

/** Fragments that point into time, space or the text's structure instead of naming an id. */
const OTHER_FRAGMENT = /[(=]/;

/** Every address of every content document leads to something that is there (EPUB 3.3 §3.4). */
export function checkLinks(book: Book, report: Report): void {
  const names = new Set(book.entries.map(({ name }) => name));
  for (const document of book.documents.values()) {
    if (document.item.mediaType === "application/x-dtbncx+xml" || hasOtherBase(document)) continue;
    const diagnose = diagnoseIn(report, document.file);
    for (const link of listLinks(document)) checkLink(link, names, book, diagnose);
  }
}

/** With another base every address means something else; hardly any book has one. */
export function hasOtherBase({ root }: BookDocument): boolean {
  const head = childrenOf(root, "head")[0];
  const base = head === undefined ? undefined : childrenOf(head, "base")[0];
  return base !== undefined || attributeOf(root, "base", XML) !== undefined;
}

function checkLink(
  link: BookLink,
  names: ReadonlySet<string>,
  book: Book,
  diagnose: Diagnose,
): void {
  const { target, kind, node } = link;
  const values = { address: quote(link.address) };
  if (target.kind === "invalid") return;
  if (target.kind === "leak") diagnose("EPB309 way", node, values);
  else if (target.kind === "book") checkInside(link, target, names, book, diagnose);
  else if (kind === "link") {
    if (target.scheme === "javascript") diagnose("EPB312 link", node, values);
    else if (/^(?:file|data)$/.test(target.scheme)) diagnose("EPB309 link", node, values);
  }
  // Images and styles in the address itself are within the book.
  else if (kind !== "source" && target.scheme !== "data") {
    if (target.scheme === "file") diagnose("EPB309 loaded", node, values);
    // EPUB allows sound and video from elsewhere; it tells on readers all the same.
    else diagnose(kind === "media" ? "EPB122 loaded" : "EPB314", node, values);
  }
  // An empty address means the document itself: right for a link, wrong for what is shown.
  if (kind === "image" && link.address.trim() === "") diagnose("EPB307 image", node);
}

function checkInside(
  { node, address }: BookLink,
  { path, fragment }: { readonly path: string; readonly fragment: string | undefined },
  names: ReadonlySet<string>,
  book: Book,
  diagnose: Diagnose,
): void {
  const values = { address: quote(address) };
  if (!names.has(path)) {
    diagnose("EPB307 address", node, values);
    return;
  }
  const other = book.documents.get(path);
  if (fragment === undefined || fragment === "" || other === undefined) return;
  if (OTHER_FRAGMENT.test(fragment) || other.ids.has(fragment)) return;
  // Old books name places by `<a name>`, which is still an id to readers.
  if (other.item.mediaType === "application/xhtml+xml" && namesOf(other).has(fragment)) return;
  diagnose("EPB308", node, values);
}

const NAMED = new WeakMap<BookDocument, ReadonlySet<string>>();

function namesOf(document: BookDocument): ReadonlySet<string> {
  const known = NAMED.get(document);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const node of descendantsOf(document.root)) {
    const name = node.local === "a" ? attributeOf(node, "name") : undefined;
    if (name !== undefined) names.add(name);
  }
  NAMED.set(document, names);
  return names;
}
