import assert from "node:assert/strict";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { folder, header, module, nfd, picture, prepare, readBook, write } from "./forms-scene.ts";

prepare();

test("places are those of the author's lines, in words and in JSON", async () => {
  const line = `${nfd("Việt tiếng")} \uFDF5 and **bold of`;
  await write({
    "m.md": module(["/s/"]),
    "s.md": `${header("Keys", "permalink: /s/\n")}${line}\n`,
  });
  const column = line.indexOf("**") + 1;
  const { note } = await runHandpress(["check", "."], { cwd: folder });
  assert.match(note, new RegExp(`s\\.md:5:${column}: warning MRK044`));
  const at = note.slice(note.indexOf("MRK044")).split("\n");
  const shown = at.findIndex((one) => one.includes("**bold of"));
  assert.equal(at[shown]?.slice(8), line);
  const marks = at[shown + 1] ?? "";
  // Marks of accents take no column on a screen, and the caret counts none for them.
  assert.equal(
    marks.slice(8).search(/\^/),
    line.slice(0, column - 1).replace(/\p{M}/gu, "").length,
  );
  const json = await runHandpress(["check", ".", "--json"], { cwd: folder });
  const { diagnostics } = JSON.parse(json.out) as {
    diagnostics: { code: string; place: { column: number; length: number } }[];
  };
  const forms = diagnostics.find((one) => one.code === "FIL010");
  assert.deepEqual([forms?.place.column, forms?.place.length], [line.indexOf("\uFDF5") + 1, 1]);
});

test("what entities part is put together again, in texts and in alternative texts", async () => {
  await write({
    "m.md": module(["/s/"]),
    "s.md": `${header("Keys", "permalink: /s/\n")}## Cafe&#x301; 1\n\nVie&#x323;&#x302;t <b>&#xFEFB;</b>\n\n![e&#x301;te](a.png)\n`,
    "a.png": await picture(),
  });
  const { code, note } = await runHandpress(["build", ".", "--format", "epub"], { cwd: folder });
  assert.equal(code, 0, note);
  const { "s1.xhtml": text = "" } = await readBook("output/en/m.epub");
  assert.equal(text, text.normalize("NFC"));
  assert.match(text, /Café 1[\s\S]*Việt[\s\S]*لا[\s\S]*alt="éte"/);
});

test("words of a theme of one's own are composed", async () => {
  await write({
    "m.md": module(["/s/"]),
    "s.md": `${header("Keys", "permalink: /s/\n")}Text.\n`,
    "own/theme.yaml": "title: Own\ndescription: For tests\nextends: handout\n",
    "own/strings/en.yaml": `contents: "${nfd("Nội dung")}"\n`,
  });
  const args = ["build", ".", "--format", "epub", "--theme", "./own"];
  const { code, note } = await runHandpress(args, { cwd: folder });
  assert.equal(code, 0, note);
  assert.match((await readBook("output/en/m.epub"))["nav.xhtml"] ?? "", /Nội dung/);
});
