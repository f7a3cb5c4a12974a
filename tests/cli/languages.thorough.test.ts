import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { folder, PASHTO, prepare, RARE_TEXTS, readBook, SOURCE, write } from "./language-scene.ts";

prepare();

for (const theme of ["handout", "low-ink", "large-print"]) {
  test(`rare letters and their marks are printed and read back as written: ${theme}`, async () => {
    const body = RARE_TEXTS.map((text) => `${text}\n\n**${text}**`).join("\n\n");
    const page = SOURCE["keys.md"].replace("Words", `${body}\n\nWords`);
    await write({ ...SOURCE, "keys.md": page });
    const args = ["build", ".", "--format", "pdf", "--theme", theme];
    const { code, note } = await runHandpress(args, { cwd: folder });
    assert.equal(code, 0, note);
    assert.doesNotMatch(note, /FNT/);
    const bytes = new Uint8Array(await readFile(join(folder, "output/en/locks.pdf")));
    const { pageTexts, fonts } = await readPdfFacts(bytes);
    const shown = pageTexts.join("\n").replaceAll(/\s+/g, " ").normalize("NFC");
    for (const text of RARE_TEXTS) {
      assert.equal(shown.split(text.normalize("NFC")).length, 3, `${text} in ${shown}`);
    }
    assert.ok(fonts.every(({ embedded }) => embedded));
    assert.ok(!/\u2060|\[U\+/.test(shown));
  });
}

test("pages that name no language are laid out as their letters run, and every command says the same", async () => {
  await write(PASHTO);
  const listed = await runHandpress(["list"], { cwd: folder });
  assert.match(listed.out, /2 pages, und-Arab\n[\s\S]*locks {2}und-Arab/);
  const checked = await runHandpress(["check"], { cwd: folder });
  assert.deepEqual([checked.code, checked.note.match(/\b[A-Z]{3}\d{3}\b/g)], [0, ["LNK022"]]);
  for (const choice of [[], ["--lang", "all"]]) {
    const { code, note } = await runHandpress(["build", ...choice], { cwd: folder });
    assert.equal(code, 0, note);
    const book = await readBook("und-Arab");
    assert.match(book["s1.xhtml"] ?? "", /<html[^>]* lang="und-Arab"[^>]* dir="rtl"/);
    assert.doesNotMatch(book["s1.xhtml"] ?? "", /class="notice/);
    // What the book says for itself is Arabic, and says so.
    assert.match(book["nav.xhtml"] ?? "", /lang="ar"/);
    assert.doesNotMatch(book["nav.xhtml"] ?? "", />Contents</);
  }
  const facts = await readPdfFacts(
    new Uint8Array(await readFile(join(folder, "output/und-Arab/locks.pdf"))),
  );
  assert.equal(facts.language, "und-Arab");
});

test("a language that the command line names is that of pages that name none, also when they are built again", async () => {
  await write(PASHTO);
  const args = ["build", "--lang", "ps", "--format", "epub"];
  const { code, note } = await runHandpress(args, { cwd: folder });
  assert.equal(code, 0, note);
  assert.doesNotMatch(note, /LNK022/);
  assert.match((await readBook("ps"))["s1.xhtml"] ?? "", /<html[^>]* lang="ps"[^>]* dir="rtl"/);
  const again = await runHandpress(["verify", "output", "--rebuild", "."], { cwd: folder });
  assert.equal(again.code, 0, again.note + again.out);
});
