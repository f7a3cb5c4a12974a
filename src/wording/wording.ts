import { VOCABULARY_KEYS, type Vocabulary, type VocabularyKey } from "./vocabulary.ts";
import { foldWord, indexWords, type WordList } from "./word-list.ts";

/** The words of one language, ready to be looked for. */
export interface LanguageWords {
  readonly lists: Readonly<Record<VocabularyKey, WordList>>;
  /** `Step {n}`: what stands before the number, what behind it, folded. */
  readonly steps: readonly { readonly before: string; readonly after: string }[];
  /** Words for trainers with and without their endings, for what is misspelled. */
  readonly trainerForms: readonly string[];
  readonly written: Readonly<Record<VocabularyKey, readonly string[]>>;
}

/**
 * By which words pages say what a part of them is: plain data, made once and handed to every stage
 * that reads pages. All languages are tried on every page: a translation in progress mixes them.
 * Words of one language are not put together with those of another: "not" is a note in Turkish.
 */
export type Wording = readonly LanguageWords[];

/** Brings together what is known of each language, for instance by the product and by a theme. */
export function compileWording(vocabularies: readonly Vocabulary[]): Wording {
  const tags = [...new Set(vocabularies.map(({ language }) => language))].sort();
  return tags.map((tag) => {
    const own = vocabularies.filter(({ language }) => language === tag);
    return compileLanguage((key) => own.flatMap(({ words }) => words[key] ?? []));
  });
}

function compileLanguage(wordsOf: (key: VocabularyKey) => readonly string[]): LanguageWords {
  const each = <Value>(make: (words: readonly string[]) => Value) =>
    Object.fromEntries(VOCABULARY_KEYS.map((key) => [key, make(wordsOf(key))])) as Record<
      VocabularyKey,
      Value
    >;
  const trainers = wordsOf("trainers").map(foldWord);
  const endings = wordsOf("endings").map(foldWord);
  return {
    lists: each(indexWords),
    written: each((words) => words),
    steps: wordsOf("steps").map((pattern) => {
      const [before = "", after = ""] = pattern.split("{n}");
      return { before: foldWord(before), after: foldWord(after) };
    }),
    trainerForms: trainers.flatMap((word) => [word, ...endings.map((ending) => word + ending)]),
  };
}
