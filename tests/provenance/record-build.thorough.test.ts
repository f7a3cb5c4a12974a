import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { MEMORY } from "../support/overlay-file-system.ts";
import { build, openWorld, readText, remove, run, writeText } from "./curriculum.ts";
import { both, RECORD, SUMS } from "./record-files.ts";

test("partial builds add up to a whole one, in any order", async () => {
  const whole = openWorld();
  await build(whole);
  for (const order of [
    ["locks", "doors"],
    ["doors", "locks"],
  ]) {
    const fileSystem = openWorld();
    for (const name of order) await build(fileSystem, name);
    assert.deepEqual(both(fileSystem), both(whole));
  }
});

test("a book that is gone leaves the list with the next build; lines of others stay", async () => {
  const fileSystem = openWorld();
  await build(fileSystem);
  remove(fileSystem, "output/en/doors.epub");
  writeText(fileSystem, SUMS, `${readText(fileSystem, SUMS)}${"9".repeat(64)}  mine.txt\n`);
  await build(fileSystem, "locks");
  assert.doesNotMatch(readText(fileSystem, SUMS), /doors/);
  assert.doesNotMatch(readText(fileSystem, RECORD), /doors|hinges/);
  assert.match(readText(fileSystem, SUMS), /^9{64} {2}mine\.txt$/m);
});

test("a book of an earlier build that was changed is told, and its sum stays", async () => {
  const fileSystem = openWorld();
  await build(fileSystem);
  const before = /^.*doors.*$/m.exec(readText(fileSystem, SUMS))?.[0];
  writeText(fileSystem, "output/en/doors.epub", "another");
  const { code, note } = await run(fileSystem, "build", "./c", "locks", "-f", "epub");
  assert.equal(code, 0);
  assert.match(note, /output\/en\/doors\.epub: warning OUT004: Unexpected content/);
  assert.equal(/^.*doors.*$/m.exec(readText(fileSystem, SUMS))?.[0], before);
});

test("sums and records that cannot be read are told, and written anew", async () => {
  for (const [path, text] of [
    [SUMS, `${"a".repeat(64)}  ../../etc/passwd\n`],
    [RECORD, '{"format": 1, "files": {"../x": 1}}'],
  ] as const) {
    const fileSystem = openWorld();
    writeText(fileSystem, path, text);
    const { code, note } = await run(fileSystem, "build", "./c", "-f", "epub");
    assert.equal(code, 0);
    assert.match(note, new RegExp(`${path}: warning OUT003`));
    const whole = openWorld();
    await build(whole);
    assert.deepEqual(both(fileSystem), both(whole));
  }
});

test("a list that cannot be written is an error; the books are there", async () => {
  const fileSystem = openWorld();
  fileSystem.memory.faults.set(`${MEMORY}/${SUMS}`, "permission");
  const { code, note, out } = await run(fileSystem, "build", "./c", "-f", "epub");
  assert.equal(code, 1);
  assert.match(note, /output: error OUT001/);
  assert.match(out, /2 files of 2 books\.\n$/);
});

test("--json has the sum of each file, and the fingerprint of the folder", async () => {
  const fileSystem = openWorld();
  const { out } = await run(fileSystem, "build", "./c", "-f", "epub", "--json");
  const told = JSON.parse(out);
  const list = readText(fileSystem, SUMS);
  assert.ok(list.includes(`${told.built[0].files[0].sha256}  en/doors.epub`));
  const hash = createHash("sha256").update(list).digest("hex");
  assert.equal(told.sums.path, SUMS);
  assert.equal(told.sums.fingerprint.replaceAll(" ", ""), hash.slice(0, 32));
});
