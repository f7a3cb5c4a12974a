import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { MEMORY } from "../support/overlay-file-system.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { build, builtWorld, openWorld, readText, remove, run, writeText } from "./curriculum.ts";
import { RECORD, SUMS, shut, sumOfText } from "./verified-copies.ts";

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
    assert.match(note, /EDG001: The (folder|list of sums) cannot be opened/);
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
