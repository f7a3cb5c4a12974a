import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { MEMORY } from "../support/overlay-file-system.ts";
import { REPOSITORY, runHandpress } from "../support/run-handpress.ts";
import { EPUB, inMemory, makeBook } from "./bad-machine-scene.ts";

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
