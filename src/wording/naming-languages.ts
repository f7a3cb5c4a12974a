import { endOfWord } from "./word-list.ts";
import type { LanguageWords, Wording } from "./wording.ts";

/** Words for trainers and leaders by how they begin. */
interface NamingIndex {
  /** First characters of them, as UTF-16 code units. */
  readonly firsts: ReadonlySet<number>;
  /** By up to so many code units. */
  readonly words: ReadonlyMap<string, readonly NamingWord[]>;
}

interface NamingWord {
  readonly word: string;
  readonly of: LanguageWords;
}

const BEGINNING = 3;

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
    if (!index.firsts.has(folded.charCodeAt(at))) continue;
    for (let length = 1; length <= BEGINNING; length += 1) {
      for (const { word, of } of index.words.get(folded.slice(at, at + length)) ?? []) {
        if (!found.has(of) && endOfWord(folded, at, word) !== undefined) found.add(of);
      }
    }
  }
  return found.size === 0 ? [] : wording.filter((one) => found.has(one));
}

function indexNaming(wording: Wording): NamingIndex {
  const words = new Map<string, NamingWord[]>();
  for (const of of wording) {
    const { trainers, leaders } = of.lists;
    for (const word of [...trainers.values(), ...leaders.values()].flat()) {
      const beginning = word.split(" ")[0]?.slice(0, BEGINNING) ?? "";
      words.set(beginning, [...(words.get(beginning) ?? []), { word, of }]);
    }
  }
  return { firsts: new Set([...words.keys()].map((one) => one.charCodeAt(0))), words };
}
