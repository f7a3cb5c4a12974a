import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findLevels } from "../../src/language/bidi-classes.ts";
import { type DirectedRun, findDirectedRuns } from "../../src/language/directed-runs.ts";
import { setRunsApart } from "../../src/language/directed-text.ts";
import type { Direction } from "../../src/language/language.ts";
import { sameCases } from "../support/seed.ts";

// ⟦…⟧ is set apart and read from the left, ⟦!…⟧ sign by sign, ⟪…⟫ from the right.

function mark(text: string, base: Direction): string {
  const write = (runs: readonly DirectedRun[], start: number, end: number): string => {
    let written = "";
    let at = start;
    for (const run of runs) {
      const [opener, closer] = run.direction === "ltr" ? ["⟦", "⟧"] : ["⟪", "⟫"];
      written += text.slice(at, run.start) + opener + (run.overrides ? "!" : "");
      written += write(run.inner, run.start, run.end) + closer;
      at = run.end;
    }
    return written + text.slice(at, end);
  };
  return write(findDirectedRuns(text, base), 0, text.length);
}

function check(base: Direction, marked: string): void {
  test(`from the ${base === "rtl" ? "right" : "left"}: ${marked}`, () => {
    const text = marked.replace(/⟦!?|[⟧⟪⟫]/g, "");
    assert.equal(mark(text, base), marked);
  });
}

for (const marked of [
  // Telephone numbers, in all spellings and digits.
  "اتصل ⟦+964-750-123-4567⟧ أو ⟦+964 750 123 4567⟧ الآن",
  "اتصل ⟦(0)750-123⟧، أو ⟦(0750) 123-4567⟧.",
  "اتصل 00964/750.123 تحويلة ⟦#123⟧ أو ⟦*100#⟧ و⟦*100#⟧",
  "⟦+964-750-123-4567⟧",
  "⟦750-122⟧",
  "الرقم ⟦!٠٧٥٠ ١٢٣ ٤٥٦٧⟧ أو ⟦!٠٧٥٠-١٢٣-٤٥٦٧⟧ أو ⟦!+٩٦٤ ٧٥٠⟧",
  "شماره ⟦۰۲۱-۸۸۷۷⟧ یا ⟦+۹۸ ۲۱ ۸۸۷۷⟧",
  "الرقم\n⟦+964 750\n123 4567⟧ هنا",
  "الرقم ⟦+964\u00A0750\u00A0123⟧ هنا",
  "و⟦+964-750⟧ و⟦+964-751⟧",
  // Dates, times, ranges, versions, prices, numbers.
  "في ⟦2026-03-01⟧ أو 1/3/2026 أو ١/٣/٢٠٢٦ أو ⟦!٢٠٢٦-٠٣-٠١⟧",
  "الساعة ⟦10:30–11:45⟧ أو 10:30 أو ⟦!١٠:٣٠–١١:٤٥⟧",
  "المدة ⟦5-10⟧ أو ⟦5–10 %⟧ أو ⟦!٥–١٠⟧ دقائق",
  "الإصدار 5.4.1 أو v2.0-rc1",
  "السعر ⟦$5.00⟧ أو ⟦5,000 USD⟧ أو ⟦€5⟧ أو ⟦5 €⟧",
  "⟦50%⟧ أو ⟦%50⟧ لكن ٥٠٪ و ۵۰٪ و ٪۵۰",
  "الحرارة ⟦-5°⟧ أو ⟦5 °C⟧",
  "⟦2 + 2 = 4⟧ أو ⟦<5⟧",
  "في 5 أيام و 3 أسابيع",
  // Names with signs, paths, keys, commands.
  "⟦@user⟧ و⟦#KeepItOn⟧ و ⟦C++⟧ و ⟦C#⟧ و ⟦.NET⟧ و ⟦.env⟧",
  "⟦/etc/passwd⟧ و C:\\Users\\x و ⟦~/.ssh⟧ و report.final.pdf و ⟦../x⟧",
  "⟦/home/user/⟧ أو/Tails أو ⟦cd ..⟧",
  "Ctrl+C و Menu > Settings > Wi-Fi هنا",
  "الأمر ⟦-v --help⟧ ثم ⟦--quiet⟧",
  "العنوان ⟦[::1]:8080⟧ و fe80::1 و 192.168.1.1:8080",
  "البصمة DE89 3704  0044 0532 و0A1B 2C3D",
  // Latin phrases with their own punctuation, and the sentence's.
  "أسست ⟦Signal, Inc.⟧ في عام",
  "ملف (ver. 2.0) أو «Tails: 6» هنا",
  "ملف Tails (ver. 2.0) أو (Signal, 7) هنا",
  "«⟦Wi-Fi 6E!⟧» جديد",
  'قال "⟦Tails 7!⟧" اليوم',
  "هل تعرف Wi-Fi 6E!",
  "هل تعرف ⟦C++⟧؟",
  "⟦Yahoo!⟧ موقع",
  "استخدم Tails (The Amnesic System) الآن",
  "انظر (Tails نظام) و(نظام ⟦Tails⟧) Signal",
  "استخدم Tails. ثم أعد",
  "انظر p. 5 و No. 7 و ⟦U.S.A.⟧ و www.x.org.",
  "• ⟦C++⟧",
  // A number that belongs to the words that follow it.
  "استخدم ⟦Tails⟧. 3 أشخاص",
  "اتصل على 112. 3 أشخاص",
  "⟦Signal⟧، 30 دقيقة",
  "⟦Signal⟧ – 30 دقيقة",
  "الأدوات: ⟦Signal⟧، ⟦WhatsApp⟧، Wire.",
  // Hebrew joins its little words with a hyphen.
  "ב-5 ימים, ה-Signal, מ-⟦2026-03-01⟧ עד",
  // Whole lines and sentences of another language.
  "⟦Is it safe?⟧",
  "⟦The app is called سیگنال in Persian by many people.⟧",
  // What an author has decided himself.
  "في ١\u200F/٣\u200F/٢٠٢٦",
]) {
  check("rtl", marked);
}

