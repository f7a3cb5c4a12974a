import { attributeOf, childrenOf, descendantsOf } from "../../xml/xml-tree.ts";
import { type BookLink, listLinks } from "./book-links.ts";
import { quote, type Report } from "./finding.ts";
import { XML } from "./namespaces.ts";
import type { ManifestItem } from "./package-reader.ts";
import type { Book, BookDocument } from "./read-book.ts";

const WEB = /^(?:https?|mailto)$/;
const PHONE = /^(?:tel|sms)$/;
/** Fragments that point into time, space or the text's structure instead of naming an id. */
const OTHER_FRAGMENT = /[(=]/;

/** Every address of every content document leads to something that is there (EPUB 3.3 §3.4). */
export function checkLinks(book: Book, report: Report): void {
  const linked = new Set<string>();
  for (const document of book.documents.values()) {
    if (document.item.mediaType === "application/x-dtbncx+xml" || hasOtherBase(document)) continue;
    for (const link of listLinks(document)) {
      checkLink(link, document, book, report);
      if (link.kind === "link" && link.target.kind === "book") linked.add(link.target.path);
    }
  }
  if (book.package?.isEpub2 === false) checkBesides(book, linked, report);
}

/** What readers skip when they turn pages must be reached by a link (EPUB 3.3 §5.7.2). */
function checkBesides(book: Book, linked: ReadonlySet<string>, report: Report): void {
  for (const { idref, isLinear, node } of book.package?.spine?.references ?? []) {
    const path = book.package?.items.find(({ id }) => id === idref)?.path;
    if (isLinear || path === undefined || linked.has(path)) continue;
    const spot = { file: book.package?.file ?? "", offset: node.offset };
    report(
      "EPB212",
      spot,
      `Unexpected ${quote(path)} beside the order of reading, expected a link to it`,
    );
  }
}

/** With another base every address means something else; hardly any book has one. */
function hasOtherBase({ root }: BookDocument): boolean {
  const head = childrenOf(root, "head")[0];
  const base = head === undefined ? undefined : childrenOf(head, "base")[0];
  return base !== undefined || attributeOf(root, "base", XML) !== undefined;
}

function checkLink(link: BookLink, document: BookDocument, book: Book, report: Report): void {
  const { target, kind, address } = link;
  const spot = { file: document.file, offset: link.node.offset };
  if (target.kind === "invalid") {
    report(
      "EPB311",
      spot,
      `Unexpected address ${quote(address)}, expected one that can be followed`,
    );
  } else if (target.kind === "leak") {
    report("EPB309", spot, `Unexpected address ${quote(address)}, expected one within the book`);
  } else if (target.kind === "outside") checkOutside(link, target.scheme, spot, report);
  else checkInside(link, target, document, book, report);
  // An empty address means the document itself: right for a link, wrong for what is shown.
  if (kind === "image" && address.trim() === "") {
    report("EPB307", spot, "Unexpected image without an address, expected a file of the book");
  }
}

function checkOutside(
  { kind, address }: BookLink,
  scheme: string,
  spot: { file: string; offset: number },
  report: Report,
): void {
  if (kind === "source") return;
  if (kind === "link") {
    if (scheme === "file" || scheme === "data") {
      report(
        "EPB309",
        spot,
        `Unexpected link ${quote(address)}, expected one to the book, the web or mail`,
      );
    } else if (scheme === "javascript") {
      report("EPB312", spot, `Unexpected program in a link ${quote(address)}, expected an address`);
    } else if (!WEB.test(scheme) && !PHONE.test(scheme)) {
      report(
        "EPB310",
        spot,
        `Unexpected link ${quote(address)}, expected one to the book, the web or mail`,
      );
    }
    return;
  }
  // Images and styles in the address itself are within the book.
  if (scheme === "data") return;
  const hint =
    "Whoever runs that site learns who reads the book and when. Put the file into the book.";
  const message = `Unexpected address ${quote(address)} of something that is loaded, expected a file of the book`;
  if (scheme === "file") report("EPB309", spot, message);
  // EPUB allows sound and video from elsewhere; it tells on readers all the same.
  else report(kind === "media" ? "EPB122" : "EPB314", spot, message, hint);
}

function checkInside(
  link: BookLink,
  target: { readonly path: string; readonly fragment: string | undefined },
  document: BookDocument,
  book: Book,
  report: Report,
): void {
  const { path, fragment } = target;
  const spot = { file: document.file, offset: link.node.offset };
  const quoted = quote(link.address);
  const places = placesOf(book);
  const item = places.items.get(path);
  if (!places.names.has(path)) {
    report("EPB307", spot, `Unexpected address ${quoted}, expected a file that the book has`);
    return;
  }
  if (item === undefined) {
    report(
      "EPB318",
      spot,
      `Unexpected address ${quoted} of a file outside of the manifest, expected it listed`,
    );
    return;
  }
  const isText = item.mediaType === "application/xhtml+xml";
  if (link.kind === "link" && !places.spine.has(item.id)) {
    const what = isText
      ? "a document outside of the spine"
      : `a file of type ${quote(item.mediaType)}`;
    report(
      "EPB317",
      spot,
      `Unexpected link ${quoted} to ${what}, expected a document that is read`,
    );
  }
  const other = book.documents.get(path);
  if (fragment === undefined || fragment === "" || other === undefined) return;
  if (OTHER_FRAGMENT.test(fragment) || other.ids.has(fragment)) return;
  // Old books name places by `<a name>`, which is still an id to readers.
  if (isText && namesOf(other).has(fragment)) return;
  report("EPB308", spot, `Unexpected address ${quoted}, expected an id that its document has`);
}

/** Where a link of a book can lead. A book may have a million links: each is looked up, not sought. */
interface Places {
  readonly names: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, ManifestItem>;
  readonly spine: ReadonlySet<string>;
}

const PLACES = new WeakMap<Book, Places>();

function placesOf(book: Book): Places {
  const known = PLACES.get(book);
  if (known !== undefined) return known;
  const items = new Map<string, ManifestItem>();
  for (const item of book.package?.items ?? []) {
    if (item.path !== undefined && !items.has(item.path)) items.set(item.path, item);
  }
  const places: Places = {
    names: new Set(book.entries.map(({ name }) => name)),
    items,
    spine: new Set(book.package?.spine?.references.map(({ idref }) => idref)),
  };
  PLACES.set(book, places);
  return places;
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
