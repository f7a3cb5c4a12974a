import subsetFont from "subset-font";
import { unpackFont } from "./unpack-font.ts";

/**
 * The layout features that reading systems apply without being asked (HarfBuzz's list of defaults):
 * what joins, stacks, reorders, places marks and kerns. Stylistic alternates, which nothing in a book
 * turns on, would bring glyphs in that it never shows.
 */
const FEATURES =
  "abvf abvm abvs akhn blwf blwm blws calt ccmp cfar chws cjct clig curs dist dnom fin2 fin3 fina frac " +
  "half haln init isol jalt kern liga ljmo locl ltra ltrm mark med2 medi mkmk mset nukt numr pref pres " +
  "pstf psts rclt rkrf rlig rphf rtla rtlm rvrn stch tjmo valt vatu vert vjmo vkrn vpal vrt2";

/** Copyright and licence must go with the font (OFL 1.1, 2); the other names are kept anyway. */
const LICENCE_NAMES = [0, 13, 14];

/**
 * Makes a font that holds the glyphs of a text and no others: also the forms that letters take
 * together, so that the text is shaped as with the whole font. Without hinting, which modern screens do
 * not use. Same font and text, same bytes.
 *
 * @param packed WOFF2, WOFF, TTF or OTF.
 * @param text in any order; what the font lacks is passed over.
 * @returns TTF (OTF where the font is one).
 */
export async function subsetGlyphs(packed: Uint8Array, text: string): Promise<Uint8Array> {
  const font = Buffer.from(await unpackFont(packed));
  return await subsetFont(font, closeText(text), {
    targetFormat: "sfnt",
    keepFeatures: FEATURES.split(" "),
    preserveNameIds: LICENCE_NAMES,
    noHinting: true,
  });
}

/**
 * Makes a plain font of a part of a variable one: one weight, the glyphs of a text.
 *
 * @param packed WOFF2 with an axis of weights.
 * @returns TTF.
 */
export async function pinWeight(
  packed: Uint8Array,
  text: string,
  weight: number,
): Promise<Uint8Array> {
  return await subsetFont(Buffer.from(await unpackFont(packed)), text, {
    targetFormat: "sfnt",
    keepFeatures: ["halt"],
    preserveNameIds: LICENCE_NAMES,
    noHinting: true,
    variationAxes: { wght: weight },
  });
}

/**
 * Letters that a shaping engine takes apart although Unicode does not: Thai and Lao AM, and the Khmer
 * vowels that surround their consonant (OpenType specifications of these scripts).
 */
const PARTS: Readonly<Record<string, string>> = {
  "\u0E33": "\u0E4D\u0E32",
  "\u0EB3": "\u0ECD\u0EB2",
  "\u17BE": "\u17C1",
  "\u17BF": "\u17C1",
  "\u17C0": "\u17C1",
  "\u17C4": "\u17C1",
  "\u17C5": "\u17C1",
};

/** Beside the text: a space, and the dotted circle under a mark that stands alone. */
const ALWAYS = " \u25CC";

/** Everything that an engine may ask a font for when it sets the text. */
function closeText(text: string): string {
  const whole = text.normalize("NFC") + text.normalize("NFD");
  const parts = [...whole].map((character) => PARTS[character] ?? "").join("");
  return whole + parts + ALWAYS;
}
