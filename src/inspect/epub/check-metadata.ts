import { parseLanguage } from "../../language/language.ts";
import { attributeOf, descendantsOf } from "../../xml/xml-tree.ts";
import { quote, type Report } from "./finding.ts";
import { OPF } from "./namespaces.ts";
import type { MetadataEntry, PackageDocument } from "./package-reader.ts";
import type { Book } from "./read-book.ts";

const REQUIRED = ["dc:identifier", "dc:title", "dc:language"] as const;
/** Date and time in the one form that is allowed (EPUB 3.3 §5.5.5). */
const MODIFIED =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const LANGUAGE_TAG = /^(?:[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*|[xi](?:-[a-zA-Z0-9]{1,8})+)$/;

/** The package document is of a version that we know. */
export function checkVersion(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const spot = { file: opened.file, offset: opened.root.offset };
  if (opened.root.uri !== OPF || opened.root.local !== "package") {
    report(
      "EPB101",
      spot,
      `Unexpected \`<${opened.root.name}>\`, expected a \`<package>\` of EPUB`,
    );
  } else if (!/^[23]\.0$/.test(opened.version)) {
    report("EPB101", spot, `Unexpected version ${quote(opened.version)}, expected 3.0 or 2.0`);
  }
}

/** Identifier, title, language and date of change (EPUB 3.3 §5.5.3, §5.5.5). */
export function checkRequiredMetadata(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const spot = { file: opened.file, offset: opened.root.offset };
  for (const name of REQUIRED) {
    const entries = opened.metadata.filter((entry) => entry.name === name);
    if (entries.length === 0) {
      report("EPB102", spot, `Unexpected metadata without \`${name}\`, expected one`);
    }
    for (const entry of entries.filter(({ value }) => value === "")) {
      report("EPB102", spotOf(opened, entry), `Unexpected empty \`${name}\`, expected a text`);
    }
  }
  checkIdentifier(opened, report);
  if (opened.isEpub2) return;
  for (const entry of opened.metadata) {
    const isText = entry.name.startsWith("dc:") && !REQUIRED.some((name) => name === entry.name);
    if (isText && entry.value === "") {
      report(
        "EPB102",
        spotOf(opened, entry),
        `Unexpected empty \`${entry.name}\`, expected a text`,
      );
    }
  }
  const modified = opened.metadata.filter(
    ({ name, refines }) => name === "dcterms:modified" && refines === undefined,
  );
  const [first] = modified;
  if (first === undefined || modified.length > 1) {
    const found = first === undefined ? "no date of change" : "several dates of change";
    report("EPB104", spot, `Unexpected ${found}, expected one \`dcterms:modified\``);
  } else if (!MODIFIED.test(first.value)) {
    const expected = "one such as `2026-03-01T00:00:00Z`";
    report(
      "EPB104",
      spotOf(opened, first),
      `Unexpected ${quote(first.value)}, expected ${expected}`,
    );
  }
}

function checkIdentifier(opened: PackageDocument, report: Report): void {
  const name = attributeOf(opened.root, "unique-identifier");
  const isThere = opened.metadata.some(
    (entry) => entry.name === "dc:identifier" && entry.id === name?.trim(),
  );
  if (name !== undefined && isThere) return;
  const spot = { file: opened.file, offset: opened.root.offset };
  const found = name === undefined ? "no `unique-identifier`" : `unique-identifier ${quote(name)}`;
  report("EPB103", spot, `Unexpected ${found}, expected the id of a \`dc:identifier\``);
}

/** Languages and dates have their forms (BCP 47; W3C date and time). */
export function checkMetadataForms(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  for (const entry of opened.metadata) {
    if (entry.name === "dc:language" && entry.value !== "" && !LANGUAGE_TAG.test(entry.value)) {
      const expected = "a language tag such as `en` or `pt-BR`";
      report(
        "EPB105",
        spotOf(opened, entry),
        `Unexpected language ${quote(entry.value)}, expected ${expected}`,
      );
    }
    if (entry.name !== "dc:date" || entry.value === "" || opened.isEpub2) continue;
    if (
      !/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(
        entry.value,
      )
    ) {
      // Validators only warn, and so do readers: they show no date.
      report(
        "EPB120",
        spotOf(opened, entry),
        `Unexpected date ${quote(entry.value)}, expected one such as \`2026-03\``,
      );
    }
  }
}

/** Ids are there once, and what refines something names it (EPUB 3.3 §5.3.5, §5.3.6). */
export function checkPackageIds(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined) return;
  const ids = new Set<string>();
  for (const node of descendantsOf(opened.root)) {
    const id = attributeOf(node, "id")?.trim();
    if (id === undefined) continue;
    if (ids.has(id)) {
      const spot = { file: opened.file, offset: node.offset };
      report("EPB107", spot, `Unexpected second id ${quote(id)}, expected each once`);
    }
    ids.add(id);
  }
  for (const entry of opened.metadata) {
    const { refines } = entry;
    if (refines === undefined || isResource(opened, refines)) continue;
    if (ids.has(refines) && refines !== entry.id) continue;
    const message = `Unexpected \`refines\` of ${quote(refines)}, expected the id of something else`;
    report("EPB106", spotOf(opened, entry), message);
  }
}

/** Also a file of the manifest can be refined, by its address. */
function isResource(opened: PackageDocument, address: string): boolean {
  return opened.items.some(({ href }) => href === address.split("#")[0]);
}

/** Pages turn to the side that the book's language begins from (EPUB 3.3 §5.7.1). */
export function checkProgression(book: Book, report: Report): void {
  const opened = book.package;
  const spine = opened?.spine;
  if (opened === undefined || spine === undefined || opened.isEpub2) return;
  const tag = opened.metadata.find(({ name }) => name === "dc:language")?.value ?? "";
  const expected = parseLanguage(tag)?.direction;
  const found = spine.direction ?? "default";
  if (expected === undefined || found === expected) return;
  if (found === "default" && expected === "ltr") return;
  const spot = { file: opened.file, offset: spine.node.offset };
  report(
    "EPB121",
    spot,
    `Unexpected direction of pages ${quote(found)} in a book in \`${tag}\`, expected \`${expected}\``,
  );
}

function spotOf(opened: PackageDocument, entry: MetadataEntry) {
  return { file: opened.file, offset: entry.node.offset };
}