for (const marked of [
  'He said "⟪مرحبا!⟫" (hello).',
  "The word ⟪سلام⟫ 5 means peace",
  "Say ⟪سلام⟫, 5 times; סלום twice.",
  "Call ⟦!٠٧٥٠-١٢٣-٤٥٦٧⟧ now, or ٠٧٥٠",
  "Call ۰۲۱-۸۸۷۷ now",
  "⟪مرحبا!⟫",
  "It reads ⟪سلام ⟦+964-750⟧ سلام⟫ there",
  "⟪اتصل بنا عبر Signal على الرقم ⟦+964-750⟧ في أي وقت من اليوم.⟫",
  "Plain (English), 5 of 10.",
]) {
  check("ltr", marked);
}

const TOKENS = [
  "+964-750",
  "0750 123",
  "C++",
  ".env",
  "@user",
  "٠٧٥٠-١٢٣",
  "5–10",
  "(0)7",
  "Tails",
  "5",
  "Wi-Fi 6E!",
];
const WORDS = [
  "سلام",
  "שלום",
  "می\u200Cروم",
  "مرحبا،",
  "(هنا)",
  "«ثم»",
  "!",
  ".",
  "hello",
  "و",
  "…",
  '"',
  "(",
];
const anyLine = fc
  .array(fc.constantFrom(...TOKENS, ...WORDS, " ", " ", " - "), { maxLength: 12 })
  .map((parts) => parts.join(""));
const anyText = fc.oneof(anyLine, fc.string({ unit: "binary", maxLength: 40 }));
const anyBase = fc.constantFrom<Direction>("rtl", "ltr");

test("runs lie within each other or apart, and hold something", () => {
  fc.assert(
    fc.property(anyText, anyBase, (text, base) => {
      const look = (runs: readonly DirectedRun[], start: number, end: number) => {
        let at = start;
        for (const run of runs) {
          assert.ok(run.start >= at && run.end > run.start && run.end <= end);
          look(run.inner, run.start, run.end);
          at = run.end;
        }
      };
      look(findDirectedRuns(text, base), 0, text.length);
    }),
    sameCases(2000),
  );
});

test("what is set apart from the left is seen in the order of its signs, whatever is around", () => {
  fc.assert(
    fc.property(anyLine, anyBase, (text, base) => {
      const apart = setRunsApart(text, base);
      const levels = findLevels(apart, base);
      for (const { 0: run, 1: inside = "", index } of apart.matchAll(
        /\u2066([^\u2066-\u2069]*)\u2069/g,
      )) {
        const own = [...levels.subarray(index, index + run.length)].filter((_, at) =>
          /[^\u2066-\u2069\u202C\u202D]/u.test(run.charAt(at)),
        );
        // Within a sentence from the left, words from the right are what they are.
        if (/\p{Script=Arab}(?<!\p{Nd})|\p{Script=Hebr}/u.test(inside)) continue;
        assert.ok(
          own.every((level) => level % 2 === 0),
          apart,
        );
      }
    }),
    sameCases(2000),
  );
});

test("a line that is set apart says what it said", () => {
  fc.assert(
    fc.property(anyLine, anyBase, (text, base) => {
      const apart = setRunsApart(text, base);
      assert.equal(apart.replace(/[\u2066-\u2069\u202C\u202D]/g, ""), text);
    }),
    sameCases(1000),
  );
});
