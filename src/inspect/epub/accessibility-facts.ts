import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { MATHML, OPS, XHTML } from "./namespaces.ts";
import { languageAt, words } from "./package-reader.ts";
import { type Book, listNavs, listTexts, navigationOf } from "./read-book.ts";

/** What a book holds for readers who do not see it, as far as a program can tell. */
export interface AccessibilityFacts {
  readonly images: {
    readonly total: number;
    /** By `alt`, or by the caption of their figure. */
    readonly described: number;
    /** With `alt=""` and no caption: said to be mere decoration. */
    readonly decorative: number;
    /** Without `alt`. */
    readonly undescribed: number;
  };
  /** Languages of the documents, the most frequent first. */
  readonly languages: readonly string[];
  readonly documents: number;
  readonly documentsWithHeadings: number;
  readonly hasContents: boolean;
  readonly hasPageList: boolean;
  readonly hasPageBreaks: boolean;
  readonly hasMath: boolean;
  /** What the metadata says, in its order. */
  readonly claims: readonly Claim[];
}

/** A word of the accessibility metadata (EPUB Accessibility 1.1 §2.2). */
export interface Claim {
  /** `accessMode`, `accessibilityFeature` … without its prefix. */
  readonly name: string;
  readonly value: string;
}

const CLAIMS =
  /^(?:schema:)(accessMode|accessModeSufficient|accessibilityFeature|accessibilityHazard|accessibilitySummary|accessibilityAPI|accessibilityControl)$|^dcterms:conformsTo$|^a11y:/;

/** Counts what can be counted, and lists what the metadata claims. */
export function collectAccessibility(book: Book): AccessibilityFacts {
  const images = { total: 0, described: 0, decorative: 0, undescribed: 0 };
  const languages = new Map<string, number>();
  const found = { headings: 0, breaks: false, math: false };
  const texts = listTexts(book);
  for (const { root } of texts) {
    const language = languageAt(root) ?? "";
    languages.set(language, (languages.get(language) ?? 0) + 1);
    const nodes = [...descendantsOf(root)];
    if (nodes.some(({ local, uri }) => uri === XHTML && /^h[1-6]$/.test(local)))
      found.headings += 1;
    const captioned = new Set(nodes.filter(hasCaption).flatMap((one) => [...descendantsOf(one)]));
    for (const node of nodes) {
      if (node.uri === MATHML) found.math = true;
      const kinds = [...words(attributeOf(node, "type", OPS)), ...words(attributeOf(node, "role"))];
      if (kinds.some((kind) => /^(?:doc-)?pagebreak$/.test(kind))) found.breaks = true;
      if (node.local !== "img" || node.uri !== XHTML) continue;
      images.total += 1;
      const alt = attributeOf(node, "alt")?.trim();
      if (alt === undefined) images.undescribed += 1;
      else if (alt === "" && !captioned.has(node)) images.decorative += 1;
      else images.described += 1;
    }
  }
  const has = (kind: "toc" | "page-list") => listNavs(navigationOf(book), kind).length > 0;
  return {
    images,
    languages: [...languages].sort(([, one], [, other]) => other - one).map(([tag]) => tag),
    documents: texts.length,
    documentsWithHeadings: found.headings,
    hasContents: has("toc") || book.package?.isEpub2 === true,
    hasPageList: has("page-list"),
    hasPageBreaks: found.breaks,
    hasMath: found.math,
    claims: (book.package?.metadata ?? [])
      .filter(({ name, isOld }) => !isOld && CLAIMS.test(name))
      .map(({ name, value }) => ({ name: name.replace(/^schema:/, ""), value })),
  };
}

function hasCaption(node: XmlNode): boolean {
  return (
    node.local === "figure" &&
    childrenOf(node, "figcaption").some((caption) => textOf(caption) !== "")
  );
}
