import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dropUnseenSigns, findUnseenSigns } from "../../src/language/unseen-signs.ts";

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
    ["bytes behind a face", "\u{1F600}\u{E0158}\u{E0159}\u{E015A}", [3, "U+E0158"], "\u{1F600}"],
    ["strewn over a text", strewn("\u2060", 8), [8, "U+2060"], strewn("", 8)],
    ["marks of several files put together", `a${"\uFEFF".repeat(4)}b`, [4, "U+FEFF"], "a\uFEFFb"],
    [
      "a variant of one ideograph four times",
      `\u845B${"\u{E0100}".repeat(4)}`,
      [4, "U+E0100"],
      "\u845B",
    ],
    ["a row within a Persian word", `می${ROW}شود`, [8, "U+200B"], "می\u200Cشود"],
    ["a row behind a Persian word", `می${ROW} شود`, [8, "U+200B"], "می شود"],
    ["a key pressed too long", "می\u200C\u200C\u200C\u200Cشود", [4, "U+200C"], "می\u200Cشود"],
  ] as const) {
    test(name, () => {
      assert.deepEqual(Object.values(findUnseenSigns([text]) ?? {}), found);
      assert.deepEqual(dropUnseenSigns([text]), [cleared]);
      assert.equal(findUnseenSigns([cleared]), undefined);
    });
  }
});

describe("what writings need stays", () => {
  for (const [name, text] of [
    ["Persian half spaces", "می\u200Cشود، نمی\u200Cخواهم ".repeat(20)],
    ["Khmer words", "ខ្ញុំ\u200Bចង់\u200Bទៅ\u200B".repeat(20)],
    ["joiners of Sinhala and Devanagari", "ක්\u200Dෂ क्\u200Dष ".repeat(20)],
    ["marks of direction", "\u200Fا\u200E (a)\u200F ".repeat(20)],
    ["faces of several people", "👩🏽\u200D❤️\u200D💋\u200D👨🏿 ❤️\u200D🔥 ".repeat(20)],
    ["the flag of Wales", WALES.repeat(20)],
    ["variants of ideographs", "葛\u{E0100}城 辻\u{E0101} ".repeat(20)],
    ["variants of Mongolian letters", "ᠠ\u180B\u180E".repeat(20)],
    ["parted ligatures", "Auf\u200Clage, Schiff\u200Cfahrt ".repeat(20)],
    ["words that may be parted", "Ver\u00ADschlüs\u00ADse\u00ADlung ".repeat(20)],
    ["a few that came from the web", strewn(ZERO, 7)],
  ] as const) {
    test(name, () => {
      assert.equal(findUnseenSigns([text]), undefined);
      assert.deepEqual(dropUnseenSigns([text]), [text]);
    });
  }
});

test("what is strewn over the pieces of a page is counted together", () => {
  const texts = [strewn(ZERO, 5), strewn(ZERO, 5)];
  assert.deepEqual(findUnseenSigns(texts), { count: 10, sign: "U+200B" });
  assert.deepEqual(dropUnseenSigns(texts), [strewn("", 5), strewn("", 5)]);
});
