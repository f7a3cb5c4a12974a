import { endOfWord } from "./word-list.ts";
import type { LanguageWords, Wording } from "./wording.ts";

/** Words for trainers and leaders by their first two UTF-16 code units, as one number. */
type NamingIndex = ReadonlyMap<number, readonly NamingWord[]>;

interface NamingWord {
  readonly word: string;
  readonly of: LanguageWords;
}

const INDEXES = new WeakMap<Wording, NamingIndex>();

/**
 * The languages of which a word for trainers or leaders begins anywhere in a text, in their order. No
 * other can have a phrase for them there: that is none for most texts, and the grammar is costly.
 *
 * @param folded by `foldText`.
 */
export function listNaming(wording: Wording, folded: string): readonly LanguageWords[] {
  const index = INDEXES.get(wording) ?? indexNaming(wording);
  INDEXES.set(wording, index);
  const found = new Set<LanguageWords>();
  for (let at = 0; at < folded.length; at += 1) {
    for (const length of [1, 2]) {
      for (const { word, of } of index.get(keyOf(folded, at, length)) ?? NONE) {
        if (!found.has(of) && endOfWord(folded, at, word) !== undefined) found.add(of);
      }
    }
  }
  return found.size === 0 ? NO_LANGUAGES : wording.filter((one) => found.has(one));
}

const NONE: readonly NamingWord[] = [];
const NO_LANGUAGES: Wording = [];

function indexNaming(wording: Wording): NamingIndex {
  const index = new Map<number, NamingWord[]>();
  for (const of of wording) {
    const { trainers, leaders } = of.lists;
    for (const word of [...trainers.values(), ...leaders.values()].flat()) {
      // What stands between the parts of a word may be written in several ways.
      const key = keyOf(word, 0, Math.min(2, word.split(" ")[0]?.length ?? 0));
      index.set(key, [...(index.get(key) ?? []), { word, of }]);
    }
  }
  return index;
}

function keyOf(text: string, at: number, length: number): number {
  const second = length > 1 && at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return text.charCodeAt(at) * 2 ** 16 + second;
}
