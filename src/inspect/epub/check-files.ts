import { resolveAddress } from "./book-address.ts";
import { type Diagnose, quote, type Report } from "./book-diagnostics.ts";
import type { PackageDocument } from "./package-reader.ts";
import type { Book } from "./read-book.ts";

/** Files that belong to the archive, not to the book (EPUB 3.3 §4.2.6.3). */
const NOT_LISTED = /^(?:mimetype$|META-INF\/|.*\/$)/;
/** What systems leave in folders. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|__MACOSX\/.*|\.[^/]*)$/i;

/** Every file can be unpacked: small enough, not locked, its sum right. */
export function checkFiles(book: Book): void {
  // Asking is enough: what cannot be unpacked is told where it is unpacked.
  for (const { name } of book.entries) if (!name.endsWith("/")) book.bytes(name);
}

/** Encryption, signatures, rights: such a book can be read by few, or tells who bought it. */
export function checkProtection(book: Book, report: Report): void {
  for (const name of ["encryption.xml", "signatures.xml", "rights.xml"]) {
    const file = `META-INF/${name}`;
    if (!book.entries.some((entry) => entry.name === file)) continue;
    // Scrambled fonts are told as fonts.
    if (name === "encryption.xml" && !/EncryptionMethod/.test(book.text(file) ?? "")) continue;
    report("EPB009", { file }, { file });
  }
}

/** Each file of the book lies within it (EPUB 3.3 §5.6.2). */
export function checkItems(opened: PackageDocument, diagnose: Diagnose): void {
  for (const { node, href } of opened.items) {
    const { kind } = resolveAddress(href, opened.file);
    // Only sound, video and fonts may lie outside, and then the book needs a network.
    if (kind !== "book")
      diagnose(kind === "outside" ? "EPB122 item" : "EPB309 item", node, { address: quote(href) });
  }
}

/** The manifest and the archive hold the same files. */
export function checkCompleteness(
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
