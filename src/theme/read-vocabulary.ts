import { parseLanguage } from "../language/language.ts";
import { findWrongWords, makeVocabulary, vocabularySchema } from "../source/vocabulary-values.ts";
import { parseYamlTree, toPlain } from "../source/yaml.ts";
import { sayYamlProblem } from "../source/yaml-words.ts";
import type { Vocabulary } from "../wording/vocabulary.ts";
import type { ThemeFiles } from "./load-layers.ts";
import { fault } from "./theme-error.ts";

/**
 * Reads the files `vocabulary/TAG.yaml` of a theme: by which words pages of a language say what a
 * part of them is.
 *
 * @throws ThemeError (THM006).
 */
export function readVocabularies({ folder, texts }: ThemeFiles): readonly Vocabulary[] {
  return [...texts]
    .flatMap(([path, text]) => {
      const tag = /^vocabulary\/(.+)\.yaml$/.exec(path)?.[1];
      return tag === undefined ? [] : [readVocabulary(`${folder}/${path}`, tag, text)];
    })
    .sort((one, other) => (one.language < other.language ? -1 : 1));
}

function readVocabulary(file: string, tag: string, text: string): Vocabulary {
  if (parseLanguage(tag) === undefined) {
    throw fault(
      "THM006",
      file,
      `Unexpected name ${tag}.yaml of a file of words, expected a language tag`,
      "Name it after its language: en.yaml, fr.yaml, pt-BR.yaml.",
    );
  }
  const { tree, problems } = parseYamlTree(text);
  const plain = toPlain(tree, problems);
  const problem = problems[0];
  if (problem !== undefined) {
    const { message, hint } = sayYamlProblem(problem);
    throw fault("THM006", file, message, hint, problem);
  }
  const { data } = vocabularySchema.safeParse(plain ?? {});
  const wrong = findWrongWords(tree);
  if (wrong !== undefined || data === undefined) {
    const { shown = "value", expected = "words", hint = "", at = tree.at } = wrong ?? {};
    throw fault("THM006", file, `Unexpected ${shown}, expected ${expected}`, hint, at);
  }
  return makeVocabulary(tag, data);
}
