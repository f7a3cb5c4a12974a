import assert from "node:assert/strict";
import { test } from "node:test";
import { readVocabularies } from "../../src/theme/read-vocabulary.ts";
import { ThemeError } from "../../src/theme/theme-error.ts";
import { matchTrainerPhrase } from "../../src/wording/trainer-phrase.ts";
import { compileWording } from "../../src/wording/wording.ts";
import { configure } from "../source/files.ts";

const theme = (name: string, text: string) => ({
  folder: "my-theme",
  texts: new Map([[`vocabulary/${name}.yaml`, text]]),
});

test("a theme and a configuration add words of a language", () => {
  const ours = readVocabularies(theme("fi", "trainers: [ohjaaja, ohjaajalle]\nendings: []\n"));
  const wording = compileWording([
    ...ours,
    ...configure("vocabulary:\n  fi:\n    notes: huomio\n").vocabulary,
  ]);
  assert.equal(matchTrainerPhrase(wording, "Huomio ohjaajalle")?.kind, "label");
  assert.equal(matchTrainerPhrase(compileWording(ours), "Huomio ohjaajalle"), undefined);
});

for (const [name, text, message] of [
  [
    "fi",
    "trainer: [a]",
    "vocabulary/fi.yaml:1 Unexpected line `trainer:`, expected one of trainers,",
  ],
  [
    "fi",
    "trainers:\n  a: b",
    "vocabulary/fi.yaml:2 Unexpected value of `trainers:`, expected words",
  ],
  ["fi", "endings:", "vocabulary/fi.yaml:1 Unexpected line `endings:` without words, expected"],
  ["fi", "- a", "vocabulary/fi.yaml:1 Unexpected list, expected lines"],
  ["no language", "notes: a", "vocabulary/no language.yaml:- Unexpected name"],
] as const) {
  test(`a file of words that is refused: ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => readVocabularies(theme(name, text)),
      (error) => {
        assert.ok(error instanceof ThemeError);
        const [{ code, place, message: said } = { code: "", place: { file: "" }, message: "" }] =
          error.diagnostics;
        assert.equal(code, "THM006");
        const shown = `${place.file.replace("my-theme/", "")}:${place.line ?? "-"} ${said}`;
        assert.ok(shown.startsWith(message), shown);
        return true;
      },
    );
  });
}
