import assert from "node:assert/strict";
import { before, test } from "node:test";
import { chooseCoverFiles } from "../../src/font/choose-cover-files.ts";
import { chooseFonts, type FontPlan } from "../../src/font/choose-fonts.ts";
import { collectCodePoints, holds } from "../../src/font/code-points.ts";
import { factsOf } from "../../src/font/font-facts.ts";
import { writeFontStylesheet } from "../../src/font/font-stylesheet.ts";
import { type FontSet, loadFonts } from "../../src/font/load-fonts.ts";
import { markWideWords } from "../../src/font/mark-wide-words.ts";
import { partClusters } from "../../src/font/part-clusters.ts";
import { mayNeedWideFamily, WIDE_FAMILIES } from "../../src/font/wide-families.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Language, parseLanguage } from "../../src/language/language.ts";
import type { FontChoice } from "../../src/theme/theme.ts";
import { ALPHABETS } from "./alphabets.ts";

const FACES = new Map<string, FontChoice>([
  ["Latn", { text: "Source Serif Pro", heads: "Source Sans 3" }],
  ["Cyrl", { text: "Source Serif Pro", heads: "Source Sans 3" }],
  ["Arab", { text: "Scheherazade New", heads: "Vazirmatn" }],
]);
const ENGLISH = "Nobody writes the two keys down on paper that leaves the room. ".repeat(20);

let fonts: FontSet;
before(async () => {
  fonts = await loadFonts(nodeFileSystem, { scripts: new Set(), isWide: true });
});

function plan(text: string, tag = "en"): FontPlan {
  const codePoints = new Set<number>();
  collectCodePoints(text, codePoints);
  return chooseFonts(fonts, FACES, parseLanguage(tag) as Language, text, codePoints, []);
}

test("every alphabet is drawn, each letter with its marks by one file, in text and headings", () => {
  for (const [language, letters] of Object.entries(ALPHABETS)) {
    const { chains, files, missing } = plan(letters, "ln");
    assert.deepEqual(missing, [], language);
    for (const chain of [chains.text, chains.heads]) {
      for (const cluster of letters.normalize("NFC").match(/\P{M}\p{M}*/gu) ?? []) {
        if (cluster === " ") continue;
        const drawn = files.some(
          ({ family, declared, bytes }) =>
            chain.includes(family) &&
            [...cluster].every((one) => {
              const codePoint = one.codePointAt(0) ?? 0;
              return holds(declared, codePoint) && holds(factsOf(bytes).coverage, codePoint);
            }),
        );
        assert.ok(drawn, `${language}: ${cluster}`);
      }
    }
  }
});

test("a wide family draws the alphabets in every weight and style", () => {
  const codePoints = new Set<number>();
  collectCodePoints(Object.values(ALPHABETS).join(" "), codePoints);
  for (const { name, weights } of WIDE_FAMILIES) {
    const files = fonts.get(name)?.files ?? [];
    assert.equal(files.length, weights.length * 2, name);
    for (const { bytes, fileName } of files) {
      const lacking = [...codePoints].filter((one) => !holds(factsOf(bytes).coverage, one));
      assert.deepEqual(lacking, [], fileName);
    }
  }
});

test("a wide family is read for each letter that the others lack", () => {
  const slices = ["Source Serif Pro", "Source Sans 3"].map((name) =>
    (fonts.get(name)?.files ?? []).filter(
      ({ weight, style }) => weight === 400 && style === "normal",
    ),
  );
  const [wide] = fonts.get("Noto Serif")?.files ?? [];
  assert.ok(wide);
  const unread: string[] = [];
  for (let codePoint = 0x41; codePoint < 0xffff; codePoint += 1) {
    const letter = String.fromCharCode(codePoint);
    if (!/(?=\p{L})[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u.test(letter)) continue;
    if (letter.normalize("NFC") !== letter) continue;
    if (!holds(wide.declared, codePoint) || !holds(factsOf(wide.bytes).coverage, codePoint))
      continue;
    const isDrawn = slices.every((files) =>
      files.some(
        ({ declared, bytes }) =>
          holds(declared, codePoint) && holds(factsOf(bytes).coverage, codePoint),
      ),
    );
    if (!isDrawn && !mayNeedWideFamily(letter)) unread.push(letter);
  }
  assert.deepEqual(unread, []);
  assert.ok(mayNeedWideFamily("q\u0301") && mayNeedWideFamily("&#596;"));
  assert.ok(!mayNeedWideFamily("Łódź, đường, žemė, résumé, Київ, e\u0301"));
});

test("a book written in a language with rare letters is set in the wide families as a whole", () => {
  const hausa = plan("Ɗan ƙasa ya ɗauki kaya zuwa gida", "ha");
  assert.equal(hausa.chains.text[0], "Noto Serif");
  assert.equal(hausa.chains.heads[0], "Noto Sans");
  assert.equal(hausa.rareClusters.size, 0);
  assert.equal(markWideWords("<p>Ɗan</p>", hausa), "<p>Ɗan</p>");
});

test("a name with rare letters is one word in the stand-ins; the book keeps its fonts", () => {
  const book = plan(`${ENGLISH} Mɔ\u0302kɔ, m\u0300b\u00E0.`);
  assert.equal(book.chains.text[0], "Source Serif Pro");
  assert.deepEqual([...book.rareClusters].sort(), ["m\u0300", "ɔ", "ɔ\u0302"].sort());
  assert.equal(
    markWideWords(
      '<head><title>Mɔ</title></head><p title="ɔ">By <b>Mɔ\u0302kɔ-na</b> &amp; me</p>',
      book,
    ),
    '<head><title>Mɔ</title></head><p title="ɔ">By <b><span class="other-face">Mɔ\u0302kɔ-na</span></b> &amp; me</p>',
  );
  assert.match(
    writeFontStylesheet(book),
    /font-family:"Source Serif Pro";[^}]*font-stretch:75%;[^}]*noto-serif-400-normal\.ttf"\) format\("truetype"\)/,
  );
  assert.equal(partClusters("m\u0300 \u2192\u0300", book), "m\u0300 \u2192\u2060\u0300");
});

test("a book without rare letters has no wide family, though another of its curriculum needs one", () => {
  const { files, standIns, chains } = plan(`${ENGLISH} Łódź`);
  assert.deepEqual([standIns.size, chains.text.includes("Noto Serif")], [0, false]);
  assert.deepEqual(
    files.filter(({ fileName }) => fileName.endsWith(".ttf")),
    [],
  );
});

test("an Arabic book keeps its fonts around a text with rare letters", () => {
  const book = plan("مفتاح Ƙofa", "ar");
  assert.equal(book.chains.text[0], "Scheherazade New");
  assert.equal(book.standIns.get("Source Serif Pro"), "Noto Serif");
});

test("a cover's title is in one font", () => {
  const first = (title: string) =>
    chooseCoverFiles(fonts, FACES, parseLanguage("en") as Language, title)[0]?.fileName;
  assert.equal(first("The Ƙofa"), "noto-sans-700-normal.ttf");
  assert.match(first("The door") ?? "", /^source-sans-3/);
});

test("a letter with a mark in code is drawn by a font that has a place for the mark", () => {
  const mono = fonts.get("Source Code Pro")?.files ?? [];
  assert.ok(mono.some(({ declared }) => holds(declared, 0x1eb9)));
  assert.ok(mono.every(({ declared }) => !holds(declared, 0x300)));
  const { chains } = plan("\u1eb9\u0300");
  assert.deepEqual(chains.mono.slice(0, 2), ["Source Code Pro", "Source Serif Pro"]);
});
