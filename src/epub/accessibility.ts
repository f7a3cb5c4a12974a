import type { Element } from "../markup/document.ts";
import type { Words } from "../theme/theme.ts";
import { type BookPlan, contentOf, elementsOf } from "./book-plan.ts";
import { findUndescribedImages } from "./undescribed-images.ts";
import { element, type XmlElement } from "./xml.ts";

/**
 * What is true of this book for a reader who cannot see it, in schema.org's words (EPUB
 * Accessibility 1.1 §2). Conformance to WCAG is not among it: that is for people to judge.
 */
export function listAccessibility(plan: BookPlan, words: Words): readonly XmlElement[] {
  const isShown = ({ properties }: Element) => plan.images.has(String(properties.src ?? ""));
  const contents = plan.chapters.map(contentOf);
  const hasImages = contents
    .flatMap((nodes) => [...elementsOf(nodes)])
    .some((node) => node.tagName === "img" && isShown(node));
  const described = !contents.flatMap(findUndescribedImages).some(isShown);
  const summary = !hasImages ? "none" : described ? "described" : "undescribed";
  const meta = (property: string, value: string) =>
    element("meta", { property: `schema:${property}` }, [value]);
  return [
    meta("accessMode", "textual"),
    ...(hasImages ? [meta("accessMode", "visual")] : []),
    ...(described ? [meta("accessModeSufficient", "textual")] : []),
    ...(described ? [] : [meta("accessModeSufficient", "textual,visual")]),
    ...[
      ...(hasImages && described ? ["alternativeText"] : []),
      "displayTransformability",
      "readingOrder",
      "structuralNavigation",
      "tableOfContents",
    ].map((feature) => meta("accessibilityFeature", feature)),
    // Images are still pictures: nothing flashes, moves or sounds.
    meta("accessibilityHazard", "none"),
    meta("accessibilitySummary", words.say(`accessibility-${summary}`)),
  ];
}
