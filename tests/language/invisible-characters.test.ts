import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findInvisible } from "../../src/language/find-invisible.ts";
import {
  BLANK,
  dropInvisible,
  GONE,
  INVISIBLE,
  markInvisible,
} from "../../src/language/invisible-characters.ts";
import { composeText, traceLine } from "../../src/language/text-form.ts";

const ZERO = "\u200B";
const ONE = "\u200C";
/** A number of 8 bits, as tools for marking copies write it. */
const ROW = [ZERO, ONE, ONE, ZERO, ONE, ZERO, ZERO, ONE].join("");
const strewn = (sign: string, count: number) => `meet at${`${sign} the`.repeat(count)} well`;
const TAGS = "\u{E0068}\u{E0069}";
const WALES = "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}";

describe("signs that nobody sees are found and dropped", () => {
  for (const [name, text, found, cleared] of [
    ["a row", `the well${ROW}`, [8, "U+200B"], "the well"],
    ["letters as tags", `a${TAGS}b`, [2, "U+E0068"], "ab"],
    ["tags behind a flag", `${WALES}${TAGS}`, [2, "U+E0068"], WALES],
    ["tags in a flag that is none", "\u{1F3F4}\u{E0061}\u{E007F}", [2, "U+E0061"], "\u{1F3F4}"],
    ["bytes behind a face", "\u{1F600}\u{E0158}\u{E0159}\u{E015A}", [3, "U+E0158"], "\u{1F600}"],
    ["one alone", strewn("\u2060", 1), [1, "U+2060"], strewn("", 1)],
    ["strewn over a text", strewn("\u2060", 8), [8, "U+2060"], strewn("", 8)],
    ["marks of several files put together", `a${"\uFEFF".repeat(4)}b`, [4, "U+FEFF"], "ab"],
    ["variants of ideographs by a number", "葛\u{E0100}城 大\u{E0123}", [2, "U+E0100"], "葛城 大"],
    ["a variant that an ideograph has not", "人\uFE00神\uFE01", [2, "U+FE00"], "人神"],
    ["a variant of a sign that has none", "a+\uFE00b", [1, "U+FE00"], "a+b"],
    [
      "faces that are no picture together",
      "😀\u200D😁 👩\u200D💻\u200D😀",
      [3, "U+200D"],
      "😀😁 👩💻😀",
    ],
    ["a joiner behind a letter that is never joined", "کا\u200Dر", [1, "U+200D"], "کار"],
    [
      "spaces of no width within syllables",
      "เ\u200Bก\u200B็ ខ្\u200Bញ\u200Bុំ ဖု\u200Bန်း",
      [5, "U+200B"],
      "เก็ ខ្ញុំ ဖုန်း",
    ],
    ["heads of notes that are not drawn", "a\u{1D159}b", [1, "U+1D159"], "ab"],
    ["controls of old terminals", "a\u0081b\u009Fc\u007F", [3, "U+0081"], "abc"],
    ["a row within a Persian word", `می${ROW}شود`, [7, "U+200C"], "می\u200Cشود"],
    ["a row behind a Persian word", `می${ROW} شود`, [8, "U+200B"], "می شود"],
    ["a key pressed too long", "می\u200C\u200C\u200C\u200Cشود", [3, "U+200C"], "می\u200Cشود"],
    ["between letters that are joined anyway", "م\u200Dی", [1, "U+200D"], "می"],
    ["between letters without ligatures", "of\u200Cfline", [1, "U+200C"], "offline"],
    ["annotations between lines", "a\uFFF9b\uFFFAc\uFFFBd", [3, "U+FFF9"], "abcd"],
    ["beams of music", "a\u{1D173}b\u{1D17A}", [2, "U+1D173"], "ab"],
    ["formats of shorthand", "a\u{1BCA0}b\u{1BCA3}", [2, "U+1BCA0"], "ab"],
    ["formats of hieroglyphs", "a\u{13430}b\u{1343F}", [2, "U+13430"], "ab"],
    ["fillers of Korean", "a\u115F\u1160b", [2, "U+115F"], "ab"],
    ["vowels of Khmer that are not written", "a\u17B4\u17B5", [2, "U+17B4"], "a"],
    ["variants of letters that have none", "a\uFE0Fb\uFE00 1\uFE0F", [3, "U+FE0F"], "ab 1"],
    ["selectors of Mongolian", "a\u180B\u180E\u180Fb", [3, "U+180B"], "ab"],
    ["operators that are not drawn", "a\u2061b\u2064", [2, "U+2061"], "ab"],
    ["a joiner of graphemes", "c\u034Fh", [1, "U+034F"], "ch"],
    ["formats that are out of use", "a\u206Ab\u206F", [2, "U+206A"], "ab"],
    ["numbers that no sign has yet", "a\u2065b\uFFF0\u{E0FFF}", [3, "U+2065"], "ab"],
    ["an accent behind a space", "a \u0301b", [1, "U+0301"], "a b"],
  ] as const) {
    test(name, () => {
      const { count, sign } = findInvisible([text], true) ?? {};
      assert.deepEqual([count, sign], found);
      assert.equal(dropInvisible(text), cleared);
      assert.equal(dropInvisible(cleared), cleared);
    });
  }

  for (const [name, text, cleared] of [
    ["line ends within a line", "a\u2028b \u2029c\u0085", "a b c"],
    ["rows of Braille without dots", "a \u2800\u2800b\u2800\u2800\u2800c\u2800", "a b c"],
    ["wide fillers", "a\u3164b \uFFA0c", "a b c"],
    ["a half space behind a letter that is never joined", "کار\u200Cها", "کارها"],
    ["a variant of a face that has it", "\u{1F600}\uFE0F", "\u{1F600}"],
    ["soft hyphens in short words", "pass\u00ADword is\u00AD here", "password is here"],
  ] as const)
    test(`${name} are no more than what is seen`, () => assert.equal(dropInvisible(text), cleared));
});

