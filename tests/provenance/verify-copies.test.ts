import assert from "node:assert/strict";
import { test } from "node:test";
import { copy, translatedWorld } from "./copied-books.ts";
import { remove, run, writeText } from "./curriculum.ts";

test("the folder of one language is held against the list of the folder above", async () => {
  const fileSystem = await translatedWorld();
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
  const fileSystem = await translatedWorld();
  for (const names of [/SHA/, /SHA|json/]) {
    copy(fileSystem, (path) => (names.test(path) ? path : undefined));
    const { code, out } = await run(fileSystem, "verify", "copy");
    assert.equal(code, 1);
    assert.match(out, /^This copy cannot be checked: no book that SHA256SUMS names is here\.\n/);
  }
});

test("books whose names were exchanged are no good copy", async () => {
  const fileSystem = await translatedWorld();
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
  const fileSystem = await translatedWorld();
  copy(fileSystem, (path) => path);
  copy(fileSystem, (path) => (path === "en/doors.epub" ? "doors (1).epub" : undefined));
  const { code, out } = await run(fileSystem, "verify", "copy");
  assert.equal(code, 0);
  assert.match(out, /^ {2}renamed {2}doors \(1\)\.epub \(it is en\/doors\.epub\)$/m);
});
