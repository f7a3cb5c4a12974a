import { endOfWord } from "./word-list.ts";
import type { LanguageWords, Wording } from "./wording.ts";

/** Words for trainers and leaders, to be found by their beginning. */
interface NamingIndex {
  /** By the first two UTF-16 code units, as one number; by one where a word's first part has no more. */
  readonly words: ReadonlyMap<number, readonly NamingWord[]>;
  /** For each first unit, a sum of the second ones: where its bit is not set, no word begins so. */
  readonly seconds: Uint32Array;
}

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
  const { words, seconds } = index;
  const found = new Set<LanguageWords>();
  let next = folded.charCodeAt(0);
  for (let at = 0; at < folded.length; at += 1) {
    const first = next;
    next = at + 1 < folded.length ? folded.charCodeAt(at + 1) : 0;
    const bits = seconds[first] ?? 0;
    if (bits === 0 || (bits & (bitOf(next) | ALONE)) === 0) continue;
    for (const key of [keyOf(first, 0), keyOf(first, next)]) {
      for (const { word, of } of words.get(key) ?? NONE) {
        if (!found.has(of) && endOfWord(folded, at, word) !== undefined) found.add(of);
      }
    }
  }
  return found.size === 0 ? NO_LANGUAGES : wording.filter((one) => found.has(one));
}

const NONE: readonly NamingWord[] = [];
const NO_LANGUAGES: Wording = [];

function indexNaming(wording: Wording): NamingIndex {
  const words = new Map<number, NamingWord[]>();
  const seconds = new Uint32Array(2 ** 16);
  for (const of of wording) {
    const { trainers, leaders } = of.lists;
    for (const word of [...trainers.values(), ...leaders.values()].flat()) {
      // What stands between the parts of a word may be written in several ways.
      const isAlone = (word.split(" ")[0]?.length ?? 0) < 2;
      const [first, second] = [word.charCodeAt(0), isAlone ? 0 : word.charCodeAt(1)];
      const key = keyOf(first, second);
      words.set(key, [...(words.get(key) ?? []), { word, of }]);
      seconds[first] = (seconds[first] ?? 0) | (isAlone ? ALONE : bitOf(second));
    }
  }
  return { words, seconds };
}

/** Set where a word's first part is one unit. */
const ALONE = 1 << 31;

function bitOf(second: number): number {
  return 1 << (second % 31);
}

function keyOf(first: number, second: number): number {
  return first * 2 ** 16 + second;
}
