import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { FileSystem } from "../../src/host/file-system.ts";
import { MEMORY, type OverlayFileSystem } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, openWorld, readText, remove, run, writeText } from "./curriculum.ts";
import { appleDouble, finderStore, thumbnailStore } from "./system-debris.ts";

const SUMS = "output/SHA256SUMS";
const RECORD = "output/handpress-record.json";

async function builtWorld(...args: readonly string[]) {
  const fileSystem = openWorld();
  await build(fileSystem, ...args);
  return fileSystem;
}

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

test("a twin whose accents stand apart from their letters is another file", async () => {
  const fileSystem = await builtWorld();
  const rename = (path: string) =>
    writeText(
      fileSystem,
      path,
      readText(fileSystem, path).replaceAll("en/locks.epub", "en/caf\u00e9.epub"),
    );
  const book = fileSystem.memory.files.get(`${MEMORY}/output/en/locks.epub`);
  assert.ok(book);
  remove(fileSystem, "output/en/locks.epub");
  remove(fileSystem, RECORD);
  rename(SUMS);
  writeText(fileSystem, SUMS, readText(fileSystem, SUMS).replace(/^.*handpress-record.*\n/m, ""));
  // As a stick from a Mac has it: the same book.
  fileSystem.memory.files.set(`${MEMORY}/output/en/cafe\u0301.epub`, book);
  assert.equal((await run(fileSystem, "verify", "output")).code, 0);
  // And with a false one, whichever of the two has which name.
  writeText(fileSystem, "output/en/caf\u00e9.epub", "stranger");
  const { code, out } = await run(fileSystem, "verify", "output");
  assert.equal(code, 1);
  assert.match(out, /^Do not trust this copy yet: 1 changed\.\n/);
  fileSystem.memory.files.set(`${MEMORY}/output/en/caf\u00e9.epub`, book);
  writeText(fileSystem, "output/en/cafe\u0301.epub", "stranger");
  assert.match((await run(fileSystem, "verify", "output")).out, /yet: 1 not in SHA256SUMS/);
});

test("a record that was changed is named, and so is one that SHA256SUMS does not follow", async () => {
  const fileSystem = await builtWorld();
  writeText(fileSystem, RECORD, readText(fileSystem, RECORD).replace('"0.0.0-test"', '"9.9.9"'));
  const { code, out } = await run(fileSystem, "verify", "output");
  assert.equal(code, 1);
  assert.match(out, /^ {2}changed {2}handpress-record\.json$/m);

  const other = await builtWorld();
  const record = readText(other, RECORD);
  const list = readText(other, SUMS);
  writeText(other, "output/en/locks.epub", "another book");
  // A stranger who changes a book and its sum, and forgets the record.
  const sum = sumOfText("another book");
  writeText(other, SUMS, list.replace(/^\w{64}(?= {2}en\/locks)/m, sum));
  const unclear = await run(other, "verify", "output");
  assert.equal(unclear.code, 1);
  assert.match(unclear.out, /^ {2}not clear {2}en\/locks\.epub$/m);
  assert.equal(readText(other, RECORD), record);

  const closed = await builtWorld();
  writeText(closed, RECORD, "{");
  writeText(closed, SUMS, list.replace(/^\w{64}(?= {2}handp)/m, sumOfText("{")));
  const unread = await run(closed, "verify", "output");
  assert.equal(unread.code, 1);
  assert.match(unread.out, /^Do not trust this copy yet: its build record cannot be read\.\n/);
  assert.match(unread.note, /output\/handpress-record\.json: error REC001/);
});

function sumOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

