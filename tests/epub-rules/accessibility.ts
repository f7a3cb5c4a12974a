import { collectAccessibility } from "../../src/inspect/epub/accessibility-facts.ts";
import { quote } from "../../src/inspect/epub/book-diagnostics.ts";
import { SSML, XHTML, XML } from "../../src/inspect/epub/namespaces.ts";
import { type PackageDocument, words } from "../../src/inspect/epub/package-reader.ts";
import {
  type Book,
  type BookDocument,
  listTexts,
  navigationOf,
} from "../../src/inspect/epub/read-book.ts";
import { parseLanguage } from "../../src/language/language.ts";
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../src/xml/xml-tree.ts";
import type { Tell } from "./book-faults.ts";
import { denyClaim } from "./claims.ts";

/** A text without headings is long when it takes more than a screen. */
const LONG_TEXT = 1500;

/** Whether an element has a name that is heard, or is said to need none. */
export function isNamed(node: XmlNode): boolean {
  const named = ["aria-label", "aria-labelledby", "title"];
  return (
    named.some((name) => (attributeOf(node, name) ?? "") !== "") ||
    words(attributeOf(node, "role")).some((role) => role === "presentation" || role === "none") ||
    attributeOf(node, "aria-hidden") === "true"
  );
}

export function hasText(link: XmlNode): boolean {
  return (
    isNamed(link) ||
    textOf(link) !== "" ||
    [...descendantsOf(link)].some(
      (one) =>
        isNamed(one) || (attributeOf(one, "alt") ?? "").trim() !== "" || one.local === "title",
    )
  );
}

/** One heading of the first rank, and none left out below it. Contents may have their own. */
export function checkHeadings(document: BookDocument, tell: Tell, book: Book): void {
  const { root } = document;
  const isNavigation = document === navigationOf(book);
  const headings = [...descendantsOf(root)].filter(
    ({ local, uri }) => uri === XHTML && /^h[1-6]$/.test(local),
  );
  const firsts = headings.filter(({ local }) => local === "h1");
  if (headings.length === 0 && !isNavigation && textOf(root).length >= LONG_TEXT)
    tell("EPB702", root, "document without a heading", "one");
  if (firsts[1] !== undefined)
    tell("EPB702", firsts[1], `${firsts.length} headings of the first rank`, "one");
  if (isNavigation) return;
  for (const [at, heading] of headings.entries()) {
    const before = Number(headings[at - 1]?.local.slice(1) ?? 6);
    if (Number(heading.local.slice(1)) > before + 1)
      tell(
        "EPB703",
        heading,
        `\`<${heading.local}>\` after \`<h${before}>\``,
        `\`<h${before + 1}>\``,
      );
  }
}

/** Cells are heard with the headers of their row and column (WCAG 2.2, H51 and H63). */
export function checkTable(table: XmlNode, tell: Tell): void {
  if (isNamed(table) && /presentation|none/.test(attributeOf(table, "role") ?? "")) return;
  const rows = listRows(table);
  const cells = rows.flatMap((row) => childrenOf(row));
  const headers = cells.filter(({ local }) => local === "th");
  if (headers.length === 0) {
    if (cells.length > 1) tell("EPB706", table, "table without header cells", "`<th>`");
    return;
  }
  // Those of the first row alone head their columns, whether they say so or not.
  const isPlain = headers.every(({ parent }) => parent === rows[0]);
  const isSaid = headers.every(
    (one) => attributeOf(one, "scope") !== undefined || attributeOf(one, "id") !== undefined,
  );
  if (!isPlain && !isSaid) tell("EPB706", table, "header cells that do not say of what", "`scope`");
}

function listRows(table: XmlNode): readonly XmlNode[] {
  return childrenOf(table).flatMap((child) =>
    child.local === "tr"
      ? [child]
      : /^t(?:head|body|foot)$/.test(child.local)
        ? childrenOf(child)
        : [],
  );
}

/** A text whose script runs the other way says so (HTML §3.2.6.4). */
export function checkDirections({ root }: BookDocument, tell: Tell): void {
  const body = childrenOf(root, "body")[0];
  const isSaidBelow = body !== undefined && attributeOf(body, "dir") !== undefined;
  const pending: { node: XmlNode; around: string }[] = [{ node: root, around: "ltr" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, around } = next;
    const said = attributeOf(node, "dir")?.toLowerCase();
    const tag = attributeOf(node, "lang", XML) ?? attributeOf(node, "lang");
    const expected = tag === undefined ? undefined : parseLanguage(tag)?.direction;
    if (said === undefined && (expected ?? around) !== around && !(node === root && isSaidBelow))
      tell("EPB707", node, `text in \`${tag}\` without a direction`, `\`dir="${expected}"\``);
    for (const child of childrenOf(node)) pending.push({ node: child, around: said ?? around });
  }
}

const REQUIRED = ["accessMode", "accessibilityFeature", "accessibilityHazard"];

/** Words that a property may have (Schema.org Accessibility Properties vocabulary). */
const VOCABULARY: Readonly<Record<string, RegExp>> = {
  accessMode:
    /^(?:auditory|tactile|textual|visual|(?:chart|chem|diagram|math|music|text)OnVisual|colorDependent)$/,
  accessModeSufficient:
    /^(?:auditory|tactile|textual|visual)(?:\s*,\s*(?:auditory|tactile|textual|visual))*$/,
  accessibilityHazard:
    /^(?:none|unknown|(?:no|unknown)?(?:Flashing|MotionSimulation|Sound)Hazard|flashing|motionSimulation|sound)$/,
};

/** The metadata says what is true, in words that shops and libraries know. */
export function checkAccessibilityMetadata(
  { root, metadata }: PackageDocument,
  tell: Tell,
  book: Book,
): void {
  const facts = collectAccessibility(book);
  const { claims } = facts;
  const hasSpeech = listTexts(book).some(({ root }) =>
    [...descendantsOf(root)].some((node) => node.attributes.some(({ uri }) => uri === SSML)),
  );
  const missing = REQUIRED.filter((name) => !claims.some((claim) => claim.name === name));
  if (missing.length > 0) {
    const list = missing.map((name) => `\`schema:${name}\``).join(", ");
    tell("EPB708", root, `metadata without ${list}`, "them");
  }
  for (const { name, value } of claims) {
    const denied = denyClaim(name, value, { ...facts, hasSpeech });
    const entry = metadata.find(
      (one) => one.name.replace(/^schema:/, "") === name && one.value === value,
    );
    const node = entry?.node ?? root;
    if (denied !== undefined) tell("EPB709", node, `claim \`${value}\``, `what is true: ${denied}`);
    if (VOCABULARY[name]?.test(value) === false)
      tell("EPB710", node, `${name} ${quote(value)}`, "a word of its vocabulary");
  }
}
