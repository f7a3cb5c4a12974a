import { findSelector, joinsPictures } from "./variants.ts";

/** Stands where a sign goes, so that places stay; a noncharacter, which no text of ours holds. */
export const GONE = "\uFFFF";

/** Classes as they stand in brackets of a regular expression. */
const MUSIC = "\\u{1D173}-\\u{1D17A}";
const SHORTHAND = "\\u{1BCA0}-\\u{1BCA3}";
const HIEROGLYPHS = "\\u{13430}-\\u{13455}";
/** Marks of direction, embeddings and isolates: what they do is seen in a whole line only. */
const ORDER = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
/** Controls of old terminals; a page that was read by the wrong list of signs has them as well. */
const CONTROLS = "\\u007F-\\u0084\\u0086-\\u009F";
/** A head of a note that is not drawn: a stem or a flag stands on it. */
const NO_HEAD = "\u{1D159}";
/** Signs that are drawn as a space is, and mean no more: line and page ends within a line, fillers. */
export const BLANK = "\\u000B\\u000C\\u0085\\u2028\\u2029\\u3164\\uFFA0";

/**
 * Signs without a shape: all that a renderer leaves out where it does not know them
 * (`Default_Ignorable_Code_Point`), formats of writings and noncharacters.
 */
export const INVISIBLE = `(?![${ORDER}${BLANK}])[\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\uFFF9-\\uFFFB${CONTROLS}${NO_HEAD}${MUSIC}${SHORTHAND}${HIEROGLYPHS}]`;

/** The three flags that are a black flag and letters without a shape (UTS #51, RGI sequences). */
const FLAG =
  "\\u{1F3F4}\\u{E0067}\\u{E0062}(?:\\u{E0065}\\u{E006E}\\u{E0067}|\\u{E0073}\\u{E0063}\\u{E0074}|\\u{E0077}\\u{E006C}\\u{E0073})\\u{E007F}";
/** Accents that belong to no script; behind a space they have nothing to stand on. */
const MARKS =
  "[\\u0300-\\u034E\\u0350-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]";
const LOOSE_MARK = `(?=${MARKS})(?<=(?:^|[ \\t\\n])(?:${INVISIBLE})*)${MARKS}+`;
const ANY = new RegExp(
  `(?<flag>${FLAG})|(?<run>(?:${INVISIBLE})+)|(?<mark>${LOOSE_MARK})|(?<braille>[\\u2800-\\u28FF]+)|(?<blank>[${BLANK}]+)`,
  "gu",
);
const NEEDS_LOOK = new RegExp(`[${BLANK}\\u2800]|${INVISIBLE}|${LOOSE_MARK}`, "u");
/** Blocks in which every sign is seen, or is a space: most texts have no other. */
const SEEN =
  /^[\t\n\r -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u06FF\u0900-\u0EFF\u2010-\u2027\u2030-\u205E\u3001-\u3029\u3040-\u312F\u4E00-\u9FFF\uAC00-\uD7A3]*$/;

/**
 * A text of the same length in which each code unit of a sign that nobody sees, and that means nothing
 * where it stands, is {@link GONE}; a sign that is seen as a space is one. What a writing needs in its
 * place stays, in one form: joiners that change the shape of letters (RFC 5892, appendix A), places
 * where a line of Thai, Lao, Khmer or Burmese may break, selectors behind what has variants, tags in
 * the three flags, soft hyphens in words that are longer than a narrow line.
 *
 * Two texts that differ in nothing that is seen so become one, line by line: no number can be hidden in
 * what is left out, and little in what stays.
 */
