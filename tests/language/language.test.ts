import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import {
  choosePlural,
  formatDate,
  formatDuration,
  formatList,
  formatNumber,
  listCalendarWords,
  nameLanguage,
} from "../../src/language/format.ts";
import { type Language, parseLanguage, servesReaders } from "../../src/language/language.ts";

function language(tag: string): Language {
  const parsed = parseLanguage(tag);
  assert.ok(parsed, tag);
  return parsed;
}

test("tags are read as people write them", () => {
  assert.deepEqual(language("pt_br"), { tag: "pt-BR", direction: "ltr", script: "Latn" });
  assert.deepEqual(language("zh_TW"), { tag: "zh-TW", direction: "ltr", script: "Hant" });
  assert.deepEqual(language("fa"), { tag: "fa", direction: "rtl", script: "Arab" });
  assert.equal(language("he").direction, "rtl");
  assert.equal(language("uz-Arab").direction, "rtl");
});

test("a word that is no language is none", () => {
  for (const word of ["tools", "img", "css", "", "e", "x-y", "english", "..", "en us"]) {
    assert.equal(parseLanguage(word), undefined, word);
  }
});

test("a page serves readers of the same language in the same script", () => {
  for (const [one, other, serves] of [
    ["pt", "pt-BR", true],
    ["en-GB", "en", true],
    ["zh", "zh-Hans-SG", true],
    ["zh-Hans", "zh-Hant", false],
    ["zh", "zh-TW", false],
    ["sr-Latn", "sr", false],
    ["en", "ar", false],
    ["ku-Arab", "ar", false],
  ] as const) {
    assert.equal(servesReaders(one, other), serves, `${one} ${other}`);
    assert.equal(servesReaders(other, one), serves, `${other} ${one}`);
  }
});

test("numbers are in the language's numerals", () => {
  assert.equal(formatNumber(language("ar"), 1234), "١٢٣٤");
  assert.equal(formatNumber(language("ar-MA"), 1234), "1234");
  assert.equal(formatNumber(language("fa"), 15), "۱۵");
  assert.equal(formatNumber(language("es"), 1234), "1234");
});

test("a date says what is known, and what is no date stands as given", () => {
  const english = language("en");
  assert.equal(formatDate(english, { text: "2015-05-00", year: 2015, month: 5 }), "May 2015");
  assert.equal(formatDate(english, { text: "2015", year: 2015 }), "2015");
  assert.equal(formatDate(english, { text: "99/99/9999" }), "99/99/9999");
  assert.equal(formatDate(language("es"), { text: "", year: 2016, month: 6 }), "junio de 2016");
  assert.match(formatDate(language("fa"), { text: "", year: 2016, month: 6 }), /۲۰۱۶/);
});

test("durations are ranges, in hours where minutes would be many", () => {
  const range = (minMinutes: number, maxMinutes: number) => ({
    minMinutes,
    maxMinutes,
    open: false,
  });
  assert.equal(formatDuration(language("en"), range(30, 60)), "30–60 minutes");
  assert.equal(formatDuration(language("en"), range(60, 60)), "60 minutes");
  assert.equal(formatDuration(language("en"), range(195, 330)), "3.5–5.5 hours");
  assert.match(formatDuration(language("ar"), range(30, 45)), /٣٠/);
});

test("lists are joined in the language's way", () => {
  assert.equal(formatList(language("en"), ["a", "b", "c"]), "a, b, and c");
  assert.equal(formatList(language("es"), ["a", "b"]), "a y b");
});

test("what CLDR does not know is said in English, never in the machine's language", () => {
  // `Intl` asks the machine for these; the test runs where the machine speaks English, so it asks
  // another process that speaks German.
  const rohingya = language("rhg");
  const asked = `
    import * as format from "${new URL("../../src/language/format.ts", import.meta.url).href}";
    const rohingya = ${JSON.stringify(rohingya)};
    console.log(JSON.stringify([
      format.formatDate(rohingya, { text: "", year: 2020, month: 1 }),
      format.formatDuration(rohingya, { minMinutes: 30, maxMinutes: 60, open: false }),
      format.formatList(rohingya, ["A", "B"]),
      format.nameLanguage(rohingya, rohingya),
      format.choosePlural(rohingya, 1),
      format.formatNumber(rohingya, 12),
    ]));`;
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", asked],
    { env: { ...process.env, LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" }, encoding: "utf8" },
  );
  assert.deepEqual(JSON.parse(stdout), [
    "January 2020",
    "30–60 minutes",
    "A، B",
    "Rohingya",
    "other",
    "12",
  ]);
  assert.equal(nameLanguage(language("fr"), language("es")), "francés");
  assert.equal(choosePlural(language("ar"), 3), "few");
});

test("a book in a language has the language's name and its months, whatever its pages are written in", () => {
  const words = listCalendarWords(language("km")).join(" ");
  assert.match(words, /ខ្មែរ/);
  assert.match(words, /មីនា/);
});
