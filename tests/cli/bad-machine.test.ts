import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BrowserMissing } from "../../src/browser/browser-error.ts";
import { findBrowser, thisMachine } from "../../src/browser/find-browser.ts";
import { createLazyBrowser } from "../../src/build/make/lazy-browser.ts";
import { MEMORY, overlayFileSystem } from "../support/overlay-file-system.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";

const makeBook = (name: string) => ({
  [`${name}/module.md`]: `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /${name}/one/\n---\nText.\n`,
  [`${name}/one.md`]: `---\ntitle: One\npermalink: /${name}/one/\nadids: Input\n---\nText.\n`,
});
const PAGES = { ...makeBook("locks"), ...makeBook("doors") };
const inMemory = (files: Readonly<Record<string, string>> = PAGES) =>
  overlayFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`c/${path}`, text])),
  );
const EPUB = ["build", "c", "--format", "epub"];

test("a folder without the right to read it is told, and the rest is built", async () => {
  const fileSystem = inMemory();
  fileSystem.memory.faults.set(`${MEMORY}/c/doors`, "permission");
  const { code, note } = await runHandpress(EPUB, { cwd: MEMORY, fileSystem });
  assert.equal(code, 1);
  assert.match(note, /^c\/doors: error EDG001: .*permission to read it is missing$/m);
  assert.match(note, /hint: Give yourself the right to read it/);
  assert.ok(fileSystem.memory.files.has(`${MEMORY}/output/en/locks.epub`));
});

test("a page without the right to read it is told with the module that lists it", async () => {
  const fileSystem = inMemory();
  fileSystem.memory.faults.set(`${MEMORY}/c/doors/one.md`, "permission");
  const { code, note } = await runHandpress(EPUB, { cwd: MEMORY, fileSystem });
  assert.equal(code, 1);
  assert.match(note, /^c\/doors\/one\.md: error EDG001/m);
  assert.match(note, /^not built: en\/doors \(1 session missing/m);
});

test("an output folder that cannot be written is told once, whatever the number of books", async () => {
  const fileSystem = inMemory();
  for (const name of ["locks", "doors"]) {
    fileSystem.memory.faults.set(`${MEMORY}/output/en/${name}.epub`, "permission");
  }
  const { code, note, out } = await runHandpress(EPUB, { cwd: MEMORY, fileSystem });
  assert.equal(code, 1);
  assert.equal(out, "");
  assert.equal(note.match(/OUT001/g)?.length, 1, note);
  assert.match(
    note,
    /^\/memory\/output\/en: error OUT001: .*permission to write there is missing$/m,
  );
  assert.match(note, /hint: Name a folder of yours with `--output FOLDER`/);
});

test("a file in the place of the output folder is told and left as it is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-cli-"));
  try {
    await writeFile(join(folder, "books"), "mine");
    const fileSystem = inMemory();
    const args = ["build", `${MEMORY}/c`, "--format", "epub", "--output", "books"];
    const { code, note } = await runHandpress(args, { cwd: folder, fileSystem });
    assert.equal(code, 1);
    assert.match(note, /books\/en: error OUT001: .*a part of the path is a file/);
    assert.equal(await readFile(join(folder, "books"), "utf8"), "mine");
    assert.deepEqual(await readdir(folder), ["books"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a full disk is something that the machine lacks", async () => {
  const fileSystem = inMemory();
  fileSystem.memory.faults.set(`${MEMORY}/output/en/doors.epub`, "full");
  const { code, note, out } = await runHandpress(EPUB, { cwd: MEMORY, fileSystem });
  assert.equal(code, 3);
  assert.match(note, /the disk is full[\s\S]*hint: Free some space/);
  assert.match(out, /output\/en\/locks\.epub/);
});

test("a build that fails leaves the earlier book as it was", async () => {
  const fileSystem = inMemory();
  const book = `${MEMORY}/output/en/doors.epub`;
  fileSystem.memory.files.set(book, new Uint8Array([1, 2, 3]));
  fileSystem.memory.files.delete(`${MEMORY}/c/doors/one.md`);
  const { code } = await runHandpress(EPUB, { cwd: MEMORY, fileSystem });
  assert.equal(code, 1);
  assert.deepEqual(fileSystem.memory.files.get(book), new Uint8Array([1, 2, 3]));
});

test("a browser that is not where it was said stops the PDF alone, with exit code 3", async () => {
  const fileSystem = inMemory();
  const { code, note, out } = await runHandpress(["build", "c", "--browser", "/nowhere/chromium"], {
    cwd: MEMORY,
    fileSystem,
  });
  assert.equal(code, 3);
  assert.match(note, /no PDF was made\. Unexpected path \/nowhere\/chromium in --browser/);
  assert.match(note, /hint: EPUB books need no browser/);
  assert.equal(note.match(/no PDF was made/g)?.length, 1);
  assert.match(out, /doors\.epub[\s\S]*locks\.epub[\s\S]*2 files of 2 books/);
});

test("--json tells of the browser that is not there", async () => {
  const { code, out } = await runHandpress(
    ["build", "c", "--browser", "/nowhere/chromium", "--json"],
    { cwd: MEMORY, fileSystem: inMemory() },
  );
  const report = JSON.parse(out);
  assert.equal(code, 3);
  assert.equal(report.exitCode, 3);
  assert.match(report.browser.problem, /\/nowhere\/chromium/);
  assert.equal(report.built.length, 2);
});

test("a build for EPUB asks for no browser", async () => {
  const args = [...EPUB, "--browser", "/nowhere/chromium"];
  const { code, note } = await runHandpress(args, { cwd: MEMORY, fileSystem: inMemory() });
  assert.equal(code, 0, note);
  assert.equal(note, "");
});

for (const platform of ["linux", "darwin", "win32"] as const) {
  test(`where no browser is found, three ways to get one are named (${platform})`, async () => {
    const machine = {
      ...thisMachine(),
      platform,
      environment: {},
      exists: () => false,
      unpackEmbedded: async () => undefined,
    };
    await assert.rejects(findBrowser({}, machine), (error: unknown) => {
      assert.ok(error instanceof BrowserMissing);
      const [first, second, third] = error.details;
      for (const way of [first, second, third]) {
        assert.match(way ?? "", /^(on Linux x64, install|install|use|name) /);
      }
      return true;
    });
  });
}

test("the environment's browser is a matter of the whole program", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-cli-"));
  try {
    for (const [path, text] of Object.entries(makeBook("locks"))) {
      await mkdir(join(folder, "locks"), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const main = join(REPOSITORY, "src/cli/main.ts");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), main, "build", "."],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, HANDPRESS_BROWSER: join(folder, "nowhere") },
      },
    );
    assert.equal(status, 3, stderr);
    assert.match(stderr, /nowhere in HANDPRESS_BROWSER, expected a browser that can be run/);
    assert.match(
      stdout,
      /^output\/en\/locks\.epub {2}\d+ kB\n1 file of 1 book\.\nSums .*output\/SHA256SUMS\n$/,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a press without a browser keeps the reason and can be closed", async () => {
  const press = createLazyBrowser("/nowhere/chromium");
  assert.equal(await press.start(), undefined);
  assert.equal(press.fault?.problem, "path");
  await press.close();
});
