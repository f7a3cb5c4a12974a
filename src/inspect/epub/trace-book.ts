import { readArchiveComment } from "../../archive/read-archive.ts";
import { childrenOf, descendantsOf, type XmlNode } from "../../xml/xml-tree.ts";
import { traceArchive } from "../bundle/trace-archive.ts";
import { findPrinted } from "../disclosure/printed-names.ts";
import type { Traces } from "../disclosure/traces.ts";
import { imageTypeOf, inspectImage } from "../image/inspect-image.ts";
import { readMarkup } from "../markup/inspect-markup.ts";
import { traceLooseMarkup } from "../markup/trace-loose-markup.ts";
import { traceMarkup } from "../markup/trace-markup.ts";
import { traceStyles } from "../markup/trace-styles.ts";
import type { Book } from "./read-book.ts";

/** Of META-INF, what readers know (EPUB 3.3 §4.2.6.3); Apple's says how pages are shown. */
const KNOWN_META =
  /^META-INF\/(?:container|encryption|manifest|metadata|signatures|rights|com\.apple\.ibooks\.display-options)\.xml$|^META-INF\/$/;
const MARKUP = /\.(?:xhtml|html?|svg|xml|opf|ncx|smil)$/i;
const FONT = /\.(?:ttf|otf|ttc|woff2?)$/i;

/** Tells what a book says beside its text: its package, its archive, its pictures, its addresses. */
export function traceBook(traces: Traces, book: Book, archive: Uint8Array): void {
  traceArchive(traces, book.entries, readArchiveComment(archive));
  for (const { name, value, refines } of book.package?.metadata ?? []) {
    // A contributor's place in the alphabet is a name as well.
    if (refines === undefined || name === "file-as") traces.addField("", name, value);
  }
  for (const { href, mediaType } of book.package?.items ?? []) {
    if (/^(?:https?:)?\/\//i.test(href)) traces.add("TEL201", "", `<item> ${mediaType}`, href);
  }
  for (const { name } of book.entries) {
    if (name.endsWith("/")) continue;
    if (FONT.test(name)) traces.add("TEL901", "", "font", name.split("/").at(-1) ?? name);
    else if (/\.css$/i.test(name)) traceStyles(traces, name, book.text(name) ?? "");
    else if (MARKUP.test(name) || book.documents.has(name)) traceText(traces, book, name);
    else tracePicture(traces, book, name);
    if (/^META-INF\/(?:rights|signatures)\.xml$/.test(name)) traces.add("TEL107", "", "file", name);
    else if (name.startsWith("META-INF/") && !KNOWN_META.test(name))
      traces.add("TEL704", "", "file", name);
  }
}

function traceText(traces: Traces, book: Book, name: string): void {
  const known = book.documents.get(name);
  // The package document's own fields are read with their refinements.
  const document = known ?? readMarkup(book.text(name) ?? "");
  if (document === undefined) traceLooseMarkup(traces, name, book.text(name) ?? "");
  else traceMarkup(traces, name, document);
}

function tracePicture(traces: Traces, book: Book, name: string): void {
  const bytes = book.bytes(name);
  if (bytes === undefined || imageTypeOf(bytes) === undefined) return;
  traces.addWithin(name, inspectImage(bytes).traces);
}

/** Whether a name stands in the book's pages. */
export function printedIn(book: Book): (name: string) => boolean {
  return findPrinted(() =>
    [...book.documents.values()]
      .filter(({ item }) => item.mediaType === "application/xhtml+xml")
      .flatMap(({ root }) => childrenOf(root, "body"))
      .map(wordsOf),
  );
}

/** Texts of elements with spaces between them: a heading and what follows are two words. */
function wordsOf(body: XmlNode): string {
  const texts = [...descendantsOf(body)].flatMap(({ children }) =>
    children.flatMap((child) => (child.kind === "text" ? [child.value] : [])),
  );
  return texts.join(" ");
}
