import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  choosePlural,
  formatDate,
  formatDuration,
  formatList,
  formatNumber,
  nameLanguage,
  numberingSystem,
} from "../../src/language/format.ts";
import { languageOf } from "../../src/language/language.ts";
import { deriveFacts, factsOf, SHIPPED_LOCALES } from "../../src/language/locale-facts.ts";
import { REPOSITORY } from "../support/run-handpress.ts";

/** In these a book speaks for itself, or will. */
const LOCALES = "am ar en es fa fr hi my pt pt-BR ru sw tr uk vi zh zh-Hans zh-Hant".split(" ");

/** `UPDATE=1`, with a Node that has CLDR 48, takes the facts from it; `npm run format` then lays them out. */
if (process.env.UPDATE === "1" && process.versions.cldr?.startsWith("48")) {
  const facts = LOCALES.map((tag) => [
    tag,
    deriveFacts(tag, numberingSystem(languageOf(tag)), LOCALES),
  ]);
  const text = `${JSON.stringify(Object.fromEntries(facts), null, 1)}\n`;
  writeFileSync(join(REPOSITORY, "src/language/locale-facts.json"), text);
}

const say = (tag: string) => {
  const language = languageOf(tag);
  const time = (minMinutes: number, maxMinutes = minMinutes) =>
    formatDuration(language, { minMinutes, maxMinutes, open: false });
  return [
    formatDate(language, { year: 2026, month: 10, day: 5, text: "" }),
    formatDate(language, { year: 2026, month: 10, text: "" }),
    formatDate(language, { year: 2026, text: "" }),
    time(1),
    time(30, 60),
    time(210, 300),
    formatList(language, ["A", "B", "C"]),
    nameLanguage(languageOf("hi"), language),
  ].join(" | ");
};

/** CLDR 48, and what was read on pages by eye: Node 20.19 alone would say some of it otherwise. */
const SAID: Readonly<Record<string, string>> = {
  am: "5 ኦክቶበር 2026 | ኦክቶበር 2026 | 2026 | 1 ደቂቃ | 30–60 ደቂቃዎች | 3.5–5 ሰዓቶች | A፣ B እና C | ሕንድኛ",
  ar: "٥ أكتوبر ٢٠٢٦ | أكتوبر ٢٠٢٦ | ٢٠٢٦ | دقيقة | ٣٠–٦٠ دقيقة | ٣٫٥–٥ ساعات | A وB وC | الهندية",
  en: "October 5, 2026 | October 2026 | 2026 | 1 minute | 30–60 minutes | 3.5–5 hours | A, B, and C | Hindi",
  es: "5 de octubre de 2026 | octubre de 2026 | 2026 | 1 minuto | 30-60 minutos | 3,5-5 horas | A, B y C | hindi",
  fa: "۵ اکتبر ۲۰۲۶ | اکتبر ۲۰۲۶ | ۲۰۲۶ | ۱ دقیقه | ۳۰–۶۰ دقیقه | ۳٫۵–۵ ساعت | A،‏ B، و C | هندی",
  fr: "5 octobre 2026 | octobre 2026 | 2026 | 1 minute | 30–60 minutes | 3,5–5 heures | A, B et C | hindi",
  hi: "5 अक्टूबर 2026 | अक्टूबर 2026 | 2026 | 1 मिनट | 30–60 मिनट | 3.5–5 घंटे | A, B, और C | हिन्दी",
  my: "၂၀၂၆ အောက်တိုဘာ ၅ | ၂၀၂၆ အောက်တိုဘာ | ၂၀၂၆ | ၁ မိနစ် | ၃၀ - ၆၀ မိနစ် | ၃.၅ - ၅ နာရီ | A - Bနှင့် C | ဟိန္ဒီ",
  pt: "5 de outubro de 2026 | outubro de 2026 | 2026 | 1 minuto | 30–60 minutos | 3,5–5 horas | A, B e C | hindi",
  "pt-BR":
    "5 de outubro de 2026 | outubro de 2026 | 2026 | 1 minuto | 30–60 minutos | 3,5–5 horas | A, B e C | hindi",
  ru: "5 октября 2026 г. | октябрь 2026 г. | 2026 | 1 минута | 30–60 минут | 3,5–5 часов | A, B и C | хинди",
  sw: "5 Oktoba 2026 | Oktoba 2026 | 2026 | dakika 1 | dakika 30–60 | saa 3.5–5 | A, B na C | Kihindi",
  tr: "5 Ekim 2026 | Ekim 2026 | 2026 | 1 dakika | 30–60 dakika | 3,5–5 saat | A, B ve C | Hintçe",
  uk: "5 жовтня 2026 р. | жовтень 2026 р. | 2026 | 1 хвилина | 30–60 хвилин | 3,5–5 годин | A, B і C | гінді",
  vi: "5 tháng 10, 2026 | tháng 10 năm 2026 | 2026 | 1 phút | 30-60 phút | 3,5-5 giờ | A, B và C | Tiếng Hindi",
  zh: "2026年10月5日 | 2026年10月 | 2026年 | 1分钟 | 30-60分钟 | 3.5-5小时 | A、B和C | 印地语",
  "zh-Hans":
    "2026年10月5日 | 2026年10月 | 2026年 | 1分钟 | 30-60分钟 | 3.5-5小时 | A、B和C | 印地语",
  "zh-Hant":
    "2026年10月5日 | 2026年10月 | 2026年 | 1 分鐘 | 30-60 分鐘 | 3.5-5 小時 | A、B和C | 印地文",
};

