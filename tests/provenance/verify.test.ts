import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { MEMORY } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, builtWorld, openWorld, remove, run, writeText } from "./curriculum.ts";
import { appleDouble, finderStore, thumbnailStore } from "./system-debris.ts";
import { SUMS, sumOfText } from "./verified-copies.ts";

test("a copy as it was built is whole, and it is said what that shows and what not", async () => {
  const { code, out, note } = await run(await builtWorld(), "verify", "output");
  assert.equal(`${code} ${note}`, "0 ");
  assert.match(out, /^This copy is whole: all 3 files are as SHA256SUMS says\.\n/);
  assert.match(out, /Fingerprint of the folder {2}([0-9a-f]{4} ){7}[0-9a-f]{4}\n/);
  assert.match(
    out,
    /nothing was damaged or swapped[\s\S]*does not show who wrote that list: whoever changes a book can/,
  );
  assert.match(out, /^ {2}\.\/handpress verify output --rebuild CURRICULUM$/m);
});

test("changed, added and renamed books are named", async () => {
  const fileSystem = await builtWorld();
  const locks = fileSystem.memory.files.get(`${MEMORY}/output/en/locks.epub`);
  assert.ok(locks);
  const bytes = Uint8Array.from(locks);
  bytes[bytes.length - 1] = 1;
  fileSystem.memory.files.set(`${MEMORY}/output/en/locks.epub`, bytes);
  const changed = await run(fileSystem, "verify", "output");
  assert.equal(changed.code, 1);
  assert.doesNotMatch(changed.out, /nothing was damaged/);
  assert.match(
    changed.out,
    /^Do not trust this copy yet: 1 changed\.\n\n {2}changed {2}en\/locks\.epub\n/,
  );

  const bytesOfDoors = fileSystem.memory.files.get(`${MEMORY}/output/en/doors.epub`);
  assert.ok(bytesOfDoors);
  fileSystem.memory.files.set(`${MEMORY}/output/en/windows.epub`, bytesOfDoors);
  remove(fileSystem, "output/en/doors.epub");
  writeText(fileSystem, "output/read-me.pdf", "stranger");
  const { code, out } = await run(fileSystem, "verify", "output", "--quiet");
  assert.equal(code, 1);
  assert.match(out, /^Do not trust this copy yet: 1 changed, 1 not in SHA256SUMS\.\n/);
  assert.doesNotMatch(out, /windows|doors/);
  const whole = await run(fileSystem, "verify", "output");
  assert.match(whole.out, /^ {2}renamed {12}en\/windows\.epub \(it is en\/doors\.epub\)$/m);
  assert.match(out, /^ {2}not in SHA256SUMS {2}read-me\.pdf$/m);
  assert.match(out, /Build again, or take them out/);
  assert.doesNotMatch(out, /Fingerprint/);
});

test("what systems leave in every folder is no reason for distrust, and is named", async () => {
  const fileSystem = await builtWorld();
  const debris = { ".DS_Store": finderStore(["en"]), "Thumbs.db": thumbnailStore() };
  for (const [name, bytes] of Object.entries({ ...debris, "en/._locks.epub": appleDouble() })) {
    fileSystem.memory.files.set(`${MEMORY}/output/${name}`, bytes);
  }
  const { code, out } = await run(fileSystem, "verify", "output");
  assert.equal(code, 0, out);
  assert.match(out, /systems put them everywhere: \.DS_Store, Thumbs\.db, en\/\._locks\.epub\./);
});

test("a book that one system hides, another shows: it is told like any other", async () => {
  for (const name of [".New edition.epub", ".new/locks.epub", "en/._locks.epub"]) {
    const fileSystem = await builtWorld();
    writeText(fileSystem, `output/${name}`, "stranger");
    const { code, out } = await run(fileSystem, "verify", "output");
    assert.equal(code, 1, name);
    assert.ok(out.includes(`  not in SHA256SUMS  ${name}\n`), out);
  }
});

test("a list that was made by hand is enough", async () => {
  const fileSystem = openWorld();
  writeText(fileSystem, "books/a.pdf", "A");
  const sum = sumOfText("A");
  writeText(fileSystem, "books/SHA256SUMS", `\uFEFF${sum.toUpperCase()} *a.pdf\r\n`);
  const { code, out } = await run(fileSystem, "verify", "books");
  assert.equal(code, 0);
  assert.match(out, /^This copy is whole: its file is as SHA256SUMS says\.\n/);
  const rebuilt = await run(fileSystem, "verify", "books", "--rebuild", "c");
  assert.equal(rebuilt.code, 1);
  assert.match(rebuilt.out, /^This copy is whole, but nothing says how its books were built/);
});