export function markInvisible(text: string): string {
  if (SEEN.test(text) || !NEEDS_LOOK.test(text)) return text;
  return text.replace(ANY, (all: string, ...more) => {
    const groups: Readonly<Record<string, string | undefined>> = more.at(-1);
    const at: number = more.at(-3);
    if (groups.flag !== undefined) return all;
    if (groups.mark !== undefined) return GONE.repeat(all.length);
    if (groups.braille !== undefined) {
      let seen = all.length;
      while (seen > 0 && all[seen - 1] === "\u2800") seen -= 1;
      return all.slice(0, seen) + asSpace(text, at + seen, all.length - seen);
    }
    if (groups.blank !== undefined) return asSpace(text, at, all.length);
    const kept = whatStays(all, text, at);
    return kept + GONE.repeat(all.length - kept.length);
  });
}

/** The same text without what {@link markInvisible} marks. */
export function dropInvisible(text: string): string {
  return markInvisible(text).replaceAll(GONE, "");
}

/** One space where words would be glued together without it. */
function asSpace(text: string, at: number, length: number): string {
  if (length === 0) return "";
  const isBeside = /^\s?$/.test(text.charAt(at - 1)) || /^\s?$/.test(text.charAt(at + length));
  return isBeside ? GONE.repeat(length) : ` ${GONE.repeat(length - 1)}`;
}

/** More of a line than any syllable or tag of HTML has between a letter and its joiner. */
export const NEAR = 100;
/** What stands in a source between the letters of a word. */
export const MARKUP_BEFORE = /(?:[*_~`[\]]|<[^<>]*>)+$/u;
export const MARKUP_BEHIND = /^(?:[*_~`[\]]|<[^<>]*>)+/u;

/** Letters, digits and signs that need nothing but a soft hyphen, and the selector of a keycap. */
const LATIN_END = /(?:^|[\n -\u00A8\u00AA-\u00AD\u00AF-\u024F])$/;
const LATIN_START = /^(?:$|[\n -\u024F])/;

/** What of a row of signs is meant in its place, in one order. */
function whatStays(run: string, text: string, at: number): string {
  const before = text.slice(Math.max(0, at - NEAR), at).replace(MARKUP_BEFORE, "");
  const behind = text.slice(at + run.length, at + run.length + NEAR).replace(MARKUP_BEHIND, "");
  if (LATIN_END.test(before) && LATIN_START.test(behind) && !/\u00AD|\uFE0F/.test(run)) return "";
  const has = (sign: string) => run.includes(sign);
  const selector = findSelector(run, before, behind);
  const joiner = ["\u200D", "\u200C"].find((sign) => has(sign) && joins(sign, before, behind));
  const others = PLACED.filter(
    ([sign, left, right]) => has(sign) && left.test(before) && right.test(behind),
  ).map(([sign]) => sign);
  const formats = FORMATS.flatMap(([sign, left, right]) =>
    left.test(before) && right.test(behind) ? (run.match(sign)?.slice(0, 1) ?? []) : [],
  );
  const hyphen = has("\u00AD") && partsLongWord(before, behind) ? ["\u00AD"] : [];
  return [selector, ...new Set(others), ...formats, joiner ?? "", ...hyphen].join("");
}

/** Scripts without spaces between words (Unicode Standard Annex #14, class SA, and their kin). */
export const UNBROKEN =
  "[\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tai_Le}\\p{Script=New_Tai_Lue}\\p{Script=Tai_Tham}\\p{Script=Tai_Viet}\\p{Script=Ahom}\\p{Script=Javanese}\\p{Script=Balinese}]";
/** A syllable does not end behind a vowel that is written first, nor behind what stacks the next letter. */
const PARTED = "(?![\\u0E40-\\u0E44\\u0EC0-\\u0EC4\\u1039\\u17D2])(?=[\\p{L}\\p{M}\\p{N}])";
/** Nor does one begin with a mark, a vowel that is written last, or a letter without a vowel of its own. */
const BEGUN =
  "(?![\\p{M}\\u0E30\\u0E32\\u0E33\\u0E45\\u0EB0\\u0EB2\\u0EB3]|[\\u1000-\\u1021]\\u103A)";
export const ends = (one: string) => new RegExp(`${one}$`, "u");
export const starts = (one: string) => new RegExp(`^${one}`, "u");

