import * as z from "zod";
import { languageOf, parseLanguage } from "../language/language.ts";
import { findNearWord } from "../wording/near-word.ts";
import { VOCABULARY_KEYS, type Vocabulary, type VocabularyKey } from "../wording/vocabulary.ts";
import { toPlain, type YamlPosition, type YamlTree } from "./yaml.ts";

/** What each list is for, in the schema for editors. */
const MEANINGS: Readonly<Record<VocabularyKey, string>> = {
  trainers: "Words that can only mean trainers.",
  leaders: "Words that mean trainers beside one for a note: leader, moderator, teacher.",
  notes: "Words for a note: note, tip, remark, hint, advice.",
  for: "Words that make a note of one for trainers: for, only.",
  joins: "Words that may stand between them: the, of, all.",
  endings: "What may be written to the end of words for trainers and for notes.",
  participants: "Words for participants.",
  everybody: "Words for all.",
  steps: "Labels of steps, {n} for the number: Step {n}.",
  ordinals: "Words that stand for a step's number: one, first.",
  materials: "Headings of lists of things to bring.",
  needs: "Words that may stand beside those: required, to prepare.",
  activity: "What the stage Activity and Discussion is called.",
  input: "What the stage Input is called.",
  deepening: "What the stage Deepening is called.",
  synthesis: "What the stage Synthesis is called.",
};

const word = z.string().min(1).max(80);

/** The words of one language, in a theme's `vocabulary/TAG.yaml` and in `handpress.yaml`. */
export const vocabularySchema = z
  .strictObject(
    Object.fromEntries(
      VOCABULARY_KEYS.map((key) => [
        key,
        z.union([word, z.array(word).max(300)]).describe(MEANINGS[key]),
      ]),
    ) as Record<VocabularyKey, z.ZodUnion<[typeof word, z.ZodArray<typeof word>]>>,
  )
  .partial();

type WrittenWords = z.output<typeof vocabularySchema>;

/** Brings the words of a language into lists. */
export function makeVocabulary(language: string, written: WrittenWords): Vocabulary {
  const words = Object.entries(written).map(([key, value]) => [
    key,
    value === undefined ? [] : [value].flat(),
  ]);
  return { language: languageOf(language).tag, words: Object.fromEntries(words) };
}

/** The one line of a language's words that keeps them from being read. */
export interface WrongWords {
  readonly at: YamlPosition;
  readonly shown: string;
  readonly expected: string;
  readonly near?: string;
  /** Which hint of CFG003 or THM006. */
  readonly hint: "near" | "unknown" | "words" | "tag";
}

/** @param tree the keys and values of one language; undefined where nothing is wrong with them. */
export function findWrongWords(tree: YamlTree): WrongWords | undefined {
  if (tree.kind === "empty") return undefined;
  if (tree.kind !== "map") {
    const shown = tree.kind === "text" ? `\`${tree.text}\`` : "list";
    return { at: tree.at, shown, expected: "lines of the form `key: [words]`", hint: "words" };
  }
  for (const { key, value, at } of tree.entries) {
    if (!VOCABULARY_KEYS.some((known) => known === key)) {
      const near = findNearWord(key.toLowerCase(), VOCABULARY_KEYS, 3);
      const expected = `one of ${VOCABULARY_KEYS.join(", ")}`;
      const wrong = { at, shown: `line \`${key}:\``, expected };
      return near === undefined ? { ...wrong, hint: "unknown" } : { ...wrong, near, hint: "near" };
    }
    if (value.kind === "empty") return describeWordless(key, at);
    if (vocabularySchema.safeParse({ [key]: toPlain(value) }).success) continue;
    const expected = "words of at most 80 letters, between square brackets";
    return { at: value.at, shown: `value of \`${key}:\``, expected, hint: "words" };
  }
  return undefined;
}

function describeWordless(key: string, at: YamlPosition): WrongWords {
  return { at, shown: `line \`${key}:\` without words`, expected: "some", hint: "words" };
}

/** The same for all languages of `vocabulary:` in `handpress.yaml`. */
export function findWrongVocabulary(tree: YamlTree): WrongWords | undefined {
  if (tree.kind !== "map") return undefined;
  for (const { key, value, at } of tree.entries) {
    if (parseLanguage(key) === undefined) {
      return { at, shown: `line \`${key}:\``, expected: "a language tag", hint: "tag" };
    }
    const wrong = value.kind === "empty" ? describeWordless(key, at) : findWrongWords(value);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
