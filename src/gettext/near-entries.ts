import { type Entry, isFuzzy, isTranslated } from "./catalogue.ts";
import { type Compared, prepareText, similarityOf } from "./common-signs.ts";

/** `msgmerge` takes 0.6; a guess that is less alike costs a translator more than it gives. */
const LEAST_SIMILARITY = 0.7;
/** Longer texts are no passages. To compare two takes time by the product of their lengths. */
const LONGEST_TEXT = 5000;
/** A word that more texts have says nothing of which one is alike. */
const MOST_TEXTS = 200;
/** Of a text, as many of its rarest words are looked up, and as many texts compared. */
const MOST_WORDS = 10;
const MOST_COMPARED = 10;
/** Longer ones are sentences of a script without spaces, and known by their pairs of signs. */
const LONGEST_WORD = 20;

/** Finds the translated entry whose text is most like another one; undefined where none is like it. */
export type NearFinder = (text: string) => Entry | undefined;

/**
 * Makes a finder of guesses. It looks for texts that share rare words, and compares these alone, so that
 * its time does not grow with the square of the texts.
 *
 * @param memory all entries of a language. A guess is no ground for another one: fuzzy ones are not found.
 */
export function findNearIn(memory: readonly Entry[]): NearFinder {
  const known = new Map<string, Entry>();
  for (const entry of memory) {
    const isOf = isTranslated(entry) && !isFuzzy(entry) && entry.id.length <= LONGEST_TEXT;
    if (isOf && !known.has(entry.id)) known.set(entry.id, entry);
  }
  const entries = [...known.values()];
  const index = new Map<string, number[]>();
  for (const [at, { id }] of entries.entries()) {
    for (const word of wordsOf(id)) {
      const places = index.get(word);
      if (places === undefined) index.set(word, [at]);
      else if (places.length <= MOST_TEXTS) places.push(at);
    }
  }
  return (text) => {
    if (text.length > LONGEST_TEXT) return undefined;
    const same = known.get(text);
    if (same !== undefined) return same;
    const candidates = listCandidates(text, index).flatMap((at) => entries[at] ?? []);
    return pickNearest(text, candidates);
  };
}

/** Those that share most of the rare words of a text, in their order. */
function listCandidates(text: string, index: ReadonlyMap<string, number[]>): readonly number[] {
  const rare = [...wordsOf(text)]
    .flatMap((word) => {
      const places = index.get(word);
      return places === undefined || places.length > MOST_TEXTS ? [] : [places];
    })
    .sort((one, other) => one.length - other.length)
    .slice(0, MOST_WORDS);
  const shared = new Map<number, number>();
  for (const places of rare) {
    for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return [...shared]
    .sort(([at, count], [otherAt, otherCount]) => otherCount - count || at - otherAt)
    .slice(0, MOST_COMPARED)
    .map(([at]) => at);
}

function pickNearest(text: string, candidates: readonly Entry[]): Entry | undefined {
  let prepared: Compared | undefined;
  let nearest: Entry | undefined;
  let most = 0;
  for (const entry of candidates) {
    const { length } = entry.id;
    const reachable = (2 * Math.min(length, text.length)) / (length + text.length);
    if (reachable < LEAST_SIMILARITY || reachable <= most) continue;
    prepared ??= prepareText(text);
    const similarity = similarityOf(prepared, entry.id);
    if (similarity < LEAST_SIMILARITY || similarity <= most) continue;
    nearest = entry;
    most = similarity;
  }
  return nearest;
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const pairsOf = (word: string) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
  return new Set(words.flatMap((word) => (word.length > LONGEST_WORD ? pairsOf(word) : word)));
}
