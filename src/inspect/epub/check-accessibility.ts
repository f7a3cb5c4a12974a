import { parseLanguage } from "../../language/language.ts";
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { collectAccessibility } from "./accessibility-facts.ts";
import { listTexts } from "./check-document.ts";
import { navigationOf } from "./check-navigation.ts";
import { quote, type Report } from "./finding.ts";
import { XHTML, XML } from "./namespaces.ts";
import { words } from "./package-reader.ts";
import type { Book } from "./read-book.ts";

/** A text without headings is long when it takes more than a screen. */
const LONG_TEXT = 1500;

/** What a reader who does not see the page needs: images said, headings in ranks, tables headed. */
export function checkAccessibleTexts(book: Book, report: Report): void {
  const navigation = navigationOf(book);
  for (const document of listTexts(book)) {
    const { file, root } = document;
    const nodes = [...descendantsOf(root)].filter(({ uri }) => uri === XHTML);
    for (const node of nodes) {
      const spot = { file, offset: node.offset };
      if (node.local === "img" && attributeOf(node, "alt") === undefined && !isNamed(node)) {
        const hint = 'Say what it shows in `alt`; write `alt=""` where it only decorates.';
        report("EPB701", spot, "Unexpected image without a description, expected `alt`", hint);
      }
      if (node.local === "table") checkTable(node, file, report);
      if (node.local === "a" && attributeOf(node, "href") !== undefined && !hasText(node)) {
        report(
          "EPB711",
          spot,
          "Unexpected link without a text, expected one that says where it leads",
        );
      }
    }
    checkHeadings(nodes, root, file, document === navigation, report);
  }
}

function isNamed(node: XmlNode): boolean {
  const named = ["aria-label", "aria-labelledby", "title"];
  return (
    named.some((name) => (attributeOf(node, name) ?? "") !== "") ||
    words(attributeOf(node, "role")).some((role) => role === "presentation" || role === "none") ||
    attributeOf(node, "aria-hidden") === "true"
  );
}

function hasText(link: XmlNode): boolean {
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
function checkHeadings(
  nodes: readonly XmlNode[],
  root: XmlNode,
  file: string,
  isNavigation: boolean,
  report: Report,
): void {
  const headings = nodes.filter(({ local }) => /^h[1-6]$/.test(local));
  const firsts = headings.filter(({ local }) => local === "h1");
  if (headings.length === 0) {
    if (isNavigation || textOf(root).length < LONG_TEXT) return;
    report(
      "EPB702",
      { file, offset: root.offset },
      "Unexpected document without a heading, expected one",
    );
  }
  if (firsts[1] !== undefined) {
    const message = `Unexpected ${firsts.length} headings of the first rank, expected one`;
    report("EPB702", { file, offset: firsts[1].offset }, message);
  }
  if (isNavigation) return;
  let before: number | undefined;
  for (const heading of headings) {
    const rank = Number(heading.local.slice(1));
    if (before !== undefined && rank > before + 1) {
      const message = `Unexpected \`<${heading.local}>\` after \`<h${before}>\`, expected \`<h${before + 1}>\``;
      report("EPB703", { file, offset: heading.offset }, message);
    }
    before = rank;
  }
}

/** Cells are heard with the headers of their row and column (WCAG 2.2, H51 and H63). */
function checkTable(table: XmlNode, file: string, report: Report): void {
  if (isNamed(table) && /presentation|none/.test(attributeOf(table, "role") ?? "")) return;
  const spot = { file, offset: table.offset };
  const rows = listRows(table);
  const cells = rows.flatMap((row) => childrenOf(row));
  const headers = cells.filter(({ local }) => local === "th");
  if (headers.length === 0) {
    if (cells.length > 1) {
      report("EPB706", spot, "Unexpected table without header cells, expected `<th>`");
    }
    return;
  }
  // Those of the first row alone head their columns, whether they say so or not.
  const isPlain = headers.every(({ parent }) => parent === rows[0]);
  const isSaid = headers.every(
    (one) => attributeOf(one, "scope") !== undefined || attributeOf(one, "id") !== undefined,
  );
  if (isPlain || isSaid) return;
  report("EPB706", spot, "Unexpected header cells that do not say of what, expected `scope`");
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
export function checkDirections(book: Book, report: Report): void {
  for (const { file, root } of listTexts(book)) {
    const body = childrenOf(root, "body")[0];
    const pending: { node: XmlNode; direction: string }[] = [{ node: root, direction: "ltr" }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node } = next;
      const said = attributeOf(node, "dir")?.toLowerCase();
      const tag = attributeOf(node, "lang", XML) ?? attributeOf(node, "lang");
      const expected = tag === undefined ? undefined : parseLanguage(tag)?.direction;
      const direction = said ?? next.direction;
      const isSaidBelow =
        node === root && body !== undefined && attributeOf(body, "dir") !== undefined;
      if (expected !== undefined && said === undefined && expected !== direction && !isSaidBelow) {
        const message = `Unexpected text in \`${tag}\` without a direction, expected \`dir="${expected}"\``;
        report("EPB707", { file, offset: node.offset }, message);
      }
      for (const child of childrenOf(node)) pending.push({ node: child, direction });
    }
  }
}

const REQUIRED = ["accessMode", "accessibilityFeature", "accessibilityHazard"] as const;

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
export function checkAccessibilityMetadata(book: Book, report: Report): void {
  const opened = book.package;
  if (opened === undefined || opened.isEpub2) return;
  const { claims } = collectAccessibility(book);
  const root = { file: opened.file, offset: opened.root.offset };
  const missing = REQUIRED.filter((name) => !claims.some((claim) => claim.name === name));
  if (missing.length > 0) {
    const list = missing.map((name) => `\`schema:${name}\``).join(", ");
    report("EPB708", root, `Unexpected metadata without ${list}, expected them`);
  }
  for (const claim of claims) {
    const node = opened.metadata.find(
      ({ name, value }) => name.replace(/^schema:/, "") === claim.name && value === claim.value,
    )?.node;
    const spot = { file: opened.file, offset: node?.offset ?? root.offset };
    if (claim.denied !== undefined) {
      report(
        "EPB709",
        spot,
        `Unexpected claim \`${claim.value}\`, expected what is true: ${claim.denied}`,
      );
    }
    const words = VOCABULARY[claim.name];
    if (words !== undefined && !words.test(claim.value)) {
      report(
        "EPB710",
        spot,
        `Unexpected ${claim.name} ${quote(claim.value)}, expected a word of its vocabulary`,
      );
    }
  }
}
