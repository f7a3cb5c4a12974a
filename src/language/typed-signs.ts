import {
  CURSIVE,
  ends,
  INVISIBLE,
  MARKUP_BEFORE,
  MARKUP_BEHIND,
  NEAR,
  starts,
  UNBROKEN,
} from "./invisible-characters.ts";

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
export function isTyped(sign: string, text: string, at: number): boolean {
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
