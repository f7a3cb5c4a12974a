import {
  BLANK,
  CURSIVE,
  ends,
  GONE,
  INVISIBLE,
  MARKUP_BEFORE,
  MARKUP_BEHIND,
  markInvisible,
  NEAR,
  starts,
  UNBROKEN,
} from "./invisible-characters.ts";

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
 *   have parted a word, and what keyboards give where it changes nothing is not (`TYPED`).
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

/** Scripts of India and its neighbours whose keyboards have joiners (The Unicode Standard, §12.1). */
const INDIC =
  "(?=[\\p{L}\\p{M}])[\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const JOINED = `(?:${CURSIVE}|${INDIC})`;
const ANYTHING = /(?:)/u;
const NO_LETTER = "[^\\p{L}\\p{M}\\p{N}]";

/** What a keyboard gives on one side of a sign and on the other. */
const TYPED: Readonly<Record<string, readonly (readonly [before: RegExp, behind: RegExp])[]>> = {
  // Telephones and Macs type it behind pictures that are coloured without it as well.
  "\uFE0F": [[ends("(?![\\d#*])\\p{Emoji}"), ANYTHING]],
  // Half spaces behind letters that are not joined, and between words and endings: PDF‌ها, ۲۰‌ساله.
  "\u200C": [
    [ends(`${JOINED}\\p{M}*`), ANYTHING],
    [ANYTHING, starts(JOINED)],
  ],
  "\u200D": [
    [ends(INDIC), ANYTHING],
    [ANYTHING, starts(INDIC)],
    // Families with colours of skin, which some systems have.
    [ends("\\p{Emoji_Modifier}"), starts("\\p{Extended_Pictographic}")],
  ],
  // Beside a stop, a space or a quotation mark, where a line may break without it.
  "\u200B": [
    [ends(UNBROKEN), starts(`(?:$|${NO_LETTER})`)],
    [ends(`(?:^|${NO_LETTER})`), starts(UNBROKEN)],
  ],
  // A number that stays with its unit: 10⁠km.
  "\u2060": [
    [ends("\\p{N}"), starts("[\\p{L}\\p{S}%\u2013-]")],
    [ends("[\\p{L}\\p{S}\u2013-]"), starts("\\p{N}")],
  ],
  // Where a word can be parted (UAX #14, class BA).
  "\u00AD": [[ends("[\\p{L}\\p{M}]{2}"), starts("[\\p{L}\\p{M}]{2}")]],
};

const ENDS_INVISIBLE = ends(INVISIBLE);
const STARTS_INVISIBLE = starts(INVISIBLE);

/**
 * True for a sign that ordinary typing leaves where it changes nothing, alone or struck twice. It is left
 * out as all others are, and not worth a word; rows of signs are, which no keyboard makes.
 */
function isTyped(sign: string, text: string, at: number): boolean {
  const places = TYPED[sign];
  if (places === undefined) return false;
  let before = text.slice(Math.max(0, at - NEAR), at);
  let behind = text.slice(at + sign.length, at + sign.length + NEAR);
  if (before.endsWith(sign)) before = before.slice(0, -sign.length);
  else if (behind.startsWith(sign)) behind = behind.slice(sign.length);
  if (ENDS_INVISIBLE.test(before) || STARTS_INVISIBLE.test(behind)) return false;
  before = before.replace(MARKUP_BEFORE, "");
  behind = behind.replace(MARKUP_BEHIND, "");
  return places.some(([left, right]) => left.test(before) && right.test(behind));
}
