import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { formatNumber } from "../../src/language/format.ts";
import { languageOf } from "../../src/language/language.ts";
import { STAGES } from "../../src/source/page.ts";
import { readStage } from "../../src/source/stage-name.ts";
import { parseYamlTree, toPlain } from "../../src/source/yaml.ts";
import type { Entry } from "../../src/theme/catalogue.ts";
import { isMaterialsHeading } from "../../src/wording/labels.ts";
import { matchTrainerPhrase } from "../../src/wording/trainer-phrase.ts";
import { WORDING } from "../support/wording.ts";

// What a book says of itself is said in all sixteen languages: no word is missing, and none is too many.

/** Each with its nought, as numbers in books have it. */
const NOUGHTS: Readonly<Record<string, string>> = {
  am: "0",
  ar: "٠",
  en: "0",
  es: "0",
  fa: "۰",
  fr: "0",
  hi: "0",
  my: "၀",
  pt: "0",
  ru: "0",
  sw: "0",
  tr: "0",
  uk: "0",
  vi: "0",
  "zh-Hans": "0",
  "zh-Hant": "0",
};
const LANGUAGES = Object.keys(NOUGHTS);

/** Signs that a language does not write in its own sentences, names of typefaces and licences aside. */
const FOREIGN_SIGNS: Readonly<Record<string, RegExp>> = {
  am: /[,.;:!?]|\s(?=[።፣፤፦])/,
  ar: /[,;?]/,
  fa: /[,;?]/,
  fr: /"|[^\u00A0][:;!?»]|«[^\u00A0]|\w'/,
  my: /[,.;:!?]|\s(?=[။၊])/,
  ru: /["“”]/,
  uk: /["“”']/,
  "zh-Hans": /[,.;:!?()"「」]|[，。：；] /,
  "zh-Hant": /[,.;:!?()"“”]|[，。：；] /,
};

/** The letters of each language that does not write in Latin ones. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  am: /\p{Script=Ethiopic}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  my: /\p{Script=Myanmar}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  "zh-Hans": /\p{Script=Han}/u,
  "zh-Hant": /\p{Script=Han}/u,
};

const themes = fileURLToPath(new URL("../../themes", import.meta.url));
const folders = readdirSync(themes)
  .map((name) => `${themes}/${name}/strings`)
  .filter((folder) => readdirSync(folder.replace(/\/strings$/, "")).includes("strings"));

type Strings = Readonly<Record<string, Entry>>;

function readStrings(folder: string, tag: string): Strings {
  const { tree, problems } = parseYamlTree(readFileSync(`${folder}/${tag}.yaml`, "utf8"));
  const plain = toPlain(tree, problems) as Strings;
  assert.deepEqual(problems, [], tag);
  return plain;
}

const formsOf = (entry: Entry): readonly string[] =>
  typeof entry === "string" ? [entry] : Object.values(entry);

/** Names of places, sorted. */
const placesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].sort();

/** What is wrong in the words of one language, against the English ones. */
function findFaults(tag: string, words: Strings, english: Strings): readonly string[] {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const unknown = Object.keys(words).filter((key) => !Object.hasOwn(english, key));
  return [
    ...unknown.map((key) => `${key}: English has no such word`),
    ...Object.entries(english).flatMap(([key, source]) => {
      const entry = words[key];
      if (entry === undefined) return [`${key}: no word`];
      const last = (one: Entry) => (typeof one === "string" ? one : (one.other ?? ""));
      const signs = FOREIGN_SIGNS[tag];
      return [
        ...findPluralFaults(key, source, entry, categories),
        ...(placesOf(last(entry)).join() === placesOf(last(source)).join()
          ? []
          : [`${key}: places`]),
        ...formsOf(entry).flatMap((form) => {
          const own = form.replace(/\{\w+\}|SIL Open Font License|Handpress|QR/g, "x");
          const strange = placesOf(form).filter((place) => !placesOf(last(source)).includes(place));
          return [
            ...strange.map((place) => `${key}: strange place {${place}}`),
            ...(form.trim() === "" ? [`${key}: empty`] : []),
            ...(signs?.test(own) === true ? [`${key}: signs of another language: ${form}`] : []),
            ...(key === "colon" || (LETTERS[tag]?.test(form) ?? true) ? [] : [`${key}: letters`]),
          ];
        }),
      ];
    }),
  ];
}

function findPluralFaults(
  key: string,
  source: Entry,
  entry: Entry,
  categories: readonly string[],
): readonly string[] {
  if (typeof source === "string" || typeof entry === "string") {
    return typeof source === typeof entry ? [] : [`${key}: plural forms`];
  }
  const forms = Object.keys(entry).sort().join(", ");
  const wanted = [...categories].sort().join(", ");
  return forms === wanted ? [] : [`${key}: forms ${forms}, expected ${wanted}`];
}

test("only the theme that the others build on has words, in sixteen languages and no other", () => {
  assert.deepEqual(folders, [`${themes}/handout/strings`]);
  for (const folder of folders) {
    const tags = readdirSync(folder).map((name) => name.replace(/\.yaml$/, ""));
    assert.deepEqual(tags.sort(), [...LANGUAGES].sort());
  }
});

const folder = `${themes}/handout/strings`;
const english = readStrings(folder, "en");

for (const tag of LANGUAGES) {
  test(`${tag} has every word of a book, with its places and plural forms`, () => {
    assert.deepEqual(findFaults(tag, readStrings(folder, tag), english), []);
  });

  test(`${tag} reads the stages and labels that it writes, and has its own numerals`, () => {
    const words = readStrings(folder, tag);
    for (const stage of STAGES)
      assert.equal(readStage(`${words[`stage-${stage}`]}`, WORDING), stage);
    assert.equal(matchTrainerPhrase(WORDING, `${words["label-trainer-note"]}`)?.kind, "label");
    assert.ok(matchTrainerPhrase(WORDING, `${words["audience-trainer"]}`));
    assert.equal(formatNumber(languageOf(tag), 0), NOUGHTS[tag]);
  });
}

test("each heading by which a page names its materials is read in every language", () => {
  const headings = {
    am: "የሚያስፈልጉ ቁሳቁሶች",
    ar: "المواد المطلوبة",
    en: "Materials",
    es: "Materiales",
    fa: "وسایل لازم",
    fr: "Matériel à prévoir",
    hi: "आवश्यक सामग्री",
    my: "လိုအပ်သောပစ္စည်းများ",
    pt: "Materiais necessários",
    ru: "Необходимые материалы",
    sw: "Vifaa vinavyohitajika",
    tr: "Gerekli malzemeler",
    uk: "Необхідні матеріали",
    vi: "Dụng cụ cần chuẩn bị",
    "zh-Hans": "所需材料",
    "zh-Hant": "所需材料",
  };
  assert.deepEqual(Object.keys(headings), LANGUAGES);
  for (const [tag, heading] of Object.entries(headings)) {
    assert.ok(isMaterialsHeading(WORDING, heading), `${tag}: ${heading}`);
  }
});

test("a fault of each kind is found", () => {
  const source = { page: "Page {page}", count: { one: "{n} page", other: "{n} pages" } };
  assert.deepEqual(findFaults("ru", { page: "Страница {seite}", more: "x" }, source), [
    "more: English has no such word",
    "page: places",
    "page: strange place {seite}",
    "count: no word",
  ]);
  const forms = { page: "Page {page}.", count: { one: "{n} стр.", other: "{n} “стр”" } };
  assert.deepEqual(findFaults("ru", forms, source), [
    "page: letters",
    "count: forms one, other, expected few, many, one, other",
    "count: signs of another language: {n} “стр”",
  ]);
});
