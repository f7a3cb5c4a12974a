import assert from "node:assert/strict";
import { test } from "node:test";
import { castFonts } from "../../src/font/cast-fonts.ts";
import { holds } from "../../src/font/code-points.ts";
import { findScriptFonts } from "../../src/font/families.ts";
import { factsOf } from "../../src/font/font-facts.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { fonts, prepare, scripts } from "./cast-scene.ts";

prepare();

test("a letter that one family lacks comes from another, and the families of other scripts lend theirs alone", async () => {
  const cast = await castFonts(fonts, "Dear 田中さん, 𠮷 and 한", "Hans");
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

test("no glyph of the packages is made of others", async () => {
  // What `mergeSlices` would refuse: each character of each slice is cast once.
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
    const cast = await castFonts(one, text, script);
    assert.ok((cast.get(name)?.files[0]?.bytes.length ?? 0) > 1_000_000, name);
  }
});

test("one sign of East Asia by itself finds a font", async () => {
  for (const sign of "々〆、。「」・゛゜ー゠，！：〇〶〠㍻㏍") {
    const scripts = new Set(findScriptFonts(`A ${sign}`, "Latn").map(({ script }) => script));
    const han = new Set([sign.codePointAt(0) ?? 0]);
    const fonts = await loadFonts(nodeFileSystem, { scripts, isWide: false, han });
    const cast = await castFonts(fonts, `A ${sign}`, "Latn");
    const drawn = [...cast.values()].some(
      ({ files, isVariable }) =>
        isVariable && files.some(({ declared }) => holds(declared, sign.codePointAt(0) ?? 0)),
    );
    assert.ok(drawn, sign);
  }
});
