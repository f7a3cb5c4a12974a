import { descendantsOf } from "../../xml/xml-tree.ts";
import { readImage } from "../image/read-image.ts";
import { resolveAddress } from "./book-address.ts";
import { type Diagnose, diagnoseIn, quote, type Report } from "./book-diagnostics.ts";
import { checkLinks } from "./check-links.ts";
import { checkStyles } from "./check-styles.ts";
import { XHTML } from "./namespaces.ts";
import type { PackageDocument } from "./package-reader.ts";
import { type Book, type BookDocument, listTexts } from "./read-book.ts";

/**
 * Judges a book from the archive inwards: whether it opens, whether all of it is there, and what in it
 * runs, fetches or tells. How well it keeps the standard is for validators to say.
 */
export function judgeBook(book: Book, report: Report): void {
  checkFiles(book);
  for (const rule of [checkProtection, checkLinks, checkStyles, checkPictures]) rule(book, report);
  const opened = book.package;
  if (opened === undefined) return;
  const diagnose = diagnoseIn(report, opened.file);
  checkItems(opened, diagnose);
  checkCompleteness(opened, diagnose, book, report);
  for (const document of listTexts(book))
    checkPrograms(document, diagnoseIn(report, document.file));
}

/** What opens another page in one. */
const FRAMES = new Set("form iframe embed object input button select textarea".split(" "));

/** What can run, or opens another page in this one, wherever it stands (EPUB 3.3 §6.3.1). */
function checkPrograms({ root }: BookDocument, diagnose: Diagnose): void {
  for (const node of descendantsOf(root)) {
    const { local: element, attributes } = node;
    const handler = attributes.find((one) => one.uri === "" && /^on[a-z]+$/.test(one.local));
    if (handler !== undefined) diagnose("EPB312 handler", node, { name: handler.local, element });
    else if (element === "script") diagnose("EPB312 script", node);
    if (node.uri === XHTML && FRAMES.has(element)) diagnose("EPB313", node, { element });
  }
}

const RASTER = /^image\/(?:png|jpeg|gif|webp)$/;
/** What programs for drawing leave in their files. */
const EDITORS = /inkscape|sodipodi|adobe|sketch|figma|corel/i;

/** Pictures are without notes, and drawings without programs. */
function checkPictures(book: Book, report: Report): void {
  for (const { path, mediaType } of book.package?.items ?? []) {
    if (path === undefined) continue;
    const diagnose = diagnoseIn(report, path);
    const drawing = mediaType === "image/svg+xml" ? book.documents.get(path) : undefined;
    if (drawing !== undefined) checkDrawing(drawing, diagnose);
    if (!RASTER.test(mediaType)) continue;
    const { noteKinds = new Set() } = readImage(book.bytes(path) ?? new Uint8Array()) ?? {};
    if (noteKinds.size > 0) diagnose("EPB602 image", {}, { kinds: [...noteKinds].join(", ") });
  }
}

function checkDrawing({ root }: BookDocument, diagnose: Diagnose): void {
  const nodes = [...descendantsOf(root)];
  const note = nodes.find((node) => node.local === "metadata" || EDITORS.test(node.uri));
  if (note !== undefined) diagnose("EPB602 drawing", note, { element: note.name });
  const script = nodes.find(
    (node) =>
      node.local === "script" || node.attributes.some(({ local }) => /^on[a-z]+$/.test(local)),
  );
  if (script !== undefined) diagnose("EPB312 drawing", script, { element: script.name });
}

/** Files that belong to the archive, not to the book (EPUB 3.3 §4.2.6.3). */
const NOT_LISTED = /^(?:mimetype$|META-INF\/|.*\/$)/;
/** What systems leave in folders. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|__MACOSX\/.*|\.[^/]*)$/i;

/** Every file can be unpacked: small enough, not locked, its sum right. */
function checkFiles(book: Book): void {
  // Asking is enough: what cannot be unpacked is told where it is unpacked.
  for (const { name } of book.entries) if (!name.endsWith("/")) book.bytes(name);
}

/** Encryption, signatures, rights: such a book can be read by few, or tells who bought it. */
function checkProtection(book: Book, report: Report): void {
  for (const name of ["encryption.xml", "signatures.xml", "rights.xml"]) {
    const file = `META-INF/${name}`;
    if (!book.entries.some((entry) => entry.name === file)) continue;
    // Scrambled fonts are told as fonts.
    if (name === "encryption.xml" && !/EncryptionMethod/.test(book.text(file) ?? "")) continue;
    report("EPB009", { file }, { file });
  }
}

/** Each file of the book lies within it (EPUB 3.3 §5.6.2). */
function checkItems(opened: PackageDocument, diagnose: Diagnose): void {
  for (const { node, href } of opened.items) {
    const { kind } = resolveAddress(href, opened.file);
    // Only sound, video and fonts may lie outside, and then the book needs a network.
    if (kind !== "book")
      diagnose(kind === "outside" ? "EPB122 item" : "EPB309 item", node, { address: quote(href) });
  }
}

/** The manifest and the archive hold the same files. */
function checkCompleteness(
  opened: PackageDocument,
  diagnose: Diagnose,
  { entries }: Book,
  report: Report,
): void {
  const names = new Set(entries.map(({ name }) => name));
  for (const { path, node } of opened.items) {
    if (path === undefined || names.has(path)) continue;
    const near = [...names].find((name) => name.toLowerCase() === path.toLowerCase());
    if (near === undefined) diagnose("EPB110 none", node, { path: quote(path) });
    else diagnose("EPB110 near", node, { path: quote(path), near: quote(near) });
  }
  const listed = new Set(opened.items.map(({ path }) => path));
  for (const file of names) {
    if (listed.has(file) || file === opened.file || NOT_LISTED.test(file)) continue;
    report(`EPB111 ${LITTER.test(file) ? "litter" : "other"}`, { file });
  }
}