/** Signs that are meant between these two. */
const PLACED: readonly (readonly [string, RegExp, RegExp])[] = [
  ["\u180E", ends("\\p{Script=Mongolian}"), starts("\\p{Script=Mongolian}")],
  ["\u200B", ends(`${PARTED}${UNBROKEN}`), starts(`${BEGUN}[\\p{L}\\p{M}\\p{N}]`)],
  ["\u200B", ends(`${PARTED}.`), starts(`${BEGUN}(?=[\\p{L}\\p{N}])${UNBROKEN}`)],
  ["\u200B", ends("\\p{Script=Tibetan}"), starts("(?=[\\p{L}\\p{N}])\\p{Script=Tibetan}")],
  // Points of Hebrew whose order would be changed (The Unicode Standard, §23.2), also of letters that bring one.
  [
    "\u034F",
    ends("(?:(?=\\p{M})\\p{Script=Hebrew}|[\\uFB1D\\uFB1F\\uFB2A-\\uFB4E])"),
    starts("(?=\\p{M})\\p{Script=Hebrew}"),
  ],
  [NO_HEAD, ends(""), starts("[\\u{1D165}-\\u{1D172}]")],
  // An initial or a vowel that a syllable of old Korean has not (§18.6).
  ["\u115F", ends(""), starts("[\\u1161-\\u11A7\\uD7B0-\\uD7C6]")],
  ["\u1160", ends("[\\u1100-\\u115E\\uA960-\\uA97C]"), starts("[\\u11A8-\\u11FF\\uD7CB-\\uD7FB]")],
];

const FORMATS: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [
    new RegExp(`[${MUSIC}]`, "u"),
    ends("[\\u{1D100}-\\u{1D1FF}]"),
    starts("[\\u{1D100}-\\u{1D1FF}]"),
  ],
  [new RegExp(`[${SHORTHAND}]`, "u"), ends("\\p{Script=Duployan}"), starts("\\p{Script=Duployan}")],
  [
    new RegExp(`[${HIEROGLYPHS}]`, "u"),
    ends("[\\u{13000}-\\u{1342F}]"),
    starts("[\\u{13000}-\\u{1342F}]"),
  ],
];

/** Letters that are joined to others (ArabicShaping.txt): of these scripts, most. */
export const CURSIVE =
  "(?=\\p{L})[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Mandaic}\\p{Script=Manichaean}\\p{Script=Phags_Pa}\\p{Script=Psalter_Pahlavi}\\p{Script=Hanifi_Rohingya}\\p{Script=Sogdian}\\p{Script=Adlam}\\u0640]";
/** `Joining_Type` R and U: no letter is joined behind them, so that a joiner changes nothing there. */
const ENDS_JOINING =
  "\\u0621-\\u0625\\u0627\\u0629\\u062F-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06C0\\u06C3-\\u06CB\\u06CD\\u06CF\\u06D2\\u06D3\\u06D5\\u06E5\\u06E6\\u06EE\\u06EF\\u0710\\u0715-\\u0719\\u071E\\u0728\\u072A\\u072C\\u072F\\u074D\\u0759-\\u075B\\u076B\\u076C\\u0771\\u0773\\u0774\\u0778\\u0779\\u0840\\u0846\\u0847\\u0849\\u0854\\u0856-\\u0858\\u0867\\u0869\\u086A\\u0870-\\u0882\\u0887\\u088E\\u08AA-\\u08AE\\u08B1\\u08B2\\u08B9\\u08C9";
const JOINS_NEXT = ends(`(?![${ENDS_JOINING}])${CURSIVE}\\p{M}*`);
const JOINS_PREVIOUS = starts(`(?![\\u0621\\u0674\\u06E5\\u06E6])\\p{M}*${CURSIVE}`);

