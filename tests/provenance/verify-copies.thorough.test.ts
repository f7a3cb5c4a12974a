import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY } from "../support/overlay-file-system.ts";
import { baseOf, COPIES, copy, SUMS, translatedWorld } from "./copied-books.ts";
import { build, openWorld, readText, remove, run, writeText } from "./curriculum.ts";

for (const [what, rename, verdict] of COPIES) {
  test(`a good copy is called one: ${what}`, async () => {
    const fileSystem = await translatedWorld();
    copy(fileSystem, rename);
    const { code, out, note } = await run(fileSystem, "verify", "copy");
    assert.equal(`${code} ${note}`, "0 ", out);
    assert.match(out, verdict);
    // And one book that is not what it was stays what it is: no reason to trust it.
    const [path = ""] = [...fileSystem.memory.files.keys()].filter((one) =>
      /\/copy\/.*\.epu/i.test(one),
    );
    fileSystem.memory.files.set(path, Buffer.from("another book"));
    const changed = await run(fileSystem, "verify", "copy");
    assert.equal(changed.code, 1);
    assert.match(changed.out, /^(Do not trust this copy yet|This copy cannot be checked)/);
  });
}

test("only what names a missing book is said to name it", async () => {
  const fileSystem = await translatedWorld();
  copy(fileSystem, (path) => (path === "en/doors.epub" ? undefined : path));
  const listed = await run(fileSystem, "verify", "copy");
  assert.equal(listed.code, 0);
  assert.match(listed.out, /^ {2}not here: SHA256SUMS names these as well\./m);
  assert.doesNotMatch(listed.out, /handpress-record\.json says/);
  const sums = readText(fileSystem, `copy/${SUMS}`);
  writeText(fileSystem, `copy/${SUMS}`, sums.replace(/^.*doors.*\n/m, ""));
  const recorded = await run(fileSystem, "verify", "copy");
  assert.match(recorded.out, /^ {2}not here: handpress-record\.json says that these were built;/m);
  assert.doesNotMatch(recorded.out, /SHA256SUMS names these/);
  // Without a record nobody is told to build again.
  remove(fileSystem, "copy/handpress-record.json");
  assert.match(listed.out, /--rebuild CURRICULUM/);
  assert.doesNotMatch((await run(fileSystem, "verify", "copy")).out, /--rebuild CURRICULUM/);
});

test("a book under another name is built again and compared like any other", async () => {
  const fileSystem = await translatedWorld();
  copy(fileSystem, (path) =>
    path === "en/locks.epub" ? "my locks.epub" : path === "en/doors.epub" ? undefined : path,
  );
  const { code, out } = await run(fileSystem, "verify", "copy", "--rebuild", "c");
  assert.equal(code, 0, out);
  assert.match(
    out,
    /^You can trust this copy as you trust its source: all 2 book files are the same/,
  );
  assert.match(out, /Not here: en\/doors\.epub\.\n/);
  const scoped = await run(fileSystem, "verify", "copy/es", "--rebuild", "c");
  assert.equal(scoped.code, 0, scoped.out);
  assert.match(scoped.out, /the book file is the same when built again/);
});

test("names that carry the language lie in one folder, and are built again under them", async () => {
  const fileSystem = openWorld();
  writeText(
    fileSystem,
    "c/es/locks.md",
    readText(fileSystem, "c/locks.md").replace("layout", "language: es\nlayout"),
  );
  await build(fileSystem, "--lang", "all", "--names", "language", "--edition", "all");
  await build(fileSystem, "locks", "--names", "language", "--session", "keys");
  const built = [...fileSystem.memory.files.keys()].filter((path) => path.endsWith(".epub")).sort();
  assert.deepEqual(
    built.map((path) => path.slice(`${MEMORY}/output/`.length)),
    [
      "en/doors-participant.en.epub",
      "en/doors.en.epub",
      "en/locks-keys.en.epub",
      "en/locks-participant.en.epub",
      "en/locks.en.epub",
      "es/locks-participant.es.epub",
      "es/locks.es.epub",
    ],
  );
  const { code, out } = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.equal(code, 0, out);
  assert.match(out, /all 7 book files are the same when built again/);
  copy(fileSystem, baseOf);
  const flat = await run(fileSystem, "verify", "copy");
  assert.equal(flat.code, 0, flat.out);
  assert.match(flat.out, /^This copy is whole: all 8 files are/);
  // The book is the same under both names.
  const named = fileSystem.memory.files.get(`${MEMORY}/output/en/locks.en.epub`);
  await build(fileSystem, "locks");
  assert.deepEqual(fileSystem.memory.files.get(`${MEMORY}/output/en/locks.epub`), named);
  const configured = openWorld();
  writeText(configured, "c/handpress.yaml", "names: language\n");
  await build(configured, "doors");
  assert.ok(configured.memory.files.has(`${MEMORY}/output/en/doors.en.epub`));
});
