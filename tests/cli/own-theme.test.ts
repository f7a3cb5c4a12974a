import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { runHandpress } from "../support/machine.ts";

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
  assert.match(note, /handpress\.yaml: error THM008/);
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
