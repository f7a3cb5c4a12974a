import { resolveAddress } from "./book-address.ts";
import { quote, type Report, type Tell } from "./book-diagnostics.ts";
import { OPF } from "./namespaces.ts";
import type { PackageDocument } from "./package-reader.ts";
import type { Book } from "./read-book.ts";

/** Files that belong to the archive, not to the book (EPUB 3.3 §4.2.6.3). */
const NOT_LISTED = /^(?:mimetype$|META-INF\/|.*\/$)/;
/** What systems leave in folders. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|__MACOSX\/.*|\.[^/]*)$/i;

/** The package document is of a version that we know. */
export function checkVersion({ root, version }: PackageDocument, tell: Tell): void {
  if (root.uri !== OPF || root.local !== "package") tell("EPB101 root", root, { name: root.name });
  else if (!/^[23]\.0$/.test(version)) tell("EPB101 version", root, { version: quote(version) });
}

/** Each file of the book lies within it (EPUB 3.3 §5.6.2). */
export function checkItems(opened: PackageDocument, tell: Tell): void {
  for (const { node, href } of opened.items) {
    const { kind } = resolveAddress(href, opened.file);
    // Only sound, video and fonts may lie outside, and then the book needs a network.
    if (kind !== "book")
      tell(kind === "outside" ? "EPB122 item" : "EPB309 item", node, { address: quote(href) });
  }
}

/** The manifest and the archive hold the same files. */
export function checkCompleteness(
  opened: PackageDocument,
  tell: Tell,
  { entries }: Book,
  report: Report,
): void {
  const names = new Set(entries.map(({ name }) => name));
  for (const { path, node } of opened.items) {
    if (path === undefined || names.has(path)) continue;
    const near = [...names].find((name) => name.toLowerCase() === path.toLowerCase());
    if (near === undefined) tell("EPB110 none", node, { path: quote(path) });
    else tell("EPB110 near", node, { path: quote(path), near: quote(near) });
  }
  const listed = new Set(opened.items.map(({ path }) => path));
  for (const file of names) {
    if (listed.has(file) || file === opened.file || NOT_LISTED.test(file)) continue;
    report(`EPB111 ${LITTER.test(file) ? "litter" : "other"}`, { file });
  }
}

/** The order of reading names documents, each once (EPUB 3.3 §5.7). */
export function checkSpine({ spine, items, root }: PackageDocument, tell: Tell): void {
  if (spine === undefined || spine.references.length === 0) {
    tell("EPB117 none", root);
    return;
  }
  const ids = new Set(items.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { idref, node } of spine.references) {
    if (!ids.has(idref) || idref === "") tell("EPB117 id", node, { id: quote(idref) });
    else if (seen.has(idref)) tell("EPB117 twice", node, { id: quote(idref) });
    seen.add(idref);
  }
}
