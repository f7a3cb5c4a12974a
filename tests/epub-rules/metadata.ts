import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import type { MetadataEntry, PackageDocument } from "../../src/inspect/epub/package-reader.ts";
import { parseLanguage } from "../../src/language/language.ts";
import { attributeOf, descendantsOf } from "../../src/xml/xml-tree.ts";
import type { Tell } from "./book-faults.ts";

const REQUIRED = ["dc:identifier", "dc:title", "dc:language"];
/** Date and time in the one form that is allowed (EPUB 3.3 §5.5.5). */
const MODIFIED =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
/** W3C date and time. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;
const LANGUAGE_TAG = /^(?:[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*|[xi](?:-[a-zA-Z0-9]{1,8})+)$/;

/** Identifier, title and language (EPUB 3.3 §5.5.3). */
export function checkRequiredMetadata(opened: PackageDocument, tell: Tell): void {
  const { root, metadata, isEpub2 } = opened;
  for (const name of REQUIRED)
    if (!metadata.some((entry) => entry.name === name))
      tell("EPB102", root, `metadata without \`${name}\``, "one");
  for (const { name, value, node } of metadata) {
    const isText = REQUIRED.includes(name) || (!isEpub2 && name.startsWith("dc:"));
    if (isText && value === "") tell("EPB102", node, `empty \`${name}\``, "a text");
  }
  const id = attributeOf(root, "unique-identifier");
  if (identifierOf(opened) !== undefined) return;
  const found = id === undefined ? "no `unique-identifier`" : `unique-identifier ${quote(id)}`;
  tell("EPB103", root, found, "the id of a `dc:identifier`");
}

/** One date of change (EPUB 3.3 §5.5.5). */
export function checkModified({ root, metadata }: PackageDocument, tell: Tell): void {
  const [first, second] = metadata.filter(
    ({ name, refines }) => name === "dcterms:modified" && refines === undefined,
  );
  if (first === undefined || second !== undefined) {
    const found = first === undefined ? "no date of change" : "several dates of change";
    tell("EPB104", root, found, "one `dcterms:modified`");
  } else if (!MODIFIED.test(first.value)) {
    tell("EPB104", first.node, quote(first.value), "one such as `2026-03-01T00:00:00Z`");
  }
}

/** Languages and dates have their forms (BCP 47; W3C date and time). */
export function checkMetadataForms({ metadata, isEpub2 }: PackageDocument, tell: Tell): void {
  for (const { name, value, node } of metadata) {
    if (value === "") continue;
    if (name === "dc:language" && !LANGUAGE_TAG.test(value))
      tell("EPB105", node, `language ${quote(value)}`, "a language tag such as `en` or `pt-BR`");
    // Validators only warn, and so do readers: they show no date.
    if (name === "dc:date" && !isEpub2 && !DATE.test(value))
      tell("EPB120", node, `date ${quote(value)}`, "one such as `2026-03`");
  }
}

/** Ids are there once, and what refines something names it (EPUB 3.3 §5.3.5, §5.3.6). */
export function checkPackageIds({ root, metadata, items }: PackageDocument, tell: Tell): void {
  const ids = new Set<string>();
  for (const node of descendantsOf(root)) {
    const id = attributeOf(node, "id")?.trim();
    if (id === undefined) continue;
    if (ids.has(id)) tell("EPB107", node, `second id ${quote(id)}`, "each once");
    ids.add(id);
  }
  for (const { refines, id, node } of metadata) {
    if (refines === undefined || (ids.has(refines) && refines !== id)) continue;
    // Also a file of the manifest can be refined, by its address.
    if (items.some(({ href }) => href === refines.split("#")[0])) continue;
    tell("EPB106", node, `\`refines\` of ${quote(refines)}`, "the id of something else");
  }
}

/** Pages turn to the side that the book's language begins from (EPUB 3.3 §5.7.1). */
export function checkProgression({ spine, metadata, root }: PackageDocument, tell: Tell): void {
  if (spine === undefined) return;
  const tag = metadata.find(({ name }) => name === "dc:language")?.value ?? "";
  const expected = parseLanguage(tag)?.direction;
  const found = spine.direction ?? "default";
  if (expected === undefined || found === expected) return;
  if (found === "default" && expected === "ltr") return;
  const said = `direction of pages ${quote(found)} in a book in \`${tag}\``;
  tell("EPB121", root, said, `\`${expected}\``);
}

/** What `unique-identifier` names. */
export function identifierOf({ root, metadata }: PackageDocument): MetadataEntry | undefined {
  const named = attributeOf(root, "unique-identifier")?.trim();
  if (named === undefined) return undefined;
  return metadata.find(({ name, id }) => name === "dc:identifier" && id === named);
}
