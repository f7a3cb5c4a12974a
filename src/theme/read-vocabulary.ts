import { parseLanguage } from "../language/language.ts";
import { findWrongWords, makeVocabulary, vocabularySchema } from "../source/vocabulary-values.ts";
import { parseYamlTree, toPlain } from "../source/yaml.ts";
import { describeYaml } from "../source/yaml-words.ts";
import type { Vocabulary } from "../wording/vocabulary.ts";
import { diagnose } from "./rules.ts";
import { placeIn, themeError } from "./theme-error.ts";
import type { ThemeFiles } from "./theme-files.ts";

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
    throw themeError(diagnose("THM006 file", { file }, { tag }));
  }
  const { tree, problems } = parseYamlTree(text);
  const plain = toPlain(tree, problems);
  const [first] = problems;
  if (first !== undefined) {
    throw themeError({ ...describeYaml(first, placeIn(file, first)), code: "THM006" });
  }
  const { data } = vocabularySchema.safeParse(plain ?? {});
  const wrong = findWrongWords(tree);
  if (wrong !== undefined || data === undefined) {
    const { shown = "value", expected = "words", at = tree.at } = wrong ?? {};
    const values = { shown, expected, near: wrong?.near ?? "" };
    throw themeError(
      diagnose(`THM006 vocabulary ${wrong?.hint ?? "words"}`, placeIn(file, at), values),
    );
  }
  return makeVocabulary(tag, data);
}
