import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { readPrint } from "../../src/pdf/read-print.ts";
import { readPageInk } from "../support/page-ink.ts";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-theme-"));
});
afterEach(() => rm(folder, { recursive: true }));

const PAGES = {
  "m.md":
    "---\nlayout: module\ntitle: Locks\ndate: 2020-01\npermalink: /locks/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
  "s.md": "---\ntitle: Keys\npermalink: /keys/\nadids: Input\nduration: 20 minutes\n---\nText.\n",
};

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries({ ...PAGES, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const build = (...args: string[]) =>
  runHandpress(["build", ".", "--format", "epub", ...args], { cwd: folder });

async function readBook(name: string): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(join(folder, "output/en/locks.epub"))));
  return strFromU8(files[`EPUB/${name}`] ?? new Uint8Array());
}

test("a theme of one's own changes what it names and takes the rest from handout", async () => {
  await write({
    "look/theme.yaml": "title: Look\ndescription: Ours\nextends: handout\n",
    "look/strings/en.yaml": "contents: What is inside\n",
    "look/reader.css": "p { text-indent: 1em; }\n",
  });
  const { code, note } = await build("--theme", "./look");
  assert.equal(code, 0, note);
  assert.match(await readBook("nav.xhtml"), /What is inside/);
  assert.match(await readBook("reader.css"), /text-indent: 1em; }\n$/);
});

test("a folder that only the configuration names is not used: a theme is code", async () => {
  await write({
    "handpress.yaml": "theme: ./look\n",
    "look/theme.yaml": "title: Look\ndescription: Ours\nextends: handout\n",
  });
  const { code, note } = await build();
  assert.equal(code, 1);
  assert.match(note, /handpress\.yaml:1:8: error THM008/);
  assert.match(note, /build with: --theme \.\/look/);
  assert.equal((await build("--theme", "look/")).code, 0);
});

test("a theme that is not there, or that does not compile, is told with its file", async () => {
  await write({
    "look/theme.yaml": "title: Look\ndescription: Ours\nextends: handout\n",
    "look/templates/reader/session.hbs": "<p>\n{{#if title}}</p>\n",
  });
  const unknown = await build("--theme", "nothing");
  assert.equal(unknown.code, 2);
  assert.match(unknown.note, /Unexpected theme `nothing`/);
  const broken = await build("--theme", "./look");
  assert.equal(broken.code, 1);
  assert.match(broken.note, /look\/templates\/reader\/session\.hbs:\d+: error THM004/);
});

test("a theme that is misspelled in the configuration: its line, and the name that was meant", async () => {
  await write({ "handpress.yaml": "title: Locks\ntheme: pockt\n" });
  const { code, note } = await build();
  assert.equal(code, 1);
  assert.match(note, /handpress\.yaml:2:8: error THM001: Unexpected theme `pockt`/);
  assert.match(note, /hint: Did you mean pocket\? There is handout, /);
  assert.match((await build("--theme", "largeprint")).note, /Did you mean large-print\?/);
});

/** A second module, later in the order, of which a template can want what the first does not have. */
const SECOND = {
  "z.md":
    "---\nlayout: module\ntitle: Zips\ndate: 2020-01\nlevel: Basic\npermalink: /zips/\ninput:\n  - name: Keys\n    url: /keys/\n---\nText.\n",
};

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

test("a theme that extends nothing needs every word and template, and says which is missing", async () => {
  const handout = fileURLToPath(new URL("../../themes/handout/", import.meta.url));
  const look = { "look/theme.yaml": "title: Look\ndescription: Ours\n" };
  await write({ ...look, "look/strings/en.yaml": "contents: Contents\n" });
  const wordless = await build("--theme", "./look");
  assert.equal(wordless.code, 1);
  assert.match(
    wordless.note,
    /look\/strings\/en\.yaml: error THM006: Unexpected absence of the word `stage-/,
  );
  await write({
    ...look,
    "look/strings/en.yaml": await readFile(`${handout}strings/en.yaml`, "utf8"),
  });
  const { code, note } = await build("--theme", "./look");
  assert.equal(code, 1);
  assert.match(
    note,
    /look\/templates\/reader\/\w+\.hbs: error THM005: Unexpected absence of a template/,
  );
  assert.match(
    note,
    /look\/templates\/reader\/[\w-]+\.hbs: error THM005: Unexpected absence of a template/,
  );
  assert.match(note, /hint: .*extends: handout/);
});

test("the files that a hint shows make a theme that speaks a language (THM007)", async () => {
  const page = { "m.md": PAGES["m.md"].replace("layout", "language: sw\nlayout") };
  await write(page);
  const { note } = await build("--theme", "large-print");
  const [, descriptor = "", words = ""] =
    /theme\.yaml:\n([\s\S]*?)\n\n[\s\S]* you like:\n([\s\S]*?)\n\n/.exec(note) ?? [];
  assert.match(note, /strings\/sw\.yaml/);
  await write({
    ...page,
    "my-theme/theme.yaml": descriptor,
    "my-theme/strings/sw.yaml": words.replace('"Contents"', '"Yaliyomo"'),
  });
  const { code, note: mended } = await build("--theme", "./my-theme");
  assert.equal(code, 0, mended);
  assert.doesNotMatch(mended, /THM007/);
  const files = unzipSync(new Uint8Array(await readFile(join(folder, "output/sw/locks.epub"))));
  assert.match(strFromU8(files["EPUB/nav.xhtml"] ?? new Uint8Array()), /Yaliyomo/);
  await rm(join(folder, "my-theme/strings"), { recursive: true });
  const without = await build("--theme", "./my-theme");
  assert.match(without.note, /In the theme's folder, write a file strings\/sw\.yaml/);
});

test("the example of docs/themes.md is a theme that can be used", async () => {
  const page = fileURLToPath(new URL("../../docs/themes.md", import.meta.url));
  const text = await readFile(page, "utf8");
  const files = [...text.matchAll(/^`my-theme\/([\w./-]+)`\n\n```\w*\n([\s\S]*?)^```$/gm)];
  assert.deepEqual(
    files.map(([, name]) => name),
    [
      "theme.yaml",
      "print.css",
      "templates/print/imprint-note.hbs",
      "templates/print/credits.hbs",
      "strings/en.yaml",
    ],
  );
  await write(
    Object.fromEntries(files.map(([, name, content]) => [`my-theme/${name}`, content ?? ""])),
  );
  const { code, note } = await runHandpress(["build", ".", "--theme", "./my-theme"], {
    cwd: folder,
  });
  assert.equal(code, 0, note);
  assert.match(await readBook("nav.xhtml"), /What is inside/);
  const { pageTexts } = await readPdfFacts(
    new Uint8Array(await readFile(join(folder, "output/en/locks.pdf"))),
  );
  assert.match(pageTexts.at(-1) ?? "", /Copies of this book are welcome/);
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
