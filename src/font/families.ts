/** A family that the product knows, and the package it comes in. */
export interface FamilyDescriptor {
  readonly name: string;
  /** The folder and the file names of @fontsource: `source-serif-pro`. */
  readonly packageName: string;
  /**
   * Each file has all weights (@fontsource-variable), in a hundred slices: a fifteenth of what the
   * weights take apart. Chromium writes such fonts as pictures of letters, so `castFonts` makes plain
   * ones of what a book needs.
   */
  readonly isVariable?: true;
  /** Slices of the package that are used; all when empty. A script font lends its script only. */
  readonly subsets: readonly string[];
  /** A `unicode-range` that stands for the package's own where that is wrong. */
  readonly ranges?: string;
  /** Combining marks are asked of other families: this one has no places for them on its letters. */
  readonly leavesMarks?: true;
  readonly weights: readonly number[];
  readonly italics: boolean;
  /** In per cent: what makes the font's letters stand as large as Source Serif's beside them. */
  readonly sizeAdjust: number;
}

const family = (
  name: string,
  weights: readonly number[],
  rest: Partial<FamilyDescriptor> = {},
): FamilyDescriptor => ({
  name,
  packageName: name.toLowerCase().replaceAll(" ", "-"),
  subsets: [],
  weights,
  italics: false,
  sizeAdjust: 100,
  ...rest,
});

/**
 * The bundled families, all under the SIL Open Font License 1.1. The first of those that end a chain
 * lend single signs: arrows, ticks, boxes, emoji (drawn in one colour, which is what paper has).
 */
export const BUNDLED_FAMILIES: readonly FamilyDescriptor[] = [
  family("Source Serif Pro", [400, 600], { italics: true }),
  family("Source Sans 3", [400, 600, 700], { italics: true }),
  family("Source Code Pro", [400, 600], { sizeAdjust: 92, leavesMarks: true }),
  // The Noto fonts for Arabic draw dots as marks of their own, and text copied out of a PDF that is
  // set in them falls apart; of these two it comes out whole.
  family("Scheherazade New", [400, 700], { subsets: ["arabic"], sizeAdjust: 118 }),
  family("Vazirmatn", [400, 600, 700], { subsets: ["arabic"], sizeAdjust: 98 }),
  family("Noto Nastaliq Urdu", [400, 700], { subsets: ["arabic"] }),
  // Its one file holds the whole font and is declared as Latin.
  family("Noto Sans Math", [400], {
    ranges:
      "U+20D0-20E1,U+20E5-20F0,U+2190-22FF,U+2310,U+2319,U+2320-2321,U+2336-237A,U+239B-23B3," +
      "U+27C0-27FF,U+2900-2AFF,U+2B30-2B4C,U+1D400-1D7FF",
  }),
  family("Noto Sans Symbols", [400], { subsets: ["symbols"] }),
  family("Noto Sans Symbols 2", [400], { subsets: ["symbols", "math"] }),
  family("Noto Emoji", [400]),
];

/** Lines and blocks of which pictures are made in code; see `wide-families.ts`. */
export const BOX_FAMILY = "Source Code Pro Box";

/** Families that lend single signs to every other, in this order. */
export const SIGN_FAMILIES: readonly string[] = [
  "Noto Sans Math",
  "Noto Sans Symbols",
  "Noto Sans Symbols 2",
  "Noto Emoji",
  BOX_FAMILY,
];

export const MONO_FAMILY = "Source Code Pro";

/** A script with a font of its own: read and used only where a text has the script. */
export interface ScriptFont {
  /** ISO 15924. */
  readonly script: string;
  readonly characters: RegExp;
  readonly family: FamilyDescriptor;
}

/** @param slice of the package that holds the script; all slices without it. */
const scriptFont = (
  script: string,
  characters: RegExp,
  name: string,
  slice?: string,
  weights: readonly number[] = [400, 700],
): ScriptFont => ({
  script,
  characters,
  family: family(name, weights, slice === undefined ? {} : { subsets: [slice] }),
});

/** The scripts of East Asia have thousands of letters. */
const variable = (script: string, characters: RegExp, name: string): ScriptFont => ({
  script,
  characters,
  family: family(name, [400, 700], { isVariable: true }),
});

/** Chinese characters, and the signs of full width and others that come with the fonts of East Asia. */
export const HAN = /[\p{Script=Han}\u3001-\u303F\u30FB\u3200-\u33FF\uFE30-\uFE4F\uFF00-\uFFEF]/u;

/** Kana, with the signs that only they have: Unicode counts `ー` and `゛` to no script. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u3099-\u309C\u30A0\u30FC\uFF70]/u;

/** One class of characters, of two. */
const join = (one: RegExp, other: RegExp) =>
  new RegExp(`[${one.source.slice(1, -1)}${other.source.slice(1, -1)}]`, "u");

/**
 * Each pattern is of one Unicode script property (Unicode Standard Annex #24). With serifs where
 * @fontsource has such a font: it has none for Ethiopic, Gurmukhi, Kannada and Oriya, among others.
 */
