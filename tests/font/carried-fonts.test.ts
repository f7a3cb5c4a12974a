import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chooseCarriedFonts } from "../../src/font/carried-fonts.ts";
import { holds } from "../../src/font/code-points.ts";
import { SCRIPT_FONTS } from "../../src/font/families.ts";
import { readFontFacts } from "../../src/font/font-facts.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { reportUncarriedScripts } from "../../src/font/missing-glyphs.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { parseLanguage } from "../../src/language/language.ts";
import type { FontPolicy } from "../../src/source/book-options.ts";

const fonts = await loadFonts(nodeFileSystem, {
  scripts: new Set(["Mymr", "Ethi", "Deva", "Khmr"]),
  isWide: false,
});
const FACES = new Map([
  ["Latn", { text: "Source Serif Pro", heads: "Source Sans 3" }],
  ["Arab", { text: "Scheherazade New", heads: "Vazirmatn" }],
]);

function choose(tag: string, text: string, policy: FontPolicy = "auto") {
  const language = parseLanguage(tag);
  assert.ok(language);
  return chooseCarriedFonts(fonts, FACES, language, text, policy);
}

describe("fonts are carried", () => {
  const cases: readonly (readonly [string, string, FontPolicy, readonly string[]])[] = [
    ["en", "Quiet phones, déjà vu", "auto", []],
    ["ar", "هاتف هادئ", "auto", []],
    ["hi", "शांत फ़ोन", "auto", []],
    ["my", "ဖုန်း phone", "auto", ["Noto Serif Myanmar (own)"]],
    ["am", "ስልክ", "auto", ["Noto Sans Ethiopic (own)"]],
    ["km", "ទូរស័ព្ទ", "auto", ["Noto Serif Khmer (own)"]],
    ["en", "by አበበ", "auto", ["Noto Sans Ethiopic"]],
    ["am", "ስልክ ဖုန်း", "auto", ["Noto Sans Ethiopic (own)", "Noto Serif Myanmar"]],
    ["my", "ဖုန်း phone", "never", []],
    ["en", "Quiet phones", "always", ["Source Serif Pro (own)"]],
    ["ar", "هاتف", "always", ["Scheherazade New (own)"]],
    ["hi", "शांत", "always", ["Noto Serif Devanagari (own)"]],
    ["my", "ဖုန်း phone", "always", ["Noto Serif Myanmar (own)", "Source Serif Pro (own)"]],
  ];
  for (const [tag, text, policy, expected] of cases) {
    test(`${policy}, ${tag}, "${text}": ${expected.join(", ") || "none"}`, () => {
      const found = choose(tag, text, policy).map(
        ({ family, isOwn }) => `${family}${isOwn ? " (own)" : ""}`,
      );
      assert.deepEqual([...new Set(found)], expected);
    });
  }
});

test("a script's font takes its own letters and shared signs, joiners too, no Latin letters", () => {
  const [font] = choose("km", "ក\u200Dខ a 1 –");
  assert.equal([...(font?.characters ?? "")].sort().join(""), " 1កខ\u200D–");
});

test("regular and bold are carried; of Latin the italic too", () => {
  const stems = (tag: string, text: string, policy: FontPolicy) =>
    choose(tag, text, policy).flatMap(({ files }) =>
      files.map(({ weight, style, stem }) => `${stem}: ${weight} ${style}`),
    );
  assert.deepEqual(stems("my", "ဖုန်း", "auto"), [
    "noto-serif-myanmar-myanmar-400-normal: normal normal",
    "noto-serif-myanmar-myanmar-700-normal: bold normal",
  ]);
  assert.deepEqual(stems("en", "a", "always"), [
    "source-serif-pro-latin-400-normal: normal normal",
    "source-serif-pro-latin-400-italic: normal italic",
    "source-serif-pro-latin-600-normal: bold normal",
  ]);
});

test("slices of one family have names of their own", () => {
  const names = choose("en", "a ő", "always").map(({ name }) => name);
  assert.equal(new Set(names).size, 2);
});

test("each bundled font draws its script in every weight that is named", async () => {
  const all = await loadFonts(nodeFileSystem, {
    scripts: new Set(SCRIPT_FONTS.map(({ script }) => script)),
    isWide: false,
  });
  // Those of East Asia are made for each book.
  for (const { family, characters } of SCRIPT_FONTS.filter(({ family }) => !family.isVariable)) {
    const files = all.get(family.name)?.files ?? [];
    assert.deepEqual(
      files.map(({ weight }) => weight),
      family.weights,
      family.name,
    );
    const letters = Array.from({ length: 0x1e960 }, (_, codePoint) => codePoint)
      .filter((one) => characters.test(String.fromCodePoint(one)))
      .filter((one) => /\p{L}/u.test(String.fromCodePoint(one)));
    const drawn = readFontFacts(files[0]?.bytes ?? new Uint8Array()).coverage;
    const held = letters.filter((one) => holds(drawn, one));
    // Lao lacks the letters for Pali; the other fonts have nearly all.
    assert.ok(held.length > letters.length * 0.6, `${family.name}: ${held.length} letters`);
  }
});

test("a script that should be carried and has no font is told once, where it stands", () => {
  const report = (policy: FontPolicy) =>
    reportUncarriedScripts(policy, fonts, "Latn", [
      { file: "one.md", text: "Latin" },
      { file: "two.md", text: "a 安 b 全" },
    ]);
  assert.deepEqual(report("auto"), []);
  const [only, ...rest] = report("always");
  assert.deepEqual(rest, []);
  assert.equal(only?.code, "FNT004");
  assert.deepEqual(only?.place, { file: "two.md", line: 1, column: 3, length: 1 });
  assert.match(only?.hint ?? "", /Noto Sans SC comes with Handpress/);
});