test("a build that was stopped before its last step is told as that, and mended by the next", async () => {
  const fileSystem = await builtWorld("locks");
  const before = readText(fileSystem, SUMS);
  await build(fileSystem);
  const after = readText(fileSystem, SUMS);
  // Between the record and the sums.
  writeText(fileSystem, SUMS, before);
  const late = await run(fileSystem, "verify", "output");
  assert.equal(late.code, 1);
  assert.match(late.out, /^ {2}not in SHA256SUMS {2}en\/doors\.epub$/m);
  assert.match(late.out, /It looks as if a build was stopped before its last step: build again/);
  // Between a book and the record.
  const early = await builtWorld("locks");
  const doors = fileSystem.memory.files.get(`${MEMORY}/output/en/doors.epub`);
  early.memory.files.set(`${MEMORY}/output/en/doors.epub`, doors ?? new Uint8Array());
  const { code, out } = await run(early, "verify", "output");
  assert.equal(code, 1);
  assert.match(out, /not in SHA256SUMS {2}en\/doors\.epub$/m);
  assert.match(out, /not in SHA256SUMS: A build was stopped.*Build again/);
  for (const stopped of [fileSystem, early]) {
    await build(stopped);
    assert.equal(readText(stopped, SUMS), after);
    assert.equal((await run(stopped, "verify", "output")).code, 0);
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

test("a page that changed, and a module that is gone, are named", async () => {
  const fileSystem = await builtWorld();
  writeText(fileSystem, "c/keys.md", readText(fileSystem, "c/keys.md").replace("Turn", "Take"));
  writeText(
    fileSystem,
    "c/doors.md",
    readText(fileSystem, "c/doors.md").replace("/doors/", "/gates/"),
  );
  const { code, out } = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.equal(code, 1);
  assert.match(out, /^Do not trust this copy yet: nothing is damaged, but 2 of 2 book files/);
  assert.match(out, /^ {2}differs {14}en\/locks\.epub: changed since: keys\.md$/m);
  assert.match(out, /^ {2}no longer in source {2}en\/doors\.epub: changed since: doors\.md$/m);
});

test("whoever changes book, sums and record cannot change what the source gives", async () => {
  const fileSystem = await builtWorld();
  const forged = "forged book";
  const sum = sumOfText(forged);
  const real = /^(\w{64}) {2}en\/locks/m.exec(readText(fileSystem, SUMS))?.[1] ?? "";
  writeText(fileSystem, "output/en/locks.epub", forged);
  writeText(fileSystem, RECORD, readText(fileSystem, RECORD).replace(real, sum));
  const recordSum = sumOfText(readText(fileSystem, RECORD));
  const list = readText(fileSystem, SUMS).replace(real, sum);
  writeText(fileSystem, SUMS, list.replace(/^\w{64}(?= {2}handp)/m, recordSum));
  assert.equal((await run(fileSystem, "verify", "output")).code, 0);
  const { code, out } = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.equal(code, 1);
  assert.match(out, /differs +en\/locks\.epub: handpress-record\.json gives no reason/);

  const added = await builtWorld();
  writeText(added, "output/en/more.epub", forged);
  writeText(added, SUMS, `${sum}  en/more.epub\n${readText(added, SUMS)}`);
  const { code: addedCode, out: addedOut } = await run(added, "verify", "output", "--quiet");
  assert.equal(addedCode, 1);
  assert.match(addedOut, /^Do not trust this copy yet: 1 not in the record\.\n/);
  assert.match(addedOut, /^ {2}not in the record {2}en\/more\.epub$/m);
  const named = await run(added, "verify", "output", "--rebuild", "c");
  assert.equal(named.code, 1);
  assert.match(named.out, /not built +en\/more\.epub: handpress-record\.json does not say how/);
});

test("a book that was changed after it was built is told from one of another source", async () => {
  const fileSystem = await builtWorld();
  writeText(fileSystem, "output/en/locks.epub", "damaged");
  const { out } = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.match(out, /differs +en\/locks\.epub: it was changed after it was built/);
});

test("a theme of one's own has to be named again, and its folder is not known", async () => {
  const fileSystem = openWorld();
  writeText(fileSystem, "look/theme.yaml", "title: Mine\ndescription: Mine.\nextends: handout\n");
  await build(fileSystem, "locks", "--theme", "./look");
  const without = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.equal(without.code, 1);
  assert.match(without.out, /not built +en\/locks\.epub: .*--theme FOLDER/);
  const named = await run(fileSystem, "verify", "output", "--rebuild", "c", "--theme", "./look");
  assert.equal(named.code, 0, named.out);
  writeText(fileSystem, "look/reader.css", "p { margin: 1em; }\n");
  const other = await run(fileSystem, "verify", "output", "--rebuild", "c", "--theme", "./look");
  assert.match(other.out, /differs +en\/locks\.epub: another theme, or a theme with changes/);
});

test("a record that asks for what cannot be is no crash", async () => {
  const fileSystem = await builtWorld();
  const record = readText(fileSystem, RECORD).replace(
    '"links": "notes"',
    '"links": "notes", "print": {"greyscale": false, "paper": "cloth"}',
  );
  writeText(fileSystem, RECORD, record);
  const { code, out } = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.equal(code, 1);
  assert.match(out, /not built +en\/locks\.epub: Unexpected paper `cloth`/);
});

test("what is built to compare is gone afterwards", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-verify-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const fileSystem = await builtWorld();
    assert.equal((await run(fileSystem, "verify", "output", "--rebuild", "c")).code, 0);
    assert.deepEqual(await readdir(folder), []);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true });
  }
});

