import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findInvisible } from "../../src/language/find-invisible.ts";
import { dropInvisible } from "../../src/language/invisible-characters.ts";

describe("what keyboards leave where it changes nothing is left out without a word", () => {
  for (const [name, ...texts] of [
    [
      "the selector of coloured pictures",
      "\u2615\uFE0F \u26A1\uFE0F \u2B50\uFE0F \u26D4\uFE0F",
      "\u2705\uFE0F",
      "\u{1F512}\uFE0F",
      "**\u{1F4F1}**\uFE0F",
    ],
    ["a joiner of pictures that other systems know", "\u{1F469}\u{1F3FD}\u200D\u{1F469}\u{1F3FD}"],
    [
      "half spaces behind letters that do not join, Latin and digits",
      "از\u200Cاین",
      "PDF\u200Cها",
      "**USB**\u200Cای",
      "۲۰\u200Cساله",
      "پایان\u200C نامه",
      "می\u200C\u200Cخواهم",
      "کے\u200Cلیے",
    ],
    ["a joiner within a syllable of Hindi", "नही\u200Dं"],
    [
      "breaks beside a stop, a space and quotation marks",
      "ចាស់\u200B។",
      "មាំ\u200B ។",
      "«\u200Bតែ\u200B»",
      "အတွက်\u200B၊",
      "ที่\u200B ปลอด",
    ],
    ["what keeps a number and its unit together", "10\u2060km", "€\u206010"],
    ["a soft hyphen where a word parts", "Auf\u00ADgabe"],
  ] as const) {
    test(name, () => {
      for (const text of texts) {
        assert.equal(findInvisible([text], true), undefined, text);
        const bare = dropInvisible(text);
        assert.notEqual(bare, text);
        assert.equal(dropInvisible(bare), bare);
        assert.ok(findInvisible([text]) !== undefined || text.includes("\u00AD"), "in a book");
      }
    });
  }

  for (const [name, text] of [
    ["a half space in Latin", "PD\u200CF"],
    ["three half spaces", "می\u200C\u200C\u200Cخواهم"],
    ["two kinds in a row", "از\u200C\u200Bاین"],
    ["a joiner between digits", "1\u200D2"],
    ["a break in Latin", "go\u200Bod"],
    ["a selector behind a letter", "a\uFE0F"],
    ["a selector behind a digit", "1\uFE0F"],
    ["three selectors", "\u2615\uFE0F\uFE0F\uFE0F"],
    ["a word joiner between letters", "a\u2060b"],
    ["two sorts of soft hyphens", "Auf\u00AD\u200Bgabe"],
    ["a soft hyphen behind one letter", "a\u00ADb"],
    ["a soft hyphen behind a word", "Aufgabe\u00AD "],
    ["tags", "می\u{E0041}"],
  ] as const) {
    test(`${name} is told`, () => assert.ok(findInvisible([text], true)));
  }
});
