import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { languageOf } from "../../src/language/language.ts";
import { applyStrings } from "../../src/theme/apply-strings.ts";
import { themeFinder } from "../../src/theme/find-theme.ts";
import { loadTheme } from "../../src/theme/load-theme.ts";

// A curriculum corrects what its books say of themselves with one small file, and cannot harm with it.

const themes = fileURLToPath(new URL("../../themes", import.meta.url));
const theme = await loadTheme(
  "pocket",
  themeFinder(nodeFileSystem, themes, (path) => path),
);

const apply = (path: string, text: string) => applyStrings(theme, [{ path, text }]);
const say = (tag: string, key: string, applied: ReturnType<typeof apply>, count?: number) =>
  applied.value.words(languageOf(tag)).say(key, count === undefined ? {} : { count });

test("a file has only the words that it changes; the others stay", () => {
  const applied = apply("strings/ru.yaml", "contents: Оглавление\n");
  assert.deepEqual(applied.diagnostics, []);
  assert.equal(say("ru", "contents", applied), "Оглавление");
  assert.equal(say("ru", "notes", applied), "Примечания");
  assert.equal(say("ru-KZ", "contents", applied), "Оглавление");
  assert.equal(say("uk", "contents", applied), "Зміст");
  assert.equal(theme.words(languageOf("ru")).say("contents"), "Содержание");
  assert.notEqual(applied.value.sha256, theme.sha256);
});

test("a language that the theme has not gets its first words", () => {
  const text =
    "contents: Inhalt\nsession-count: {one: '{count} Stunde', other: '{count} Stunden'}\n";
  const applied = apply("content/strings/de.yaml", text);
  assert.deepEqual(applied.diagnostics, []);
  const german = languageOf("de");
  assert.equal(theme.hasWords(german), false);
  assert.equal(applied.value.hasWords(german), true);
  assert.equal(say("de", "session-count", applied, 3), "3 Stunden");
  assert.equal(applied.value.words(german).languageOf("notes").tag, "en");
  const regional = apply("strings/zh_tw.yaml", "contents: 目次\n");
  assert.equal(say("zh-TW", "contents", regional), "目次");
  assert.equal(say("zh-TW", "notes", regional), "註釋");
  assert.equal(say("zh-Hant", "contents", regional), "目錄");
});

test("every wrong word is told at its line; the right ones of the file count", () => {
  const text = "contnts: A\nnotes: [B]\npage-reference: (Seite {seite})\ncredits: Dank\n";
  const applied = apply("strings/de.yaml", text);
  assert.deepEqual(
    applied.diagnostics.map(({ code, place: { file, line }, message }) =>
      [code, `${file}:${line}`, message].join(" "),
    ),
    [
      "THM006 strings/de.yaml:1 Unexpected word `contnts`, expected one that a template says",
      "THM006 strings/de.yaml:2 Unexpected value of `notes`, expected a text or plural forms",
      "THM006 strings/de.yaml:3 Unexpected place {seite} in `page-reference`, expected {page}",
    ],
  );
  assert.match(applied.diagnostics[0]?.hint ?? "", /^Did you mean contents:\?$/);
  assert.equal(say("de", "credits", applied), "Dank");
  assert.equal(say("de", "contents", applied), "Contents");
});

test("a name that is no language, and a file that is no YAML, leave the theme's words", () => {
  for (const [path, text] of [
    ["strings/russian.yaml", "contents: x\n"],
    ["strings/ru.yaml", 'contents: "x\n'],
    ["strings/ru.yaml", "- contents\n"],
  ] as const) {
    const applied = apply(path, text);
    assert.deepEqual(
      applied.diagnostics.map(({ code }) => code),
      ["THM006"],
    );
    assert.equal(say("ru", "contents", applied), "Содержание");
  }
});

test("words are text: markup is escaped, and nothing turns what stands beside it", () => {
  const bad = 'credits: "<script>\\u202Ex</script>\\nb"\nauthor-unknown: a\n';
  const { value } = apply("strings/en.yaml", bad);
  const context = { credits: [], licence: undefined, faces: [] };
  const html = value.render("print/credits", context, value.words(languageOf("en")));
  assert.match(html, /<h1>&lt;script&gt;x&lt;\/script&gt; b<\/h1>/);
});
