import assert from "node:assert/strict";
import { before, test } from "node:test";
import { castFaces } from "../../src/font/cast-faces.ts";
import { holds } from "../../src/font/code-points.ts";
import { findCompanions } from "../../src/font/families.ts";
import { factsOf } from "../../src/font/font-facts.ts";
import { type FontSet, loadFonts } from "../../src/font/load-fonts.ts";
import { openFaces, shapeLine } from "../../src/font/shape-text.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Language, parseLanguage } from "../../src/language/language.ts";

const scripts = ["Hans", "Hant", "Jpan", "Kore"];
let fonts: FontSet;
before(async () => {
  fonts = await loadFonts(nodeFileSystem, { scripts: new Set(scripts), isWide: false });
});

const SAMPLES: readonly (readonly [script: string, family: string, text: string])[] = [
  ["Hans", "Noto Sans SC", "请锁好手机，再出门。VPN 2"],
  ["Hant", "Noto Sans TC", "請鎖好手機，再出門。ㄅㄆ VPN 2"],
  ["Jpan", "Noto Sans JP", "電話に鍵をかけて、出かける。VPN 2"],
  ["Kore", "Noto Sans KR", "전화를 잠그고 나갑니다. 門 VPN 2"],
];

for (const [script, family, text] of SAMPLES) {
  test(`a book in ${script} gets one plain face a weight, with its text and little more`, async () => {
    const files = (await castFaces(fonts, text, script)).get(family)?.files ?? [];
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
  const cast = await castFaces(fonts, "安全门", "Hans");
  const [regular, bold] = cast.get("Noto Sans SC")?.files ?? [];
  assert.ok(regular && bold);
  const language = parseLanguage("zh") as Language;
  const pathsOf = async (font: typeof regular) => {
    const faces = await openFaces([font], "安全门");
    return (shapeLine("安全门", faces, language)?.glyphs ?? []).map(({ path }) => path);
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
  const cast = await castFaces(fonts, "「安」。", "Jpan");
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

test("a letter that one family lacks comes from another, and the families of other scripts lend theirs alone", async () => {
  const cast = await castFaces(fonts, "Dear 田中さん, 𠮷 and 한", "Hans");
  const drawnBy = (character: string) =>
    [...cast.values()]
      .filter(({ isVariable }) => isVariable)
      .filter(({ files }) => holds(files[0]?.declared ?? [], character.codePointAt(0) ?? 0))
      .map(({ name }) => name);
  assert.deepEqual(drawnBy("田"), ["Noto Sans SC"]);
  assert.deepEqual(drawnBy("𠮷"), ["Noto Sans JP"]);
  assert.deepEqual(drawnBy("한"), ["Noto Sans KR"]);
  assert.deepEqual(drawnBy("D"), ["Noto Sans SC"]);
});

test("more families are read for the characters that the wanted one lacks, and no more", async () => {
  const read = async (text: string) => {
    const han = new Set(Array.from(text, (one) => one.codePointAt(0) ?? 0));
    const set = await loadFonts(nodeFileSystem, { scripts: new Set(["Hans"]), isWide: false, han });
    return [...set.values()].filter(({ isVariable }) => isVariable).map(({ name }) => name);
  };
  assert.deepEqual(await read("安全"), ["Noto Sans SC"]);
  assert.deepEqual(await read("安全𠮷"), ["Noto Sans SC", "Noto Sans JP"]);
});

test("a book without these scripts keeps its faces as they are; the same text gives the same bytes", async () => {
  const plain = await loadFonts(nodeFileSystem);
  assert.equal(await castFaces(plain, "Quiet phones", "Latn"), plain);
  const bytes = async () =>
    (await castFaces(fonts, "安全", "Hans")).get("Noto Sans SC")?.files[0]?.bytes;
  assert.deepEqual(await bytes(), await bytes());
});

test("no glyph of the packages is made of others", async () => {
  // What `mergeFaces` would refuse: each character of each slice is cast once.
  for (const name of ["Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"]) {
    const family = fonts.get(name);
    assert.ok(family);
    const text = family.files
      .flatMap(({ bytes, declared }) =>
        factsOf(bytes).coverage.flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((one) =>
            holds(declared, one),
          ),
        ),
      )
      .map((one) => String.fromCodePoint(one))
      .join("");
    const one = new Map([[name, { ...family, weights: [400] }]]);
    const script = scripts[["SC", "TC", "JP", "KR"].indexOf(name.slice(-2))] ?? "";
    const cast = await castFaces(one, text, script);
    assert.ok((cast.get(name)?.files[0]?.bytes.length ?? 0) > 1_000_000, name);
  }
});

test("a word of kana in a book of another script has all its signs, of one face", async () => {
  const text = "English コーヒー・ミルク が゛ ﾊﾟｰ ゠ 「語」";
  const needed = new Set(findCompanions(text, "Latn").map(({ script }) => script));
  const need = { scripts: needed, isWide: false };
  const cast = await castFaces(await loadFonts(nodeFileSystem, need), text, "Latn");
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

test("one sign of East Asia by itself finds a face", async () => {
  for (const sign of "々〆、。「」・゛゜ー゠，！：〇〶〠㍻㏍") {
    const scripts = new Set(findCompanions(`A ${sign}`, "Latn").map(({ script }) => script));
    const han = new Set([sign.codePointAt(0) ?? 0]);
    const fonts = await loadFonts(nodeFileSystem, { scripts, isWide: false, han });
    const cast = await castFaces(fonts, `A ${sign}`, "Latn");
    const drawn = [...cast.values()].some(
      ({ files, isVariable }) =>
        isVariable && files.some(({ declared }) => holds(declared, sign.codePointAt(0) ?? 0)),
    );
    assert.ok(drawn, sign);
  }
});
