import type { Words } from "../theme/theme.ts";
import { type BookPlan, contentOf, elementsOf } from "./book-plan.ts";
import { element, type XmlElement } from "./xml.ts";

/**
 * What is true of this book for a reader who cannot see it, in schema.org's words (EPUB
 * Accessibility 1.1 §2). Conformance to WCAG is not among it: that is for people to judge.
 */
export function listAccessibility(plan: BookPlan, words: Words): readonly XmlElement[] {
  const images = plan.chapters
    .flatMap((chapter) => [...elementsOf(contentOf(chapter))])
    .filter((node) => node.tagName === "img" && plan.images.has(String(node.properties.src ?? "")));
  const hasImages = images.length > 0;
  const described = images.every((image) => String(image.properties.alt ?? "").trim() !== "");
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
