/** Classes as they stand in brackets of a regular expression. */
export const SELECTORS = "\\u180B-\\u180D\\u180F\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}";

const SELECTOR = new RegExp(`[${SELECTORS}]`, "u");

/** Ideographs that only older lists of signs know apart from others; composed, a text has the others. */
const COMPATIBILITY = /[\uF900-\uFAD9\u{2F800}-\u{2FA1D}]/gu;
const SPELLINGS: ReadonlyMap<string, string> = listIdeographs();

/**
 * Of each such ideograph the other and a selector: StandardizedVariants.txt has them in the order of
 * their numbers, the first of each with U+FE00.
 */
function listIdeographs(): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const counts = new Map<string, number>();
  const add = (first: number, last: number) => {
    for (let code = first; code <= last; code += 1) {
      const sign = String.fromCodePoint(code);
      const base = sign.normalize("NFC");
      if (base === sign) continue;
      const count = counts.get(base) ?? 0;
      counts.set(base, count + 1);
      spellings.set(sign, base + String.fromCharCode(0xfe00 + count));
    }
  };
  add(0xf900, 0xfad9);
  add(0x2f800, 0x2fa1d);
  return spellings;
}

const STANDARD: ReadonlySet<string> = new Set(SPELLINGS.values());

/** A text in which composing changes no ideograph into another: names in Japan are written with either. */
export function keepIdeographs(text: string): string {
  return text.replace(COMPATIBILITY, (sign) => SPELLINGS.get(sign) ?? sign);
}

/** Letters of Burmese and its kin that have a dotted form, of Phags-pa and Manichaean a turned one. */
const DOTTED =
  "\\u1000\\u1002\\u1004\\u1010\\u1011\\u1015\\u1019\\u101A\\u101C\\u101D\\u1022\\u1031\\u1075\\u1078\\u107A\\u1080\\uAA60-\\uAA66\\uAA6B\\uAA6C\\uAA6F\\uAA7A";
const TURNED =
  "\\uA856\\uA85C\\uA85E-\\uA860\\uA868\\u{10AC5}\\u{10AC6}\\u{10AD6}\\u{10AD7}\\u{10AE1}";
/** Signs of mathematics with slanted or crossed forms. */
const SLANTED =
  "0\\uFF10\\u2205\\u2229\\u222A\\u2268\\u2269\\u2272\\u2273\\u228A\\u228B\\u2293-\\u2295\\u2297\\u229C\\u22DA\\u22DB\\u2A3C\\u2A3D\\u2A9D\\u2A9E\\u2AAC\\u2AAD\\u2ACB\\u2ACC";

/**
 * Which sign has which variants (StandardizedVariants.txt, emoji-variation-sequences.txt). Those of
 * ideographs by U+E0100 and on are 39,000 in a list of their own (UTS #37): it is not here, and a
 * selector that any ideograph can have is none.
 */
const VARIANTS: readonly (readonly [selectors: RegExp, base: RegExp])[] = [
  [/\uFE0E/u, /(?![\d#*])\p{Emoji}$/u],
  [/\uFE0F/u, /(?![\d#*]|\p{Emoji_Presentation})\p{Emoji}$/u],
  [/[\u180B-\u180D\u180F]/u, /(?=\p{L})\p{Script=Mongolian}$/u],
  [/\uFE00/u, new RegExp(`[${DOTTED}${TURNED}${SLANTED}]$`, "u")],
  [
    /[\uFE00\uFE01]/u,
    /[\u2018\u2019\u201C\u201D\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F]$/u,
  ],
];

/** The first of the selectors in a run that changes the sign before it; empty where none does. */
export function findSelector(run: string, before: string, behind: string): string {
  const [selector] = SELECTOR.exec(run) ?? [];
  if (selector === undefined) return "";
  const isKeycap = selector === "\uFE0F" && /[\d#*]$/.test(before) && behind.startsWith("\u20E3");
  const isIdeograph = STANDARD.has((before.match(/.$/u)?.[0] ?? "") + selector);
  const isVariant = VARIANTS.some(([one, base]) => one.test(selector) && base.test(before));
  return isKeycap || isIdeograph || isVariant ? selector : "";
}

/** What stands in the middle of a picture of several, and its start: all that belongs to one row of joiners. */
const PIECE = "\\p{Extended_Pictographic}[\\uFE0E\\uFE0F]?\\p{Emoji_Modifier}?";
const JOINED_BEFORE = new RegExp(`(?:${PIECE}\\u200D)*${PIECE}$`, "u");
const JOINED_NEXT = new RegExp(`^${PIECE}(?:\\u200D${PIECE})*`, "u");
/** Pictures of several that are recommended for interchange (UTS #51, emoji-zwj-sequences.txt). */
const RECOMMENDED_NAME = "RGI_Emoji_ZWJ_Sequence";
const RECOMMENDED = new RegExp(`^\\p{${RECOMMENDED_NAME}}$`, "v");
const UNQUALIFIED = /(?!\p{Emoji_Presentation})\p{Extended_Pictographic}(?!\p{Emoji_Modifier})/gu;

/** True where a joiner between two texts makes one picture of what they end and begin with. */
export function joinsPictures(before: string, behind: string): boolean {
  const [left = ""] = JOINED_BEFORE.exec(before) ?? [];
  const [right = ""] = JOINED_NEXT.exec(behind) ?? [];
  if (left === "" || right === "") return false;
  const plain = `${left}\u200D${right}`.replace(/[\uFE0E\uFE0F]/g, "");
  return RECOMMENDED.test(plain.replace(UNQUALIFIED, "$&\uFE0F"));
}
