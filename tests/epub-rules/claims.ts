import type { AccessibilityFacts } from "../../src/inspect/epub/accessibility-facts.ts";

type Counted = AccessibilityFacts & { readonly hasSpeech: boolean };

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

/** @returns why a claim is not true; undefined where it is, or where no program can tell. */
export function denyClaim(name: string, value: string, facts: Counted): string | undefined {
  if (name === "accessibilityFeature") return FEATURES[value]?.(facts) || undefined;
  const isTextual = value.split(",").every((mode) => mode.trim() === "textual");
  const isDenied = name === "accessModeSufficient" && isTextual && facts.images.undescribed > 0;
  return isDenied ? sayUndescribed(facts) : undefined;
}
