import { foldText } from "./fold-text.ts";

/** Words in folded spelling by their first character. A space in one stands for any separators. */
export type WordList = ReadonlyMap<string, readonly string[]>;

export function indexWords(words: readonly string[]): WordList {
  const index = new Map<string, string[]>();
  for (const word of new Set(words.map(foldWord))) {
    const [first] = word;
    if (first === undefined) continue;
    index.set(first, [...(index.get(first) ?? []), word]);
  }
  return index;
}

/** One spelling of a word of a list: what stands between its parts does not matter. */
export function foldWord(word: string): string {
  return foldText(word)
    .text.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Where words of the list that begin at a place of a folded text end. */
export function endsOfWords(text: string, at: number, list: WordList): readonly number[] {
  const point = text.codePointAt(at);
  const words = point === undefined ? undefined : list.get(String.fromCodePoint(point));
  if (words === undefined) return NONE;
  const ends: number[] = [];
  for (const word of words) {
    const end = endOfWord(text, at, word);
    if (end !== undefined) ends.push(end);
  }
  return ends.length === 0 ? NONE : ends;
}

const NONE: readonly number[] = [];

/**
 * Where a word that begins at a place of a folded text ends; undefined where it does not.
 *
 * @param word not empty, and begins with no space.
 */
export function endOfWord(text: string, from: number, word: string): number | undefined {
  if (text.charCodeAt(from) !== word.charCodeAt(0)) return undefined;
  let at = from;
  for (const character of word) {
    if (character === " ") {
      const next = skipSeparators(text, at);
      if (next === at) return undefined;
      at = next;
    } else {
      if (!text.startsWith(character, at)) return undefined;
      at += character.length;
    }
  }
  return at;
}

/** More than these signs between two words part them. */
const MOST_SEPARATORS = 6;

/** The place behind what parts words: spaces, hyphens, brackets, apostrophes and the like. */
export function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < MOST_SEPARATORS && !isWordPart(text, at)) at += 1;
  return at;
}

/** True where a letter, its mark or a digit stands at the place. */
export function isWordPart(text: string, at: number): boolean {
  const point = text.codePointAt(at);
  return point !== undefined && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point));
}

/** Scripts that do not part their words: there every place can be the end of one. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** True where a word can end before the place, or begin at it. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  if (!isWordPart(text, at) || !isWordPart(text, at - 1)) return true;
  return UNSPACED.test(text.slice(at - 1, at + 1));
}