test("a file that is far too large is not read, whoever put it there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-verify-"));
  try {
    const name = "tails.epub";
    await writeFile(join(folder, name), "");
    // Eight terabytes, none of which is on the disk: to read them takes a day.
    await truncate(join(folder, name), 8e12).catch(() => truncate(join(folder, name), 16e9));
    await writeFile(join(folder, "SHA256SUMS"), `${sumOfText("tea")}  ${name}\n`);
    const { code, out } = await runHandpress(["verify", "."], { cwd: folder });
    assert.equal(code, 1);
    assert.match(out, /^ {2}changed {2}tails\.epub$/m);
    const inspected = await runHandpress(["inspect", "."], { cwd: folder });
    assert.match(inspected.out, /tails\.epub: not searched: it is larger than 300 MB/);
  } finally {
    await rm(folder, { recursive: true });
  }
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

test("what may not be read is told as that, not as missing", async () => {
  const fileSystem = await builtWorld();
  const closed = async (path: string) => {
    fileSystem.memory.faults.clear();
    fileSystem.memory.faults.set(`${MEMORY}/${path}`, "permission");
    return await run(fileSystem, "verify", "output");
  };
  for (const path of ["output/.", SUMS]) {
    // The folder itself can be looked at, and not into.
    const { code, out, note } = await (path === "output/."
      ? runHandpress(["verify", "output"], { cwd: MEMORY, fileSystem: shut(fileSystem) })
      : closed(path));
    assert.equal(code, 1, path);
    assert.match(out, /^This copy cannot be checked: you may not read all of this folder\.\n/);
    assert.match(note, /EDG001: Unexpected (folder|list of sums) that cannot be opened/);
  }
  const inside = await closed("output/en");
  assert.equal(inside.code, 1);
  assert.match(inside.out, /^Do not trust this copy yet: 2 cannot be read\.\n/);
  const above = await closed("output");
  assert.equal(above.code, 3);
  assert.match(
    above.note,
    /Unexpected file or folder \/memory\/output, [^\n]* you may not open it\n/,
  );
  assert.doesNotMatch(above.note, /defect/);
});

function shut(fileSystem: OverlayFileSystem): FileSystem {
  const unreadable = [{ path: ".", reason: "permission" }] as const;
  return { ...fileSystem, listFiles: async () => ({ files: [], unreadable }) };
}

test("without a browser no book is called different that was not compared", async () => {
  const fileSystem = await builtWorld();
  // As if the EPUB had the page numbers of a PDF.
  const print = { paper: "a4", sides: "one", greyscale: false };
  const record = JSON.parse(readText(fileSystem, RECORD));
  for (const made of Object.values(record.settings)) {
    Object.assign(made as object, { browser: "HeadlessChrome/1.0", print });
  }
  writeText(fileSystem, RECORD, JSON.stringify(record));
  const recordSum = sumOfText(readText(fileSystem, RECORD));
  writeText(
    fileSystem,
    SUMS,
    readText(fileSystem, SUMS).replace(/^\w{64}(?= {2}handp)/m, recordSum),
  );
  const args = ["verify", "output", "--rebuild", "c", "--browser", "/nowhere/chromium"];
  const { code, out, note } = await run(fileSystem, ...args);
  assert.equal(code, 3, out);
  assert.match(
    out,
    /^Nothing is damaged, but 2 of 2 book files could not be compared with this source/,
  );
  assert.equal(
    out.match(/^ {2}not built {2}en\/\w+\.epub: it takes a browser, see below$/gm)?.length,
    2,
  );
  assert.doesNotMatch(out, /differs/);
  assert.equal(note.match(/Unexpected path \/nowhere\/chromium in --browser/g)?.length, 1);
});

test("of a book that its source has no longer, the page is named that is gone or broken", async () => {
  const fileSystem = await builtWorld();
  remove(fileSystem, "c/doors.md");
  writeText(
    fileSystem,
    "c/locks.md",
    readText(fileSystem, "c/locks.md").replace("title: ", "title: a: "),
  );
  const { out } = await run(fileSystem, "verify", "output", "--rebuild", "c");
  assert.match(out, /no longer in source {2}en\/doors\.epub: no longer there: doors\.md$/m);
  assert.match(out, /no longer in source {2}en\/locks\.epub: cannot be read: locks\.md$/m);
});