test("a hostile list is refused as a whole, and its names steer no terminal", async () => {
  const fileSystem = await builtWorld();
  writeText(
    fileSystem,
    SUMS,
    `${"a".repeat(64)}  ../c/keys.md\n${"b".repeat(64)}  a\u001b[2J\u202Eb\n`,
  );
  const { code, out, note } = await run(fileSystem, "verify", "output");
  assert.equal(code, 1);
  assert.equal(out, "Do not trust this copy: its SHA256SUMS is not one to rely on.\n");
  assert.match(note, /^output\/SHA256SUMS:1: error SUM004: Unexpected name \.\.\/c\/keys\.md/);
  assert.match(note, /^output\/SHA256SUMS:2: error SUM006: .*a<U\+001B>\[2J<U\+202E>b/m);
  assert.ok(!`${out}${note}`.includes("\u001b"));
  const json = await run(fileSystem, "verify", "output", "--json");
  assert.ok(!json.out.includes("\u001b") && !json.out.includes("\u202E"));
  assert.equal(JSON.parse(json.out).unchecked, "refused");
});

test("no file outside the folder is opened, whatever links are in it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-verify-"));
  try {
    await mkdir(join(folder, "books"));
    await mkdir(join(folder, "outside"));
    await writeFile(join(folder, "outside/canary.txt"), "canary");
    await writeFile(join(folder, "outside/SHA256SUMS"), "canary line\n");
    await symlink(join(folder, "outside/canary.txt"), join(folder, "books/canary.pdf"));
    await symlink(join(folder, "outside"), join(folder, "books/out"));
    const sum = sumOfText("canary");
    await writeFile(
      join(folder, "books/SHA256SUMS"),
      `${sum}  canary.pdf\n${sum}  out/canary.txt\n`,
    );
    const { code, out } = await runHandpress(["verify", "books"], { cwd: folder });
    assert.equal(code, 1);
    assert.match(out, /^ {2}leads elsewhere {2}canary\.pdf$/m);
    assert.match(out, /^ {2}leads elsewhere {2}out\/canary\.txt$/m);
    await rm(join(folder, "books/SHA256SUMS"));
    await symlink(join(folder, "outside/SHA256SUMS"), join(folder, "books/SHA256SUMS"));
    const linked = await runHandpress(["verify", "books"], { cwd: folder });
    assert.equal(linked.code, 1);
    assert.match(linked.note, /error EDG002: Unexpected link, expected a list of sums/);
    assert.doesNotMatch(linked.note + linked.out, /canary line/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("wrong use: no such folder, a file, a folder below, a source that is none", async () => {
  const fileSystem = await builtWorld();
  assert.equal((await run(fileSystem, "verify", "nowhere")).code, 2);
  const file = await run(fileSystem, "verify", SUMS);
  assert.equal(file.code, 2);
  assert.match(file.note, /hint: Type `\.\/handpress verify output`\.\n$/);
  assert.equal((await run(fileSystem, "verify", "output", "--rebuild", "nowhere")).code, 2);
  const pageless = await run(fileSystem, "verify", "output", "--rebuild", "output");
  assert.equal(pageless.code, 2);
  assert.match(
    pageless.note,
    /source `output` without a page[\s\S]*`\.\/handpress check output` says/,
  );
  const above = await run(fileSystem, "verify", ".");
  assert.equal(above.code, 1);
  assert.match(above.out, /^This copy cannot be checked: there is no SHA256SUMS/);
  assert.match(above.note, /hint: There is one in a folder below: `\.\/handpress verify output`/);
});

test("books are what their source says, built with the options of their record", async () => {
  const fileSystem = openWorld();
  await build(fileSystem, "locks", "--links", "none", "--edition", "all", "--max-size", "30kB");
  await build(fileSystem, "doors", "--fonts", "always", "--theme", "low-ink");
  await build(fileSystem, "doors", "--session", "hinges");
  const dated = { cwd: MEMORY, fileSystem, environment: { SOURCE_DATE_EPOCH: "1000000000" } };
  const args = ["build", "./c", "locks", "-f", "epub", "--session", "keys"];
  assert.equal((await runHandpress(args, dated)).code, 0);
  const before = [...fileSystem.memory.files.keys()];
  const { code, out } = await run(fileSystem, "verify", "output", "--rebuild", "./c");
  assert.equal(code, 0, out);
  assert.match(
    out,
    /^You can trust this copy as you trust its source: all 5 book files are the same/,
  );
  assert.equal(out.match(/^ {2}identical {2}en\//gm)?.length, 5);
  assert.deepEqual([...fileSystem.memory.files.keys()], before);
});

test("--json says it for machines", async () => {
  const fileSystem = await builtWorld();
  writeText(fileSystem, "output/en/locks.epub", "damaged");
  const { code, out } = await run(fileSystem, "verify", "output", "--rebuild", "c", "--json");
  const told = JSON.parse(out);
  assert.equal(code, 1);
  assert.equal(told.exitCode, 1);
  assert.deepEqual(
    told.files.map(({ path, state }: { path: string; state: string }) => `${path} ${state}`),
    ["en/doors.epub same", "en/locks.epub changed", "handpress-record.json same"],
  );
  assert.deepEqual(
    told.rebuilt.map(
      ({ path, outcome }: { path: string; outcome: string }) => `${path} ${outcome}`,
    ),
    ["en/doors.epub identical", "en/locks.epub differs"],
  );
  assert.match(told.fingerprint, /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
});
