import assert from "node:assert/strict";
import { test } from "node:test";
import { setText } from "../../src/epub/set-title.ts";
import { castFonts } from "../../src/font/cast-fonts.ts";
import { loadFonts } from "../../src/font/load-fonts.ts";
import { openCoverFonts, shapeLine } from "../../src/font/shape-text.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type Language, parseLanguage } from "../../src/language/language.ts";

test("on a cover no line ends with a bracket that opens, or begins with one that closes", async () => {
  const text = "手機安全與「密碼」，請鎖好（手機）";
  const language = parseLanguage("zh-Hant") as Language;
  const need = { scripts: new Set(["Hant"]), isWide: false };
  const cast = await castFonts(await loadFonts(nodeFileSystem, need), text, "Hant");
  const faces = await openCoverFonts(cast.get("Noto Sans TC")?.files.slice(0, 1) ?? [], text);
  const pathOf = (sign: string) => shapeLine(sign, faces, language)?.glyphs[0]?.path;
  const [opening, closing] = [[..."「（"].map(pathOf), [..."」），"].map(pathOf)];
  for (let widthPx = 240; widthPx < 1000; widthPx += 50) {
    const box = { widthPx, heightPx: 2000, linesMost: 9, sizesPx: [60] };
    const lines = setText(text, faces, language, box)?.lines ?? [];
    assert.ok(lines.length > 0);
    for (const { glyphs } of lines) {
      assert.ok(!opening.includes(glyphs.at(-1)?.path), `${widthPx}`);
      assert.ok(!closing.includes(glyphs[0]?.path), `${widthPx}`);
    }
  }
});
