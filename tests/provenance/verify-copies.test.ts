import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY, type OverlayFileSystem } from "../support/overlay-file-system.ts";
import { build, openWorld, readText, remove, run, writeText } from "./curriculum.ts";

/** Copies files of `output` into `copy`, under names of their own; undefined leaves one behind. */
function copy(fileSystem: OverlayFileSystem, rename: (path: string) => string | undefined): void {
  for (const [path, bytes] of [...fileSystem.memory.files]) {
    const [, name] = /^.*\/output\/(.*)$/.exec(path) ?? [];
    const to = name === undefined ? undefined : rename(name);
    if (to !== undefined) fileSystem.memory.files.set(`${MEMORY}/copy/${to}`, bytes);
  }
}

async function builtWorld() {
  const fileSystem = openWorld();
  writeText(
    fileSystem,
    "c/es/locks.md",
    readText(fileSystem, "c/locks.md").replace("layout", "language: es\nlayout"),
  );
  await build(fileSystem, "--lang", "all");
  return fileSystem;
}

const SUMS = "SHA256SUMS";
const baseOf = (path: string) => path.split("/").at(-1) ?? "";

/** What people take along, how they name it, and the first line that they should read. */
const COPIES: readonly (readonly [string, (path: string) => string | undefined, RegExp])[] = [
  [
    "one language and the list",
    (path) => (path.startsWith("es/") || path === SUMS ? path : undefined),
    /^What is here is unchanged: 1 file of the 4 that SHA256SUMS names\. Not here: en\/doors\.epub, en\/locks\.epub, handpress-record\.json\.\n/,
  ],
  [
    "one language's files and the list, in one folder",
    (path) => (path.startsWith("es/") || path === SUMS ? baseOf(path) : undefined),
    /^What is here is unchanged: 1 file of the 4 that SHA256SUMS names, 1 of them under another name\. Not here: /,
  ],
  [
    "the books without the record",
    (path) => (path.endsWith(".json") ? undefined : path),
    /^What is here is unchanged: 3 files of the 4 that SHA256SUMS names\. Not here: handpress-record\.json\.\n/,
  ],
  [
    "all in one folder, with the language behind the name",
    (path) => path.replace(/^(\w\w)\/(\w+)/, "$2 ($1)"),
    /^This copy is whole: all 4 files are as SHA256SUMS says, 3 of them under another name\.\n/,
  ],
  [
    "a stick that writes capitals only",
    (path) => path.toUpperCase(),
    /^This copy is whole: all 4 files are as SHA256SUMS says\.\n/,
  ],
  [
    "a stick that cuts names",
    (path) =>
      path === SUMS
        ? path
        : path.toUpperCase().replace(/\w+\.EPUB/, (name) => `${name.slice(0, 3)}~1.EPU`),
    /^This copy is whole: all 4 files are as SHA256SUMS says, 3 of them under another name\.\n/,
  ],
  [
    "a list that a mail program has named",
    (path) => (path === SUMS ? "sha256sums.txt" : path),
    /^This copy is whole: all 4 files are as SHA256SUMS says\.\n/,
  ],
];

for (const [what, rename, verdict] of COPIES) {
  test(`a good copy is called one: ${what}`, async () => {
    const fileSystem = await builtWorld();
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

test("the folder of one language is held against the list of the folder above", async () => {
  const fileSystem = await builtWorld();
  const { code, out } = await run(fileSystem, "verify", "output/es");
  assert.equal(code, 0);
  assert.match(
    out,
    /^This copy is whole: its file is as SHA256SUMS says\.\nBy the SHA256SUMS of the folder above\.\n/,
  );
  writeText(fileSystem, "output/es/more.epub", "stranger");
  const strange = await run(fileSystem, "verify", "output/es");
  assert.equal(strange.code, 1);
  assert.match(strange.out, /^ {2}not in SHA256SUMS {2}es\/more\.epub$/m);
  // What is in the other folders is not asked.
  writeText(fileSystem, "output/en/locks.epub", "stranger");
  remove(fileSystem, "output/es/more.epub");
  assert.equal((await run(fileSystem, "verify", "output/es")).code, 0);
});

test("a list alone, or with the record alone, vouches for nothing", async () => {
  const fileSystem = await builtWorld();
  for (const names of [/SHA/, /SHA|json/]) {
    copy(fileSystem, (path) => (names.test(path) ? path : undefined));
    const { code, out } = await run(fileSystem, "verify", "copy");
    assert.equal(code, 1);
    assert.match(out, /^This copy cannot be checked: no book that SHA256SUMS names is here\.\n/);
  }
});

test("books whose names were exchanged are no good copy", async () => {
  const fileSystem = await builtWorld();
  const exchanged: Readonly<Record<string, string>> = {
    "en/locks.epub": "en/doors.epub",
    "en/doors.epub": "en/locks.epub",
  };
  copy(fileSystem, (path) => exchanged[path] ?? path);
  const { code, out } = await run(fileSystem, "verify", "copy");
  assert.equal(code, 1);
  assert.match(out, /^ {2}changed {2}en\/doors\.epub \(it has the content of en\/locks\.epub\)$/m);
});

test("a second copy of a book is known by its sum", async () => {
  const fileSystem = await builtWorld();
  copy(fileSystem, (path) => path);
  copy(fileSystem, (path) => (path === "en/doors.epub" ? "doors (1).epub" : undefined));
  const { code, out } = await run(fileSystem, "verify", "copy");
  assert.equal(code, 0);
  assert.match(out, /^ {2}renamed {2}doors \(1\)\.epub \(it is en\/doors\.epub\)$/m);
});

test("only what names a missing book is said to name it", async () => {
  const fileSystem = await builtWorld();
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
  const fileSystem = await builtWorld();
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