export const SCRIPT_FONTS: readonly ScriptFont[] = [
  scriptFont("Adlm", /\p{Script=Adlam}/u, "Noto Sans Adlam", "adlam"),
  scriptFont("Armn", /\p{Script=Armenian}/u, "Noto Serif Armenian", "armenian"),
  scriptFont("Beng", /\p{Script=Bengali}/u, "Noto Serif Bengali", "bengali"),
  scriptFont("Cher", /\p{Script=Cherokee}/u, "Noto Sans Cherokee", "cherokee"),
  scriptFont("Deva", /\p{Script=Devanagari}/u, "Noto Serif Devanagari", "devanagari"),
  scriptFont("Ethi", /\p{Script=Ethiopic}/u, "Noto Sans Ethiopic", "ethiopic"),
  scriptFont("Geor", /\p{Script=Georgian}/u, "Noto Serif Georgian", "georgian"),
  scriptFont("Gujr", /\p{Script=Gujarati}/u, "Noto Serif Gujarati", "gujarati"),
  scriptFont("Guru", /\p{Script=Gurmukhi}/u, "Noto Sans Gurmukhi", "gurmukhi"),
  variable("Hans", HAN, "Noto Sans SC"),
  variable("Hant", join(HAN, /[\p{Script=Bopomofo}]/u), "Noto Sans TC"),
  scriptFont("Hebr", /\p{Script=Hebrew}/u, "Noto Serif Hebrew", "hebrew"),
  variable("Jpan", join(HAN, KANA), "Noto Sans JP"),
  scriptFont("Khmr", /\p{Script=Khmer}/u, "Noto Serif Khmer", "khmer"),
  scriptFont("Knda", /\p{Script=Kannada}/u, "Noto Sans Kannada", "kannada"),
  variable("Kore", /[\p{Script=Hangul}\p{Script=Han}]/u, "Noto Sans KR"),
  scriptFont("Laoo", /\p{Script=Lao}/u, "Noto Serif Lao", "lao"),
  scriptFont("Mlym", /\p{Script=Malayalam}/u, "Noto Serif Malayalam", "malayalam"),
  scriptFont("Mong", /\p{Script=Mongolian}/u, "Noto Sans Mongolian", "mongolian", [400]),
  scriptFont("Mymr", /\p{Script=Myanmar}/u, "Noto Serif Myanmar", "myanmar"),
  scriptFont("Nkoo", /\p{Script=Nko}/u, "Noto Sans NKo", "nko", [400]),
  scriptFont("Orya", /\p{Script=Oriya}/u, "Noto Sans Oriya", "oriya"),
  scriptFont("Sinh", /\p{Script=Sinhala}/u, "Noto Serif Sinhala", "sinhala"),
  scriptFont("Syrc", /\p{Script=Syriac}/u, "Noto Sans Syriac", "syriac"),
  scriptFont("Taml", /\p{Script=Tamil}/u, "Noto Serif Tamil", "tamil"),
  scriptFont("Telu", /\p{Script=Telugu}/u, "Noto Serif Telugu", "telugu"),
  scriptFont("Tfng", /\p{Script=Tifinagh}/u, "Noto Sans Tifinagh", "tifinagh", [400]),
  scriptFont("Thaa", /\p{Script=Thaana}/u, "Noto Sans Thaana", "thaana"),
  scriptFont("Thai", /\p{Script=Thai}/u, "Noto Serif Thai", "thai"),
  scriptFont("Tibt", /\p{Script=Tibetan}/u, "Noto Serif Tibetan", "tibetan"),
];

/** What a script has beside the letters that it shares with Chinese. */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  Hant: /\p{Script=Bopomofo}/u,
  Jpan: KANA,
  Kore: /\p{Script=Hangul}/u,
};

/** Blocks of which at least one sign is in every text that needs one of these fonts. */
const MAY_NEED_SCRIPT_FONT = /[\u02EA\u02EB\u0530-\u1FFF\u2C00-\uFFFF]/;

/**
 * The script fonts of a text, for a book in `bookScript`: Han characters belong to the book's own
 * tradition where it has one, and are simplified Chinese otherwise.
 */
export function findScriptFonts(text: string, bookScript: string): readonly ScriptFont[] {
  if (!MAY_NEED_SCRIPT_FONT.test(text)) return [];
  const hanScript = bookScript in OWN_LETTERS ? bookScript : "Hans";
  return SCRIPT_FONTS.filter(({ script, characters }) => {
    const own = OWN_LETTERS[script];
    if (script === hanScript || (own === undefined && script !== "Hans"))
      return characters.test(text);
    return own?.test(text) ?? false;
  });
}

/**
 * The families that lend a Chinese character that the family of its text lacks: none of them has all
 * that stand in people's and places' names.
 */
export const HAN_FAMILIES: readonly string[] = ["Noto Sans SC", "Noto Sans JP", "Noto Sans TC"];
