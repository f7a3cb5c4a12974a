/**
 * Signs without a shape: joiners, spaces of no width, marks of direction, selectors of variants and
 * tags. Every writing that needs them needs one or two at a place.
 */
const UNSEEN =
  "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u2060-\\u2064\\u206A-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\u{E0000}-\\u{E0FFF}";
const TAG = "[\\u{E0020}-\\u{E007E}]";
/** The flags of regions are a black flag and letters that are not shown (UTS #51 §1.4.9). */
const FLAG = `\\u{1F3F4}${TAG}{1,6}\\u{E007F}`;
/** Variants of ideographs are chosen so (UTS #37); behind any other sign this says nothing. */
const STRAY = "[\\u{E0000}-\\u{E007F}]|(?<!\\p{Ideographic})[\\u{E0100}-\\u{E01EF}]";
const TAG_OR_VARIANT = /[\u{E0000}-\u{E0FFF}]/u;
const ROWS = new RegExp(`(${FLAG})|[${UNSEEN}]{4,}|${STRAY}`, "gu");

/** What these scripts put between two of their signs without a use for it. */
const PLAIN = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}\\p{P} \\n]";
const SCATTERED = new RegExp(
  `(?<=${PLAIN})[\\u034F\\u180E\\u200B-\\u200D\\u2060-\\u2064\\uFEFF](?=${PLAIN})`,
  "gu",
);
/** A page copied from the web has a few of them; so many could be a number. */
const MOST_SCATTERED = 7;

/** How many signs nobody sees are in a text where no writing needs them, and the first of them. */
export interface UnseenSigns {
  readonly count: number;
  /** As it is called in messages: `U+200B`. */
  readonly sign: string;
}

/**
 * Looks for signs that nobody sees and that can hold a number: rows of them, and many that are strewn
 * among letters. Who copies the words copies them as well, and they tell whose copy it was.
 *
 * @param texts the pieces of one page: what is strewn over it is counted together.
 * @returns undefined where there are none, or as few as any text has that was copied from the web.
 */
export function findUnseenSigns(texts: readonly string[]): UnseenSigns | undefined {
  let first: string | undefined;
  let count = 0;
  const see = (found: string) => {
    first ??= found;
    count += [...found].length;
    return "";
  };
  const rest = texts.map((text) => text.replace(ROWS, (all, flag) => flag ?? see(all)));
  if (isScattered(rest))
    for (const text of rest) for (const [one] of text.matchAll(SCATTERED)) see(one);
  const sign = first?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return sign === undefined ? undefined : { count, sign: `U+${sign}` };
}

/**
 * The same pieces without what {@link findUnseenSigns} finds in them. Of a row one sign stays where it
 * may be meant: the words of Persian and of India are spelt with joiners, and somebody may have pressed
 * a key too long.
 */
export function dropUnseenSigns(texts: readonly string[]): readonly string[] {
  const rest = texts.map((text) =>
    text.replace(ROWS, (row: string, flag: string | undefined, at: number) => {
      if (flag !== undefined) return flag;
      const isWithinWord =
        JOINED_BEFORE.test(text.slice(Math.max(0, at - 2), at)) &&
        JOINED_BEHIND.test(text.slice(at + row.length, at + row.length + 2));
      return whatStays(row, isWithinWord);
    }),
  );
  return isScattered(rest) ? rest.map((text) => text.replace(SCATTERED, "")) : rest;
}

/** Letters of scripts in which joiners are spelling. */
const JOINED = "(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])[\\p{L}\\p{M}]";
const JOINED_BEFORE = new RegExp(`${JOINED}$`, "u");
const JOINED_BEHIND = new RegExp(`^${JOINED}`, "u");

function whatStays(row: string, isWithinWord: boolean): string {
  const joiner = isWithinWord ? row.match(/[\u200C\u200D]/)?.[0] : undefined;
  const kinds = [...new Set(row)];
  const [sign = ""] = kinds;
  return joiner ?? (kinds.length === 1 && !TAG_OR_VARIANT.test(sign) ? sign : "");
}

/** One kind alone can be an editor's: German and English part ligatures with U+200C. */
function isScattered(texts: readonly string[]): boolean {
  const found = texts.flatMap((text) => text.match(SCATTERED) ?? []);
  return found.length > MOST_SCATTERED && found.some((sign) => sign !== "\u200C");
}
