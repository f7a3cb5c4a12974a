import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BrowserError } from "../../src/browser/browser-error.ts";
import { findBrowser, thisMachine } from "../../src/browser/find-browser.ts";
import { createLazyBrowser } from "../../src/build/make/lazy-browser.ts";
import { MEMORY } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { EPUB, inMemory } from "./bad-machine-scene.ts";

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
      assert.ok(error instanceof BrowserError && error.problem === "missing");
      const [first, second, third] = error.details;
      for (const way of [first, second, third]) {
        assert.match(way ?? "", /^(on Linux x64, install|install|use|name) /);
      }
      return true;
    });
  });
}

test("a press without a browser keeps the reason and can be closed", async () => {
  const press = createLazyBrowser("/nowhere/chromium");
  assert.equal(await press.start(), undefined);
  assert.equal(press.fault?.problem, "path");
  await press.close();
});
