import { BLANK, GONE, markInvisible } from "./invisible-characters.ts";
import { isTyped } from "./typed-signs.ts";

/** Signs that nobody sees in a text where no writing needs them. */
export interface InvisibleCharacters {
  readonly count: number;
  /** How many of each, as they are called in messages (`U+200B`), in the order in which they stand. */
  readonly counts: ReadonlyMap<string, number>;
  /** The first. */
  readonly sign: string;
  /** Its place: UTF-16 offset in the first text that has one, and which text that is. */
  readonly at: number;
  readonly index: number;
}

/** Word processors hyphenate so; what is drawn as a space is seen; fonts without a map give the last. */
const UNTOLD = new RegExp(`[\\u00AD${BLANK}\\u2800\\uFFFE\\uFFFF]`, "u");

/**
 * Looks for signs that nobody sees and that can hold a number: who copies the words copies them as
 * well, and they tell whose copy it was.
 *
 * @param isSource true for what people have typed: soft hyphens are told, which programs put where they
 *   have parted a word, and what keyboards give where it changes nothing is not (`typed-signs.ts`).
 */
export function findInvisible(
  texts: readonly string[],
  isSource = false,
): InvisibleCharacters | undefined {
  let first: Pick<InvisibleCharacters, "sign" | "at" | "index"> | undefined;
  const counts = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    const marked = markInvisible(text);
    if (marked === text) continue;
    for (let at = 0; at < text.length; at += 1) {
      if (marked[at] !== GONE || /[\uDC00-\uDFFF]/.test(text[at] ?? "")) continue;
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (UNTOLD.test(sign) && !(isSource && sign === "\u00AD")) continue;
      if (isSource && isTyped(sign, text, at)) continue;
      const name = nameSign(sign);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      first ??= { sign: name, at, index };
    }
  }
  if (first === undefined) return undefined;
  return { count: sumCounts(counts), counts, ...first };
}

function sumCounts(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** As messages call a sign. */
export function nameSign(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
