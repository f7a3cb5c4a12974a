import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readPdfFacts } from "../support/pdf-facts.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, folder, prepare, readBook, write } from "./own-theme-scene.ts";

prepare();

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
