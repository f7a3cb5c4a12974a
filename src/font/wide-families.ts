import { BOX_FAMILY, type FamilyDescriptor } from "./families.ts";

/**
 * A family that has every letter and mark of Latin, Greek and Cyrillic, whole in one file, so that
 * each mark finds its place over its letter. It stands in for families that have the letters of a few
 * languages, or have them in slices.
 */
export interface WideFamily extends FamilyDescriptor {
  /** The families that it is like. */
  readonly standsInFor: readonly string[];
}

/**
 * Letters, marks, punctuation, raised numerals, fractions and currencies: what a text is written in. Its arrows,
 * ticks and boxes come from the families of signs, as in every other book.
 */
const TEXT_RANGES =
  "U+0020-052F,U+1AB0-1AFF,U+1C80-1C8F,U+1D00-1FFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-218F," +
  "U+2C60-2C7F,U+2DE0-2DFF,U+2E00-2E7F,U+A640-A69F,U+A700-A7FF,U+AB30-AB6F,U+FB00-FB06";

/**
 * Of the npm packages of Google Fonts those of Expo alone hold whole fonts; @fontsource has slices. A
 * size of 92 in a hundred makes the small letters as high as those that they stand in for.
 */
export const WIDE_FAMILIES: readonly WideFamily[] = [
  {
    name: "Noto Serif",
    packageName: "noto-serif",
    subsets: [],
    ranges: TEXT_RANGES,
    weights: [400, 600],
    italics: true,
    sizeAdjust: 92,
    standsInFor: ["Source Serif Pro"],
  },
  {
    name: "Noto Sans",
    packageName: "noto-sans",
    subsets: [],
    ranges: TEXT_RANGES,
    weights: [400, 600, 700],
    italics: true,
    // No smaller: large print promises 17 points.
    sizeAdjust: 95,
    standsInFor: ["Source Sans 3"],
  },
];

/** A whole font of which single signs are taken: what pictures in code are drawn with. */
export const BOX_FONT: WideFamily = {
  name: BOX_FAMILY,
  packageName: "source-code-pro",
  subsets: [],
  ranges: "U+2500-259F",
  weights: [400, 600],
  italics: false,
  // As the font of code, so that lines meet.
  sizeAdjust: 92,
  standsInFor: [],
};

/** The wide family that is like another; most families have none. */
export function findStandIn(family: string): string | undefined {
  return WIDE_FAMILIES.find(({ standsInFor }) => standsInFor.includes(family))?.name;
}

/** What stands in for a theme's families, in their order; plain letters where none is like them. */
export function listStandIns(families: readonly string[]): readonly string[] {
  const found = families.flatMap((family) => findStandIn(family) ?? []);
  return found.length > 0 ? [...new Set(found)] : ["Noto Sans"];
}

const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  400: "400Regular",
  600: "600SemiBold",
  700: "700Bold",
};

/** Where a package of Expo holds a font, below its folder. */
export function placeOfFont(
  { packageName }: WideFamily,
  weight: number,
  style: "normal" | "italic",
): string {
  const form = `${WEIGHT_NAMES[weight] ?? ""}${style === "italic" ? "_Italic" : ""}`;
  const name = packageName.replace(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase());
  return `${form}/${name}_${form}.ttf`;
}

/**
 * Letters of Latin, Greek and Cyrillic that a family for Western, Central and Eastern Europe and
 * Vietnam may lack.
 */
const RARE_LETTER =
  /[ĬĭĲĳŊŋŦŧ\u0180-\u0191\u0193-\u019F\u01A2-\u01AE\u01B1-\u02B8\u02E0-\u02E4\u0370-\u0373\u0376\u0377\u037A-\u037D\u037F\u03CF-\u03FF\u0460-\u0481\u048A-\u048F\u0494-\u052F\u1C80-\u1C8F\u1D00-\u1DBF\u1E00-\u1E9F\u1EFA-\u1FFF\u2071\u207F\u2090-\u209C\u2100-\u2115\u2117-\u2121\u2123-\u218B\u2C60-\u2C7F\uA640-\uA66E\uA67F-\uA69D\uA720-\uA7FF\uAB30-\uAB6F\uFB00-\uFB06]/u;

/** A letter whose marks stand by themselves even in the composed form (NFC). */
const MARKED_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}/u;

/** A letter may be written by its number. */
const REFERENCE = /&#\w+;/;

/** Whether a text may need the font of lines and blocks. */
export function mayNeedBoxes(text: string): boolean {
  return /[\u2500-\u259F]/.test(text) || REFERENCE.test(text);
}

/** Whether a text may need a wide family: these are large, and read for such texts alone. */
export function mayNeedWideFamily(text: string): boolean {
  const composed = text.normalize("NFC");
  if (RARE_LETTER.test(composed) || REFERENCE.test(composed)) return true;
  // Texts without any mark are most of all, and known at once.
  return /\p{M}/u.test(composed) && MARKED_LETTER.test(composed);
}
