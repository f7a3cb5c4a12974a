import type { FontPlan } from "./choose-fonts.ts";
import { WIDE_WORD_CLASS } from "./font-stylesheet.ts";
import { replaceRareWords } from "./rare-clusters.ts";

/** A tag, a declaration or an instruction; or the text between two. Attributes hold no bare `>`. */
const TOKEN = /<[^>]*>|[^<]+/g;

/** What is within these is no text of a page. */
const HIDDEN = /^<(\/?)(?:head|style|title|svg)\b/;

/**
 * Marks each word that has a letter which its fonts lack, so that it is set in their stand-ins from
 * its first letter to its last: two fonts within a word look like a misprint.
 *
 * @param html as the serialiser and the templates write it.
 */
export function markWideWords(html: string, { rareClusters, standIns }: FontPlan): string {
  if (rareClusters.size === 0 || standIns.size === 0) return html;
  let depth = 0;
  return html.replace(TOKEN, (token) => {
    const hidden = HIDDEN.exec(token);
    if (hidden !== null && !token.endsWith("/>")) depth += hidden[1] === "/" ? -1 : 1;
    if (token.startsWith("<") || depth > 0) return token;
    return replaceRareWords(
      token,
      rareClusters,
      (word) => `<span class="${WIDE_WORD_CLASS}">${word}</span>`,
    );
  });
}