describe("what writings need stays", () => {
  for (const [name, text] of [
    ["Persian half spaces", "می\u200Cشود، نمی\u200Cخواهم خانه\u200Cها "],
    ["half spaces beside emphasis and tags", "**می**\u200Cشود <b>می\u200C</b>شود "],
    ["a first form alone", "ه\u200D.ش. "],
    ["Khmer words", "ខ្ញុំ\u200Bចង់\u200Bទៅ\u200BSignal\u200Bដើម្បី "],
    ["Thai, Lao and Burmese words", "ภาษา\u200Bไทย ພາສາ\u200Bລາວ မြန်မာ\u200Bစာ "],
    ["joiners of Sinhala and Devanagari", "ක්\u200Dෂ क्\u200Dष क्\u200Cष "],
    ["joiners of Bengali and Malayalam", "র\u200D্য ക്\u200D "],
    ["marks of direction", "\u200Fا\u200E (a)\u200F "],
    ["faces of several people", "👩🏽\u200D❤️\u200D💋\u200D👨🏿 ❤️\u200D🔥 🏳️\u200D🌈 "],
    ["keys and signs as pictures", "1\uFE0F\u20E3 ©\uFE0F ☎\uFE0E "],
    ["the flag of Wales", WALES],
    ["variants of ideographs", "神\uFE00田 拉\uFE00 "],
    ["points of Hebrew in another order", "לַ\u034Fִ \uFB2A\u034F\u05B8 "],
    ["places where Tibetan may be parted", "བོད་\u200Bཡིག བོད\u200Bཡིག "],
    ["a half letter at the end of a word", "હિન્\u200C ન્\u200C, "],
    ["a stem without a head", "\u{1D159}\u{1D165} "],
    ["pictures of several", "👩‍💻 ❤‍🔥 🏴‍☠️ 🧑🏽‍🤝‍🧑🏿 👁️‍🗨️ 👨‍👩‍👧‍👦 "],
    ["variants of Mongolian letters", "ᠠ\u180Bᠠ\u180Eᠠ "],
    ["old Korean", "\u115F\u1161 \u1100\u1160\u11A8 "],
    ["a long word that may be parted", "Datenschutz\u00ADgrund\u00ADverordnung "],
    ["Braille", "⠓⠑\u2800⠺ "],
    ["signs of numbers and verses", "\u0600\u0661 \u06DD\u0662 \u070Fܐ "],
    ["accents in their places", "a\u0303 \u25CC\u0301 \u00A0\u0301 "],
  ] as const) {
    test(name, () => {
      const many = text.repeat(20);
      assert.equal(findInvisible([many], true), undefined);
      assert.equal(dropInvisible(many), many);
    });
  }
});

test("no sign that nobody sees passes between letters that need none", () => {
  const invisible = new RegExp(`${INVISIBLE}|[${BLANK}\\u2800]`, "u");
  const passed: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    if (sign === GONE || !invisible.test(sign)) continue;
    if (markInvisible(`a${sign}b`).includes(sign)) passed.push(code.toString(16));
  }
  assert.deepEqual(passed, []);
});

test("ideographs that names are written with stay apart from others", () => {
  assert.equal(composeText("\uFA19\uFA10\u{2F953}"), "神\uFE00塚\uFE00祖\uFE01");
  assert.equal(composeText(composeText("\uFA19")), composeText("\uFA19"));
});

test("a place in a line is found again in the line as it was written", () => {
  const written = "a\u200Be\u034F\u0301\u2060 b\u{E0041}c";
  assert.equal(composeText(written), "a\u00E9 bc");
  const trace = traceLine(written);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((at) => trace?.startOf(at)),
    [0, 2, 6, 7, 10],
  );
  assert.deepEqual(
    [1, 2, 5].map((at) => trace?.endOf(at)),
    [1, 5, 11],
  );
});

test("what is looked at costs no more than its length", () => {
  for (const sign of ["\u200B", "\u2800", "\u28FF", "\u0301", "\uFEFFa", "\u3164", "\u{E0041}"]) {
    const text = sign.repeat(200_000);
    assert.ok(dropInvisible(`${text}\u2060`).length <= text.length);
  }
});
