import assert from "node:assert/strict";
import { test } from "node:test";
import { castFonts } from "../../src/font/cast-fonts.ts";
import { holds } from "../../src/font/code-points.ts";
import { findScriptFonts } from "../../src/font/families.ts";
import { factsOf } from "../../src/font/font-facts.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { openCoverFonts, shapeLine } from "../../src/font/shape-text.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Language, parseLanguage } from "../../src/language/language.ts";
import { fonts, prepare, SAMPLES } from "./cast-scene.ts";

prepare();

for (const [script, family, text] of SAMPLES) {
  test(`a book in ${script} gets one plain font a weight, with its text and little more`, async () => {
    const files = (await castFonts(fonts, text, script)).get(family)?.files ?? [];
    assert.deepEqual(
      files.map(({ weight, bytes }) => [weight, factsOf(bytes).postScriptName]),
      [
        [400, `${family.replaceAll(" ", "")}-Regular`],
        [700, `${family.replaceAll(" ", "")}-Bold`],
      ],
    );
    for (const { bytes, declared } of files) {
      const tables = new TextDecoder("latin1").decode(bytes.subarray(0, 300));
      assert.doesNotMatch(tables, /fvar|gvar/);
      for (const one of text.replaceAll(" ", "")) {
        const codePoint = one.codePointAt(0) ?? 0;
        assert.ok(holds(declared, codePoint), one);
        assert.ok(holds(factsOf(bytes).coverage, codePoint), one);
      }
      assert.ok(bytes.length < 60_000, `${bytes.length}`);
    }
  });
}

test("glyphs are those of the slices, at the weight", async () => {
  const cast = await castFonts(fonts, "安全门", "Hans");
  const [regular, bold] = cast.get("Noto Sans SC")?.files ?? [];
  assert.ok(regular && bold);
  const language = parseLanguage("zh") as Language;
  const pathsOf = async (font: typeof regular) => {
    const fonts = await openCoverFonts([font], "安全门");
    return (shapeLine("安全门", fonts, language)?.glyphs ?? []).map(({ path }) => path);
  };
  const [thin, thick] = [await pathsOf(regular), await pathsOf(bold)];
  assert.equal(new Set([...thin, ...thick]).size, 6);
  const width = (path: string) => {
    const xs = [...path.matchAll(/[ML](-?[\d.]+),/g)].map((match) => Number(match[1]));
    return Math.max(...xs) - Math.min(...xs);
  };
  for (const path of thin) assert.ok(width(path) > 700 && width(path) < 1000, path);
});

test("punctuation can be set in half its width", async () => {
  const cast = await castFonts(fonts, "「安」。", "Jpan");
  const bytes = cast.get("Noto Sans JP")?.files[0]?.bytes ?? new Uint8Array();
  const { Blob, Buffer, Face, Feature, Font, shape } = await import("harfbuzzjs");
  const buffer = new Buffer();
  buffer.addText("「安」。");
  buffer.guessSegmentProperties();
  shape(new Font(new Face(new Blob(bytes))), buffer, [new Feature("halt", 1)]);
  const glyphs = buffer.getGlyphInfosAndPositions();
  assert.deepEqual(
    glyphs.map(({ xAdvance, xOffset }) => [xAdvance, xOffset]),
    [
      [500, -500],
      [1000, 0],
      [500, 0],
      [500, 0],
    ],
  );
});

test("a book without these scripts keeps its fonts as they are; the same text gives the same bytes", async () => {
  const plain = await loadFonts(nodeFileSystem);
  assert.equal(await castFonts(plain, "Quiet phones", "Latn"), plain);
  const bytes = async () =>
    (await castFonts(fonts, "安全", "Hans")).get("Noto Sans SC")?.files[0]?.bytes;
  assert.deepEqual(await bytes(), await bytes());
});

test("a word of kana in a book of another script has all its signs, of one font", async () => {
  const text = "English コーヒー・ミルク が゛ ﾊﾟｰ ゠ 「語」";
  const needed = new Set(findScriptFonts(text, "Latn").map(({ script }) => script));
  const need = { scripts: needed, isWide: false };
  const cast = await castFonts(await loadFonts(nodeFileSystem, need), text, "Latn");
  const drawnBy = (one: string) =>
    [...cast.values()]
      .filter(({ files, isVariable }) => {
        const declared = files[0]?.declared ?? [];
        return isVariable && holds(declared, one.codePointAt(0) ?? 0);
      })
      .map(({ name }) => name);
  for (const one of "コーヒミルクが゛゠") assert.deepEqual(drawnBy(one), ["Noto Sans JP"], one);
  for (const one of "・ﾊﾟｰ「語」") assert.equal(drawnBy(one).length, 1, one);
});
