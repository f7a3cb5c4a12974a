import assert from "node:assert/strict";
import { test } from "node:test";
import { nameBooks } from "../../src/publication/book-name.ts";

const names = (...permalinks: string[]) =>
  nameBooks(
    permalinks.map((permalink, at) => ({ permalink, identifier: `urn:uuid:0000000${at}-x` })),
  );

test("a book is named after the last segment of its permalink", () => {
  assert.deepEqual(names("/curriculum/workspaces/tails/", "/Passphrases"), [
    "tails",
    "passphrases",
  ]);
});

test("books that would share a name take the segments before it", () => {
  assert.deepEqual(names("/a/basics/", "/b/basics/", "/c/"), ["a-basics", "b-basics", "c"]);
});

test("names are safe on FAT and Windows", () => {
  assert.deepEqual(names("/CON/", "/año nuevo?*/", "/../", "/العمل/"), [
    "book-con",
    "ano-nuevo",
    "00000002",
    "00000003",
  ]);
});

test("books with the very same permalink still get different names", () => {
  const found = names("/x/", "/x/");
  assert.equal(new Set(found).size, 2);
});
