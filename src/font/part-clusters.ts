import type { FontPlan } from "./choose-fonts.ts";
import { holds } from "./code-points.ts";
import { factsOf } from "./font-facts.ts";

/**
 * Pictures that are joined to one, or have a colour of skin (UTS 51 §1.4), or a letter or sign and the
 * marks on it: e with two accents, an arrow that is struck out. Marks of a script of its own, as the
 * vowels of Khmer, come with its letters in one font, and make no sense apart.
 */
const CLUSTER =
  /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}(?!\u200D)|[\uFE0F\p{Emoji_Modifier}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)+)|\P{M}(?:(?=[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M})+/gu;

/** Without one of these a text has no cluster; to look for them costs a tenth. */
const JOINS = /[\p{M}\p{Emoji_Modifier}\u200D]/u;

/** Variation selectors are marks by their class, and no font needs a glyph for one. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Draws nothing, breaks no line, and ends what a browser takes from one file. */
const WORD_JOINER = "\u2060";
/** U+200D, which joins pictures. */
const JOINER = "\u200D";

/**
 * Fonts come in slices, and a browser draws a letter and its marks from one file or not at all: of
 * "m̀" the letter is in one slice and the mark in another, and a font that is none of ours is taken.
 * So letters are written with their marks in one, where Unicode has such letters (NFC). The wide
 * families have both for every letter of Latin, Greek and Cyrillic. Where still no file has, as for a
 * mark on an arrow, an invisible sign parts them, and each comes from a font of its own. So do pictures
 * that are joined to one which no file draws: a heart and a fire stand for a burning heart.
 */
export function partClusters(text: string, { chains, files }: FontPlan): string {
  if (!JOINS.test(text)) return text;
  const families = new Map<string, (typeof files)[number][]>();
  for (const file of files) families.set(file.family, [...(families.get(file.family) ?? []), file]);
  const isWhole = (cluster: string) => {
    const codePoints = Array.from(cluster.replace(INVISIBLE, ""), (one) => one.codePointAt(0) ?? 0);
    return [chains.text, chains.heads, chains.mono].every((chain) =>
      chain.some((family) =>
        families
          .get(family)
          ?.some(
            ({ declared, bytes }) =>
              codePoints.every((one) => holds(declared, one)) &&
              codePoints.every((one) => holds(factsOf(bytes).coverage, one)),
          ),
      ),
    );
  };
  const known = new Map<string, string>();
  return text.replace(CLUSTER, (cluster) => {
    const before = known.get(cluster);
    if (before !== undefined) return before;
    const composed = cluster.normalize("NFC");
    const parts = composed.includes(JOINER) ? composed.split(JOINER) : [...composed];
    const written = isWhole(composed) ? composed : parts.join(WORD_JOINER);
    known.set(cluster, written);
    return written;
  });
}
