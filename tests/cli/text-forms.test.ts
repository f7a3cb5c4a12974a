import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { runHandpress } from "../support/run-handpress.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-forms-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function readBook(path: string): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await readFile(join(folder, path))));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name.replace("EPUB/", ""), strFromU8(bytes)]),
  );
}

const picture = () =>
  sharp({ create: { width: 20, height: 20, channels: 3, background: "#306090" } })
    .png()
    .toBuffer();
const header = (title: string, rest = "") => `---\ntitle: ${title}\n${rest}---\n`;
const module = (urls: readonly string[]) =>
  header(
    "Locks",
    `layout: module\ndate: 2020-01\ninput:\n${urls.map((url) => `  - url: ${url}\n`).join("")}`,
  );
const nfd = (text: string) => text.normalize("NFD");

test("files, pages, fragments and modules are found in either form", async () => {
  await write({
    "café/café.md": module(["/clés/", `/${encodeURIComponent(nfd("fenêtres"))}/`]),
    [`café/${nfd("clés.md")}`]: `${header("Keys", "permalink: /clés/\n")}## Été\n\n![A key](été.png) [to](${nfd("fenêtres.md")}#${encodeURIComponent(nfd("Hauteur"))}) ![B](${nfd("À côté.png").replace(" ", "%20")})\n`,
    "café/fenêtres.md": `${header("Windows", `permalink: ${nfd("/fenêtres/")}\n`)}## Hauteur\n\nText.\n`,
    [`café/${nfd("été.png")}`]: await picture(),
    "café/À côté.png": await picture(),
  });
  const { code, note } = await runHandpress(["build", nfd("café/café"), "--format", "epub"], {
    cwd: folder,
  });
  assert.equal(code, 0, note);
  assert.doesNotMatch(note, /LNK|MRK02|IMG/);
  const book = await readBook("output/en/cafe.epub");
  assert.match(book["s1.xhtml"] ?? "", /s2\.xhtml#/);
  assert.equal(book["s1.xhtml"]?.match(/<img /g)?.length, 2);
});

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
