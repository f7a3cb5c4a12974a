import assert from "node:assert/strict";
import { test } from "node:test";
import { lintTranslation } from "../../src/translation/lint-translation.ts";

const DAMAGED: readonly (readonly [
  source: string,
  translation: string,
  language: string,
  kind: string,
])[] = [
  ["Call 112 now.", "Appelez le 113 maintenant.", "fr", "numbers"],
  ["Type `apt install tor`.", "Tapez `apt installer tor`.", "fr", "code"],
  ["See [this]({1}).", "Voyez ceci.", "fr", "places"],
  ["A note[^1].", "Une note.", "fr", "notes"],
  ["**Never** do it.", "Ne le faites pas.", "fr", "emphasis"],
  ["See [a]({1}) and [b]({2}).", "Voyez [a]({1}) et {2}.", "fr", "links"],
  ["See [this]({1}).", "Voyez [ceci] ({1}).", "fr", "link signs"],
  ["A ![lock]({1}) here.", "這裡有！[鎖]({1})。", "zh-Hant", "link signs"],
  ["See [this]({1}).", "见［这里］（{1}）。", "zh-Hans", "link signs"],
  ["A **bold** word.", "Un mot ** gras ** ici.", "fr", "spaces"],
  ["Wait 30 minutes.", "30 دقیقه صبر کنید.", "fa", "digits"],
  ["Wait 30 minutes.", "۳0 دقیقه صبر کنید.", "fa", "mixed digits"],
  ["Keep it in a safe place, please.", "Храните его в надёжном месте.", "fr", "script"],
  ["Lock the door.", `${"Fermez la porte à clé. ".repeat(4)}`, "fr", "long"],
];

for (const [source, translation, language, kind] of DAMAGED) {
  test(`${kind}: ${translation}`, () => {
    const kinds = lintTranslation(source, translation, language).map((one) => one.kind);
    assert.ok(
      kinds.some((one) => one === kind),
      kinds.join(),
    );
  });
}

const SOUND: readonly (readonly [source: string, translation: string, language: string])[] = [
  ["Call 112, wait 30 minutes.", "با ۱۱۲ تماس بگیرید و ۳۰ دقیقه صبر کنید.", "fa"],
  ["Use 2 keys.", "Prenez deux clés.", "fr"],
  ["In 1,500 places.", "En 1 500 lieux.", "fr"],
  ["See [this]({1}).", "Voyez [ceci](https://fr.example.org/a1).", "fr"],
  ["Open Tails 6.0 and COVID-19.", "برنامهٔ Tails 6.0 و COVID-19 را باز کنید.", "fa"],
  ["Type `ls -l 22`.", "`ls -l 22` را بنویسید.", "fa"],
  ["Keys", "Les clés de la maison", "fr"],
  ["Yes (no)", "نعم (لا)", "ar"],
  ["The [list] (see below) is long.", "La [liste] (voir plus bas) est longue.", "fr"],
];

for (const [source, translation, language] of SOUND) {
  test(`nothing is wrong with: ${translation}`, () => {
    assert.deepEqual(lintTranslation(source, translation, language), []);
  });
}

test("a long text of signs takes no time", () => {
  for (const piece of ["[", "**", "`", "](", "{1}", "1", " ** a", "！"]) {
    lintTranslation("a", piece.repeat(20_000), "fa");
  }
});
