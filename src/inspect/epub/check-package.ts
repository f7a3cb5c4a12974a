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
  if (root.uri !== OPF || root.local !== "package")
    tell("EPB101", root, `\`<${root.name}>\``, "a `<package>` of EPUB");
  else if (!/^[23]\.0$/.test(version))
    tell("EPB101", root, `version ${quote(version)}`, "3.0 or 2.0");
}

/** Each file of the book lies within it (EPUB 3.3 §5.6.2). */
export function checkItems(opened: PackageDocument, tell: Tell): void {
  for (const { node, href } of opened.items) {
    const { kind } = resolveAddress(href, opened.file);
    // Only sound, video and fonts may lie outside, and then the book needs a network.
    const hint =
      "Whoever runs that site learns who reads the book, and without a network it is missing.";
    if (kind === "outside")
      tell("EPB122", node, `address ${quote(href)}`, "a file of the book", hint);
    else if (kind !== "book") tell("EPB309", node, `address ${quote(href)}`, "a file of the book");
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
    const hint = near === undefined ? undefined : `The archive has ${quote(near)}: capitals count.`;
    tell("EPB110", node, `file ${quote(path)} that the archive lacks`, "one that is there", hint);
  }
  const listed = new Set(opened.items.map(({ path }) => path));
  for (const file of names) {
    if (listed.has(file) || file === opened.file || NOT_LISTED.test(file)) continue;
    const litter = "A system left it there; it may tell about its machine.";
    const hint = LITTER.test(file) ? litter : undefined;
    report("EPB111", { file }, "file outside of the manifest", "all listed", hint);
  }
}

/** The order of reading names documents, each once (EPUB 3.3 §5.7). */
export function checkSpine({ spine, items, root }: PackageDocument, tell: Tell): void {
  if (spine === undefined || spine.references.length === 0) {
    tell("EPB117", root, "book without an order of reading", "a spine");
    return;
  }
  const ids = new Set(items.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { idref, node } of spine.references) {
    if (!ids.has(idref) || idref === "")
      tell("EPB117", node, `${quote(idref)} in the spine`, "the id of an item");
    else if (seen.has(idref))
      tell("EPB117", node, `second ${quote(idref)} in the spine`, "each once");
    seen.add(idref);
  }
}
