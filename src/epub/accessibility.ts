import type { Element, ElementContent } from "../markup/document.ts";
import { textOf } from "../markup/serialise.ts";
import type { Words } from "../theme/theme.ts";
import { type BookPlan, contentOf, elementsOf } from "./book-plan.ts";
import { element, languageMarks, type XmlElement } from "./xml.ts";

/** What a book has that matters to a reader who cannot see it, counted. */
export interface AccessFacts {
  readonly imageCount: number;
  /** Images of the text for which no words stand: neither a description nor a caption. */
  readonly undescribedCount: number;
  readonly noteCount: number;
  readonly tableCount: number;
  /** Every table has cells that head their row or column. */
  readonly tablesHaveHeads: boolean;
  /** The book carries the page numbers of its print edition. */
  readonly hasPrintPages: boolean;
}

/** Counts in what the text shows. The cover is not counted: its description is the title. */
export function countFacts(plan: BookPlan, hasPrintPages: boolean): AccessFacts {
  const contents = plan.chapters.map(contentOf);
  const elements = contents.flatMap((nodes) => [...elementsOf(nodes)]);
  const isShown = ({ properties }: Element) => plan.images.has(String(properties.src ?? ""));
  const tables = elements.filter(({ tagName }) => tagName === "table");
  return {
    imageCount: elements.filter((node) => node.tagName === "img" && isShown(node)).length,
    undescribedCount: contents.flatMap(findUndescribedImages).filter(isShown).length,
    noteCount: plan.chapters.reduce((sum, { notes }) => sum + notes.length, 0),
    tableCount: tables.length,
    tablesHaveHeads: tables.every((table) =>
      [...elementsOf(table.children)].some(({ tagName }) => tagName === "th"),
    ),
    hasPrintPages,
  };
}

/**
 * What is true of this book for a reader who cannot see it, in schema.org's words (EPUB
 * Accessibility 1.1 §2; values of the "Schema.org Accessibility Properties for Discoverability
 * Vocabulary"). Conformance to WCAG is not among it: that is for people to judge.
 */
export function listAccessibility(facts: AccessFacts, words: Words): readonly XmlElement[] {
  const hasImages = facts.imageCount > 0;
  const isDescribed = facts.undescribedCount === 0;
  const meta = (property: string, value: string) =>
    element("meta", { property: `schema:${property}` }, [value]);
  return [
    meta("accessMode", "textual"),
    ...(hasImages ? [meta("accessMode", "visual")] : []),
    // Who hears the text alone misses what no words describe.
    meta("accessModeSufficient", isDescribed ? "textual" : "textual,visual"),
    ...[
      // Roles of digital publishing on chapters, notes and lists of contents.
      "ARIA",
      ...(hasImages && isDescribed ? ["alternativeText"] : []),
      "displayTransformability",
      ...(facts.hasPrintPages ? ["pageBreakMarkers", "pageNavigation"] : []),
      "readingOrder",
      "structuralNavigation",
      "tableOfContents",
      // No lock on copying, enlarging or reading aloud.
      "unlocked",
    ].map((feature) => meta("accessibilityFeature", feature)),
    // Images are still pictures: nothing flashes, moves or sounds.
    meta("accessibilityHazard", "none"),
    summarise(facts, words),
  ];
}

/** Short sentences on this book, one a fact, in the order in which ONIX (code list 196) has them. */
function summarise(facts: AccessFacts, words: Words): XmlElement {
  const { imageCount, undescribedCount, noteCount, tableCount } = facts;
  const sentences: readonly (readonly [string, Readonly<Record<string, number>>] | undefined)[] = [
    ["text", {}],
    imageCount === 0
      ? ["no-images", {}]
      : undescribedCount === 0
        ? ["images-described", { count: imageCount }]
        : imageCount === 1
          ? ["image-undescribed", {}]
          : ["images-undescribed", { count: undescribedCount, total: imageCount }],
    ["contents", {}],
    noteCount > 0 ? ["notes", {}] : undefined,
    tableCount > 0 && facts.tablesHaveHeads ? ["tables", {}] : undefined,
    facts.hasPrintPages ? ["pages", {}] : undefined,
    ["hazards", {}],
  ];
  const said = sentences.filter((sentence) => sentence !== undefined);
  const own = words.inOneLanguage(said.map(([name]) => `access-${name}`));
  const text = said.map(([name, values]) => own.say(`access-${name}`, values)).join(" ");
  const marks = languageMarks(own.language, words.language);
  return element("meta", { property: "schema:accessibilitySummary", ...marks }, [text]);
}

/**
 * The images of a text for which nothing stands where they are not seen: no description, and no
 * caption in their figure. A caption counts: it names the figure (HTML-AAM §4.1, `figure`), and the
 * image in it has an empty description so that nothing is read twice. Whether the words say enough
 * is for people to judge, of captions as of descriptions.
 */
function findUndescribedImages(nodes: readonly ElementContent[]): readonly Element[] {
  const found: Element[] = [];
  const pending = [...nodes].reverse().map((node) => ({ node, isCaptioned: false }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.type !== "element") continue;
    const isCaptioned = next.isCaptioned || (node.tagName === "figure" && hasCaption(node));
    const isSilent = String(node.properties.alt ?? "").trim() === "";
    if (node.tagName === "img" && isSilent && !isCaptioned) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) pending.push({ node: child, isCaptioned });
    }
  }
  return found;
}

function hasCaption(figure: Element): boolean {
  return figure.children.some(
    (child) =>
      child.type === "element" && child.tagName === "figcaption" && textOf([child]).trim() !== "",
  );
}
