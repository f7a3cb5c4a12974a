import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { readPrint } from "../../src/pdf/read-print.ts";
import { readPageInk } from "../support/page-ink.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, folder, PAGES, prepare, SECOND, write } from "./own-theme-scene.ts";

prepare();

test("no book is half made, and earlier ones are untouched, when a template fails on one of them", async () => {
  await write(SECOND);
  assert.equal((await build()).code, 0);
  const before = await readFile(join(folder, "output/en/locks.epub"));
  await write({
    ...SECOND,
    "m.md": `${PAGES["m.md"]}\nMore.\n`,
    "look/theme.yaml": "title: Look\ndescription: Ours\nextends: handout\n",
    "look/templates/reader/standfirst.hbs": "{{#if facts.level}}\n<p>{{facts.levl}}</p>\n{{/if}}\n",
  });
  const { code, note } = await build("--theme", "./look");
  assert.equal(code, 1);
  assert.equal(note.match(/error THM/g)?.length, 1, note);
  assert.match(
    note,
    /look\/templates\/reader\/standfirst\.hbs:2:\d+: error THM004: Unexpected name/,
  );
  assert.deepEqual(await readFile(join(folder, "output/en/locks.epub")), before);
  const { note: checked } = await runHandpress(["check", ".", "--theme", "./look"], {
    cwd: folder,
  });
  assert.match(checked, /standfirst\.hbs:2/);
});

test("the file that a hint shows makes a book speak a language (THM007)", async () => {
  const page = { "m.md": PAGES["m.md"].replace("layout", "language: so\nlayout") };
  await write(page);
  const { note } = await build("--theme", "large-print");
  const [, words = ""] = /a file so\.yaml [\s\S]* you like:\n([\s\S]*?)\n\n/.exec(note) ?? [];
  await write({ ...page, "strings/so.yaml": words.replace('"Contents"', '"Tusmo"') });
  const { code, note: mended } = await build("--theme", "large-print");
  assert.equal(code, 0, mended);
  assert.doesNotMatch(mended, /THM00/);
  const readContents = async () => {
    const files = unzipSync(new Uint8Array(await readFile(join(folder, "output/so/locks.epub"))));
    return strFromU8(files["EPUB/nav.xhtml"] ?? new Uint8Array());
  };
  assert.match(await readContents(), /Tusmo/);
  // A slip in it is told with its line, and the book is made with the other words.
  await write({ ...page, "strings/so.yaml": "contents: Tusmada\ncontnts: Tusmo\n" });
  const { note: slip } = await build("--theme", "large-print");
  assert.match(slip, /strings\/so\.yaml:2:1: error THM006: Unexpected word `contnts`/);
  assert.match(slip, /2 \| contnts: Tusmo/);
  assert.match(await readContents(), /Tusmada/);
  await rm(join(folder, "strings"), { recursive: true });
  await write({
    ...page,
    "my-theme/theme.yaml": "title: My\ndescription: Mine\nextends: handout\n",
  });
  const without = await build("--theme", "./my-theme");
  assert.match(without.note, /In the theme's folder, write a file strings\/so\.yaml/);
});

test("a theme asks for ruled lines at the end of every session, and an imprint tells the version", async () => {
  const PEN = "title: Pen\ndescription: Ours\nextends: handout\n";
  await write({
    "handpress.yaml": "title: Field Course\npublisher: The Hinge\nversion: 2.1\n",
    "pen/theme.yaml": `${PEN}print: { noteLines: 7 }\n`,
    "bare/theme.yaml": PEN,
  });
  const print = async (theme: string) => {
    const args = ["build", ".", "--format", "pdf", "--theme", theme];
    const { code, note } = await runHandpress(args, { cwd: folder });
    assert.equal(code, 0, note);
    const bytes = new Uint8Array(await readFile(join(folder, "output/en/locks.pdf")));
    const print = await readPrint(bytes);
    const areas = print.document.getPages().flatMap((page) => readPageInk(print, page).areas);
    const ruled = areas.filter(({ widthPt, heightPt }) => widthPt > 300 && heightPt < 2).length;
    return { text: (await readPdfFacts(bytes)).pageTexts.join("\n"), ruled };
  };
  const pen = await print("./pen");
  const bare = await print("./bare");
  assert.match(pen.text, /Your notes/);
  assert.doesNotMatch(bare.text, /Your notes/);
  assert.equal(pen.ruled - bare.ruled, 7);
  assert.match(bare.text, /Version\s+2\.1/);
});

test("a book in Chinese misses no letter of its own words, shown or not", async () => {
  const header = "language: zh-Hant\nlayout";
  await write({ "m.md": PAGES["m.md"].replace("layout", header) });
  const { code, note } = await build("--theme", "handout", "--format", "pdf");
  assert.equal(code, 0, note);
  assert.doesNotMatch(note, /FNT00/);
});
