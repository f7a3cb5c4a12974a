import { holds } from "./code-points.ts";
import { factsOf } from "./font-facts.ts";
import type { FontFamily } from "./load-fonts.ts";

/** A letter of Latin, Greek or Cyrillic and the marks on it. */
const CLUSTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*/gu;

/** Letters, numerals and marks, with what stands within a word: n'a, mwana-kwebɔ. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‐‑-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** What a text is set in: its words, or its headings. */
export interface FontRole {
  readonly families: readonly FontFamily[];
  /** What may stand in for them. */
  readonly standIns: readonly FontFamily[];
}

/** What of a text its own fonts do not draw and their stand-ins do, and how much of it that is. */
export interface RareClusters {
  /** Letters with their marks, in the composed form (NFC). */
  readonly clusters: ReadonlySet<string>;
  /** Words that have one, of all words in Latin, Greek or Cyrillic: 0 to 1. */
  readonly share: number;
}

/**
 * Finds the letters that a font does not draw whole and a stand-in does. A browser takes a letter and
 * its marks from one file or not at all, and a family in slices may have the letter in one and the
 * mark in another.
 *
 * @param roles the text and the headings: a letter must be in the families of both.
 */
export function findRareClusters(text: string, roles: readonly FontRole[]): RareClusters {
  const known = new Map<string, boolean>();
  const isRare = (cluster: string): boolean => {
    const before = known.get(cluster);
    if (before !== undefined) return before;
    const isDrawn = (families: readonly FontFamily[]) =>
      families.some((family) => draws(family, cluster));
    const rare =
      roles.some(({ families }) => !isDrawn(families)) &&
      roles.every(({ standIns }) => isDrawn(standIns));
    known.set(cluster, rare);
    return rare;
  };
  const composed = text.normalize("NFC");
  // Letters without marks are known one by one, and none of them is rare in most texts.
  if (!/\p{M}/u.test(composed)) {
    const letters = [...new Set(composed)].join("").match(CLUSTER) ?? [];
    if (!letters.some(isRare)) return { clusters: new Set(), share: 0 };
  }
  let words = 0;
  let rareWords = 0;
  for (const [word, count] of countWords(composed)) {
    const clusters = word.match(CLUSTER) ?? [];
    if (clusters.length === 0) continue;
    words += count;
    if (clusters.filter(isRare).length > 0) rareWords += count;
  }
  return {
    clusters: new Set([...known].filter(([, rare]) => rare).map(([cluster]) => cluster)),
    share: words === 0 ? 0 : rareWords / words,
  };
}

/** A text says most of its words many times. */
function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function draws({ files }: FontFamily, cluster: string): boolean {
  const codePoints = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
  return files.some(
    ({ declared, bytes, weight, style }) =>
      weight === 400 &&
      style === "normal" &&
      codePoints.every((one) => holds(declared, one)) &&
      codePoints.every((one) => holds(factsOf(bytes).coverage, one)),
  );
}

/** Replaces the words of a text that have one of the clusters. */
export function replaceRareWords(
  text: string,
  clusters: ReadonlySet<string>,
  replace: (word: string) => string,
): string {
  return text.replace(WORD, (word) =>
    (word.normalize("NFC").match(CLUSTER) ?? []).some((one) => clusters.has(one))
      ? replace(word)
      : word,
  );
}
