import { holds, type Ranges } from "./code-points.ts";
import { HAN_FAMILIES, SCRIPT_FONTS } from "./families.ts";
import { factsOf } from "./font-facts.ts";
import type { FontFamily, FontFile, FontSet } from "./load-fonts.ts";

/**
 * Puts plain fonts in the place of variable ones: of each weight one file, with the characters of a
 * text and no others. A family of East Asia is read in a hundred slices, of which a book would take
 * eighty. A book without its scripts takes no time here.
 *
 * @param text everything that is shown.
 * @param bookScript the family of this script draws the whole text, Latin words as well; the others
 *   lend their own letters.
 */
export async function castFonts(
  fonts: FontSet,
  text: string,
  bookScript: string,
): Promise<FontSet> {
  const variable = [...fonts.values()].filter(({ isVariable }) => isVariable);
  if (variable.length === 0) return fonts;
  const characters = [...new Set(text.normalize("NFC") + ALWAYS)];
  const cast = new Map(fonts);
  const drawn = new Set<string>();
  for (const family of inOrder(variable, bookScript)) {
    const scriptFont = SCRIPT_FONTS.find((one) => one.family.name === family.name);
    const isOwn = scriptFont?.script === bookScript;
    const asked = isOwn
      ? characters
      : characters.filter((one) => scriptFont?.characters.test(one) && !drawn.has(one));
    const slices = chooseSlices(family, asked);
    for (const { taken } of slices) for (const one of taken) drawn.add(one);
    cast.set(family.name, { ...family, files: await castFamily(family, slices) });
  }
  return cast;
}

/** What a text may be given beside its own words, and what browsers measure a font by. */
const ALWAYS = "0123456789.,:;-()[]…—“”‘’、。，．：；！？（）「」『』《》〈〉【】・•﹅";

/** The book's own first, then those that lend Chinese characters, then that of Korean. */
function inOrder(families: readonly FontFamily[], bookScript: string): readonly FontFamily[] {
  const own = SCRIPT_FONTS.find(({ script }) => script === bookScript)?.family.name;
  const order = [own, ...HAN_FAMILIES, ...families.map(({ name }) => name)];
  const rank = ({ name }: FontFamily) => order.indexOf(name);
  return [...families].sort((one, other) => rank(one) - rank(other));
}

interface Slice {
  readonly file: FontFile;
  readonly taken: readonly string[];
}

/** Each character from the first slice that has it. */
function chooseSlices({ files }: FontFamily, characters: readonly string[]): readonly Slice[] {
  const slices = new Map(files.map((file) => [file.subset, file]));
  let asked = characters;
  return [...slices.values()].flatMap((file): readonly Slice[] => {
    const isIn = (ranges: Ranges) => (one: string) => holds(ranges, one.codePointAt(0) ?? 0);
    const declared = asked.filter(isIn(file.declared));
    if (declared.length === 0) return [];
    const taken = declared.filter(isIn(factsOf(file.bytes).coverage));
    asked = asked.filter((one) => !taken.includes(one));
    return taken.length === 0 ? [] : [{ file, taken }];
  });
}

async function castFamily(
  { name, packageName, weights }: FontFamily,
  slices: readonly Slice[],
): Promise<readonly FontFile[]> {
  if (slices.length === 0) return [];
  const { pinWeight } = await import("./subset-glyphs.ts");
  const { mergeSlices } = await import("./merge-slices.ts");
  const codePoints = slices
    .flatMap(({ taken }) => taken.map((one) => one.codePointAt(0) ?? 0))
    .sort((one, other) => one - other);
  const files: FontFile[] = [];
  for (const weight of weights) {
    const parts = [];
    for (const { file, taken } of slices) {
      const bytes = await pinWeight(file.bytes, taken.join(""), weight);
      parts.push({ bytes, codePoints: taken.map((one) => one.codePointAt(0) ?? 0) });
    }
    files.push({
      subset: "whole",
      weight,
      style: "normal",
      declared: codePoints.map((one) => [one, one] as const),
      fileName: `${packageName}-${weight}-normal.ttf`,
      bytes: mergeSlices(parts, { family: name, style: weight > 400 ? "Bold" : "Regular" }),
    });
  }
  return files;
}