/** Signs that take a vowel away (canonical combining class 9). */
const VIRAMA =
  "[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D3B\\u0D3C\\u0D4D\\u0DCA\\u0E3A\\u0EBA\\u0F84\\u1039\\u103A\\u1714\\u1715\\u1734\\u17D2\\u1A60\\u1B44\\u1BAA\\u1BAB\\u1BF2\\u1BF3\\uA806\\uA82C\\uA8C4\\uA953\\uA9C0\\uAAF6\\uABED\\u{10A3F}\\u{11046}\\u{11070}\\u{1107F}\\u{110B9}\\u{11133}\\u{11134}\\u{111C0}\\u{11235}\\u{112EA}\\u{1134D}\\u{11442}\\u{114C2}\\u{115BF}\\u{1163F}\\u{116B6}\\u{1172B}\\u{11839}\\u{1193D}\\u{1193E}\\u{119E0}\\u{11A34}\\u{11A47}\\u{11A99}\\u{11C3F}\\u{11D44}\\u{11D45}\\u{11D97}]";
const AFTER_VIRAMA = ends(VIRAMA);
/** Of scripts with half letters, also at the end of a word (RFC 5892, appendix A.1). */
const AFTER_HALF = /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0C4D\u0CCD\u0D4D]$/;
const VIRAMA_NEXT = starts(VIRAMA);
const LETTER_NEXT = /^[\p{L}\p{M}]/u;
const LETTER_BEFORE = /[\p{L}\p{M}]$/u;
/** Khmer's shifters, which have another shape behind a joiner (The Unicode Standard, §16.4). */
const SHIFTER_BEFORE = /[\u17C9\u17CA]$/;
const SHIFTER_NEXT = /^[\u17C9\u17CA]/;

/** Pictures and what joins them, one joiner in each place. */
function withoutOthers(text: string): string {
  return text.replace(OTHERS, "").replace(/\u200D+/g, "\u200D");
}
const OTHERS = new RegExp(`(?![\\u200D\\uFE0E\\uFE0F])${INVISIBLE}`, "gu");

/** True where a joiner changes what is seen. */
function joins(sign: string, before: string, behind: string): boolean {
  const left = withLastForm(before);
  const right = behind.slice(0, 1).normalize("NFKC") + behind.slice(1, NEAR);
  const isLeftOpen = JOINS_NEXT.test(left);
  const isRightOpen = JOINS_PREVIOUS.test(right);
  if (sign === "\u200C") {
    return (
      (isLeftOpen && isRightOpen) ||
      (AFTER_VIRAMA.test(left) && LETTER_NEXT.test(right)) ||
      AFTER_HALF.test(left) ||
      SHIFTER_BEFORE.test(left) ||
      SHIFTER_NEXT.test(right)
    );
  }
  return (
    (isLeftOpen && !isRightOpen) ||
    // Behind a letter that is joined to none, a form of the next tells nothing that is read.
    (isRightOpen && !LETTER_BEFORE.test(left)) ||
    AFTER_VIRAMA.test(left) ||
    (VIRAMA_NEXT.test(right) && LETTER_BEFORE.test(left)) ||
    joinsPictures(withoutOthers(before), withoutOthers(behind))
  );
}

/** An Arabic presentation form is the letter that it is a form of. */
function withLastForm(text: string): string {
  return text.replace(/[\uFB50-\uFDFF\uFE70-\uFEFC]$/, (form) => form.normalize("NFKC"));
}

/** In letters. No word of English is longer in a page of common words, many of German are. */
export const LONG_WORD = 21;

/** A soft hyphen helps where a narrow column could not hold the word. */
function partsLongWord(before: string, behind: string): boolean {
  const left = /[\p{L}\p{M}\u00AD]*$/u.exec(before)?.[0].replaceAll("\u00AD", "") ?? "";
  const right = /^[\p{L}\p{M}\u00AD]*/u.exec(behind)?.[0].replaceAll("\u00AD", "") ?? "";
  return left.length > 1 && right.length > 1 && left.length + right.length >= LONG_WORD;
}