describe("what a book says in a language that comes with the product", () => {
  it("has facts of each", () => {
    assert.deepEqual(SHIPPED_LOCALES, LOCALES);
    for (const tag of LOCALES) {
      const facts = factsOf(languageOf(tag), numberingSystem(languageOf(tag)));
      assert.equal([...facts.digits].length, 10, tag);
      assert.equal(new Set(facts.months).size, 12, tag);
      assert.equal(new Set(facts.monthsOfYear).size, 12, tag);
      assert.deepEqual(Object.keys(facts.names), LOCALES, tag);
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1.5]) {
        const category = choosePlural(languageOf(tag), count);
        assert.match(facts.hours[category] ?? "", /\{n\}|^\S/u, `${tag} ${count}`);
      }
    }
  });

  for (const tag of LOCALES) {
    it(`is the same on every Node: ${tag}`, () => assert.equal(say(tag), SAID[tag]));
  }

  it("is the same in every country that has no words of its own", () => {
    for (const [tag, shipped] of [
      ["en-GB", "en"],
      ["es-MX", "es"],
      ["fa-AF", "fa"],
      ["zh-Hans-SG", "zh-Hans"],
    ] as const) {
      assert.equal(say(tag), SAID[shipped], tag);
    }
    assert.notEqual(say("zh-TW"), SAID.zh);
  });

  it("keeps a Russian year and its sign together", () => {
    const october = formatDate(languageOf("ru"), { year: 2026, month: 10, text: "" });
    assert.equal(october, "октябрь 2026\u00A0г.");
  });

  it("writes e for y before its own sound, in Spanish", () => {
    const spanish = languageOf("es");
    assert.equal(formatList(spanish, ["Ana", "Iván"]), "Ana e Iván");
    assert.equal(formatList(spanish, ["Ana", "Luz", "Hilda"]), "Ana, Luz e Hilda");
    assert.equal(formatList(spanish, ["agua", "hielo"]), "agua y hielo");
    assert.equal(formatList(languageOf("fr"), ["Ana", "Iris"]), "Ana et Iris");
  });
});

describe("what a book says in any other language", () => {
  for (const tag of "de it pl cs he ps ur bn ta ml ja ko th km lo id so ti ar-MA".split(" ")) {
    it(`is what Intl says: ${tag}`, () => {
      const language = languageOf(tag);
      const locale = `${tag}-u-nu-${numberingSystem(language)}`;
      const date = (options: Intl.DateTimeFormatOptions, month: number) =>
        new Intl.DateTimeFormat(locale, { calendar: "gregory", timeZone: "UTC", ...options })
          .format(Date.UTC(2026, month - 1, 5))
          .replaceAll("\u202F", "\u00A0");
      for (let month = 1; month <= 12; month += 1) {
        const given = { year: 2026, month, text: "" };
        assert.equal(
          formatDate(language, { ...given, day: 5 }),
          date({ year: "numeric", month: "long", day: "numeric" }, month),
        );
        assert.equal(formatDate(language, given), date({ year: "numeric", month: "long" }, month));
      }
      const unit = (name: string) =>
        new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" });
      for (const [least, most] of [
        [1, 1],
        [2, 2],
        [5, 5],
        [1, 2],
        [15, 20],
        [30, 60],
        [21, 101],
      ] as const) {
        const found = formatDuration(language, {
          minMinutes: least,
          maxMinutes: most,
          open: false,
        });
        const minutes = unit("minute");
        assert.equal(
          found,
          least === most ? minutes.format(least) : minutes.formatRange(least, most),
        );
      }
      const list = new Intl.ListFormat(tag);
      for (const items of [["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D", "E"]]) {
        assert.equal(formatList(language, items), list.format(items));
      }
      const plain = new Intl.NumberFormat(locale, { useGrouping: false });
      assert.equal(formatNumber(language, 1_234_567_890), plain.format(1_234_567_890));
    });
  }
});
