import { formatNumber } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import type { ElementContent } from "../markup/document.ts";
import { sayAround } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import { inline, text } from "./print-nodes.ts";

/** Collects the places of a book whose text is a folio that only printing tells. */
export interface PageReferences {
  /** "(page 12)" behind a link; nothing where the book has no such id. */
  refer(destination: string, words: Words, around: Language): readonly ElementContent[];
  /** A place of one's own, for the contents: its element id. */
  register(destination: string): string;
  /** Shows the width of a place; the passes write the folio over it. */
  readonly filler: string;
  readonly list: readonly { readonly elementId: string; readonly destination: string }[];
}

/**
 * @param ids of every place in the book that can be linked to.
 * @param folioDigits how many digits a folio of this book may have: the places are made that wide,
 *   so that filling them moves nothing.
 */
export function collectPageReferences(
  ids: ReadonlySet<string>,
  folioDigits: number,
  language: Language,
): PageReferences {
  const filler = formatNumber(language, Number("8".repeat(folioDigits)));
  const list: { elementId: string; destination: string }[] = [];
  const register = (destination: string) => {
    const elementId = `folio-${list.length + 1}`;
    list.push({ elementId, destination });
    return elementId;
  };
  return {
    list,
    filler,
    register,
    refer(destination, words, around) {
      if (!ids.has(destination)) return [];
      const id = register(destination);
      const place = inline("span", "folio-place", [text(filler)], { id });
      const said = sayAround(words, around, "page-reference", "page", place);
      return [text(" "), inline("span", "page-reference", said)];
    },
  };
}
