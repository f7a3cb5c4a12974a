import assert from "node:assert/strict";
import { test } from "node:test";
import { collectCodePoints, holds, parseRanges } from "../../src/font/code-points.ts";
import { findScriptFonts, SCRIPT_FONTS } from "../../src/font/families.ts";
import { readFontFacts } from "../../src/font/font-facts.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";

test("unicode ranges are read in any case, single and spanned", () => {
  assert.deepEqual(parseRanges("U+1f600-1F602, U+41"), [
    [0x41, 0x41],
    [0x1f600, 0x1f602],
  ]);
});

test("spaces, controls, joiners and direction marks need no glyph", () => {
  const found = new Set<number>();
  collectCodePoints("a\u00a0\u200b\u200d\u2067\u00ad\ufe0f\t\u0301e\u0301", found);
  assert.deepEqual(
    [...found].sort((one, other) => one - other),
    [0x61, 0xe9, 0x301],
  );
});

test("a font's own character map is read, not the range that its package declares", async () => {
  const fonts = await loadFonts(nodeFileSystem);
  const latin = fonts
    .get("Source Serif Pro")
    ?.files.find((one) => one.subset === "latin" && one.weight === 400 && one.style === "normal");
  assert.ok(latin);
  const facts = readFontFacts(latin.bytes);
  assert.equal(facts.postScriptName, "SourceSerifPro-Regular");
  assert.ok(holds(facts.coverage, 0x41));
  // HYPHENATION POINT: declared, not drawn.
  assert.ok(holds(latin.declared, 0x2027));
  assert.ok(!holds(facts.coverage, 0x2027));
});

test("bytes that are no font are refused", () => {
  assert.throws(() => readFontFacts(new Uint8Array(64)), RangeError);
});

test("every bundled family is installed, with every weight in every slice", async () => {
  const fonts = await loadFonts(nodeFileSystem);
  for (const family of fonts.values()) {
    const slices = new Set(family.files.map((file) => file.subset));
    const styles = family.italics ? 2 : 1;
    assert.ok(slices.size > 0, family.name);
    assert.equal(family.files.length, slices.size * family.weights.length * styles, family.name);
  }
});

test("the font of a script is used as soon as its package is there", async () => {
  const fileSystem = memoryFileSystem({
    "/p/unicode.json": '{"thai": "U+0E01-0E5B"}',
    "/p/files/noto-serif-thai-thai-400-normal.woff2": new Uint8Array([1]),
  });
  const find = (name: string) => (name === "@fontsource/noto-serif-thai" ? "/p" : undefined);
  const fonts = await loadFonts(fileSystem, { scripts: new Set(["Thai"]), isWide: false }, find);
  assert.deepEqual([...fonts.keys()], ["Noto Serif Thai"]);
  assert.deepEqual([...(await loadFonts(fileSystem, undefined, find)).keys()], []);
});

test("Han characters belong to the book's own tradition", () => {
  const scripts = (text: string, book: string) =>
    findScriptFonts(text, book).map((one) => one.script);
  assert.deepEqual(scripts("字", "Latn"), ["Hans"]);
  assert.deepEqual(scripts("字", "Hant"), ["Hant"]);
  assert.deepEqual(scripts("字", "Jpan"), ["Jpan"]);
  assert.deepEqual(scripts("字かな", "Latn"), ["Hans", "Jpan"]);
  assert.deepEqual(scripts("字 글", "Kore"), ["Kore"]);
  assert.deepEqual(scripts("字 글", "Hant"), ["Hant", "Kore"]);
  assert.deepEqual(scripts("Note：", "Latn"), ["Hans"]);
  assert.deepEqual(scripts("Just Latin", "Latn"), []);
});

test("a sign that a script font draws is enough to ask for that font", () => {
  const lost: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    if (/[\uD800-\uDFFF]/.test(sign)) continue;
    const drawn = SCRIPT_FONTS.filter(({ characters }) => characters.test(sign));
    if (drawn.some((one) => !findScriptFonts(sign, one.script).includes(one))) lost.push(sign);
  }
  assert.deepEqual(lost, []);
});

test("each script is in the table once", () => {
  const scripts = SCRIPT_FONTS.map((one) => one.script);
  assert.equal(new Set(scripts).size, scripts.length);
});
