import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { readPrint } from "../../src/pdf/read-print.ts";
import { listFonts } from "../../src/pdf-file/read-fonts.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { readTextPlaces } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

/** Builds a module of one session; says what was told, and what is in the PDF and the EPUB. */
async function build(language: string, title: string, text: string, files = {}) {
  const fileSystem = overlayFileSystem({
    "c/m.md": `---\nlayout: module\ntitle: ${title}\npermalink: /m/\ninput:\n  - url: /s/\n---\n`,
    "c/s.md": `---\ntitle: ${title}\npermalink: /s/\nadids: Input\n---\n${text}\n`,
    "c/handpress.yaml": `language: ${language}\n`,
    ...files,
  });
  const args = ["build", "c", "--format", "pdf,epub", "--output", "out"];
  const { code, note } = await runHandpress(args, { fileSystem, cwd: MEMORY });
  assert.equal(code, 0, note);
  const pdf = await fileSystem.readFile(`${MEMORY}/out/${language}/m.pdf`);
  const { document } = await readPrint(pdf);
  return {
    note,
    words: (await readTextPlaces(pdf))
      .flatMap(({ places }) => places.map(({ text: one }) => one))
      .join(" "),
    fonts: [...new Set(listFonts(document).map(({ name }) => name))],
    epub: unzipSync(await fileSystem.readFile(`${MEMORY}/out/${language}/m.epub`)),
  };
}

test("a Chinese book is printed in one plain font a weight, without a word of complaint", async () => {
  const { note, words, fonts } = await build(
    "zh-Hans",
    "手机",
    "请锁好**手机**，再出门。\n\n1. 第一",
  );
  assert.doesNotMatch(note, /FNT|OUT/);
  assert.match(words.replace(/\s/g, ""), /请锁好手机，再出门。/);
  assert.deepEqual(
    fonts.filter((name) => name.includes("Noto")),
    ["NotoSansSC-Bold", "NotoSansSC-Regular"],
  );
});

test("marks that no letter has in Unicode, and what no font draws, stop no PDF", async () => {
  const text =
    "x\u0302\u0301 \u2192\u20E0 1\u20E3 \u0905\u0302 a\uA997b \u{1F468}\u200D\u{1F469} e\u0302\u0301";
  const { note, words } = await build("en", "Odd", text);
  assert.match(note, /s\.md:6:\d+: warning FNT002: Unexpected character `ꦗ` \(U\+A997\)/);
  assert.match(words, /a\s*\[U\+A997\]\s*b/);
});

test("words in a drawing are drawn, and no font of the machine is asked for", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><text x="9" y="55" font-family="Arial">Who?</text></svg>';
  const { note, epub } = await build("en", "Plan", "![A plan](plan.svg)", { "c/plan.svg": svg });
  assert.doesNotMatch(note, /IMG/);
  const drawing = new TextDecoder().decode(epub["EPUB/images/plan.svg"]);
  assert.match(drawing, /<path d="M[\d.a-zA-Z -]{100,}/);
  assert.doesNotMatch(drawing, /<text|Arial/);
});
