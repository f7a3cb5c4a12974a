import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlNode,
} from "../../xml/xml-tree.ts";
import { MATHML, OPS, SSML, XHTML } from "./namespaces.ts";
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
  /** Why it is not true; undefined where it is, or where no program can tell. */
  readonly denied?: string;
}

const CLAIMS =
  /^(?:schema:)(accessMode|accessModeSufficient|accessibilityFeature|accessibilityHazard|accessibilitySummary|accessibilityAPI|accessibilityControl)$|^dcterms:conformsTo$|^a11y:/;

/** Counts what can be counted, and holds the claims of the metadata against it. */
export function collectAccessibility(book: Book): AccessibilityFacts {
  const images = { total: 0, described: 0, decorative: 0, undescribed: 0 };
  const languages = new Map<string, number>();
  const found = { headings: 0, breaks: false, math: false, speech: false };
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
      if (node.attributes.some(({ uri }) => uri === SSML)) found.speech = true;
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
  const facts = {
    images,
    languages: [...languages].sort(([, one], [, other]) => other - one).map(([tag]) => tag),
    documents: texts.length,
    documentsWithHeadings: found.headings,
    hasContents: has("toc") || book.package?.isEpub2 === true,
    hasPageList: has("page-list"),
    hasPageBreaks: found.breaks,
    hasMath: found.math,
  };
  const claims = (book.package?.metadata ?? [])
    .filter(({ name, isOld }) => !isOld && CLAIMS.test(name))
    .map(({ name, value }): Claim => {
      const short = name.replace(/^schema:/, "");
      const denied = denyClaim(short, value, { ...facts, hasSpeech: found.speech });
      return { name: short, value, ...(denied === undefined ? {} : { denied }) };
    });
  return { ...facts, claims };
}

function hasCaption(node: XmlNode): boolean {
  return (
    node.local === "figure" &&
    childrenOf(node, "figcaption").some((caption) => textOf(caption) !== "")
  );
}

type Counted = Omit<AccessibilityFacts, "claims"> & { readonly hasSpeech: boolean };

/** Why a feature that is claimed is not there; undefined where it is. */
const FEATURES: Readonly<Record<string, (facts: Counted) => string | false | undefined>> = {
  alternativeText: (facts) =>
    facts.images.total === 0 ? "there are no images" : sayUndescribed(facts),
  tableOfContents: ({ hasContents }) => !hasContents && "there are no contents",
  structuralNavigation: (facts) => facts.documentsWithHeadings === 0 && "there are no headings",
  pageNavigation: ({ hasPageList }) => !hasPageList && "there is no page list",
  pageBreakMarkers: sayUnpaged,
  printPageNumbers: sayUnpaged,
  MathML: ({ hasMath }) => !hasMath && "there is no MathML",
  ttsMarkup: ({ hasSpeech }) => !hasSpeech && "there are no marks for speech",
};

function sayUnpaged({ hasPageBreaks, hasPageList }: Counted): string | false {
  return !hasPageBreaks && !hasPageList && "no page is marked";
}

function sayUndescribed({ images }: Counted): string | undefined {
  if (images.undescribed > 0)
    return `${images.undescribed} of ${images.total} images have no description`;
  return images.total > 0 && images.described === 0 ? "no image has a description" : undefined;
}

function denyClaim(name: string, value: string, facts: Counted): string | undefined {
  if (name === "accessibilityFeature") return FEATURES[value]?.(facts) || undefined;
  const isTextual = value.split(",").every((mode) => mode.trim() === "textual");
  const isDenied = name === "accessModeSufficient" && isTextual && facts.images.undescribed > 0;
  return isDenied ? sayUndescribed(facts) : undefined;
}
