import assert from "node:assert/strict";
import { test } from "node:test";
import { nameBooks, nameEdition } from "../../src/publication/book-name.ts";

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

test("an edition's file is named after the module's, and takes no other module's name", () => {
  const names = new Set(["locks", "keys", "keys-participant"]);
  assert.equal(nameEdition("locks", "trainer", names), "locks");
  assert.equal(nameEdition("locks", "participant", names), "locks-participant");
  assert.equal(nameEdition("keys", "participant", names), "keys-participant-edition");
});
