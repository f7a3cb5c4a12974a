import assert from "node:assert/strict";
import { test } from "node:test";
import { settleControl } from "./control-book.ts";
import { readOptions } from "./judge-options.ts";
import type { Finding } from "./judged-book.ts";
import { generateCurricula } from "./make-books.ts";
import { drawTable, listFindings } from "./report.ts";

// The judging itself is `npm run test:judges`; here is what would let it pass in error.

const finding: Finding = {
  judge: "EPUBCheck",
  severity: "warning",
  group: "sample",
  book: "content/x",
  document: "EPUB/m.xhtml",
  line: 3,
  message: "RSC-017 odd",
};

test("the command line: all judges and 200 generated books, unless it says otherwise", () => {
  const plain = readOptions([], undefined);
  assert.deepEqual([...plain.judges], ["epubcheck", "ace", "reader", "verapdf"]);
  assert.equal(plain.generated, 200);
  assert.equal(plain.ifPossible, false);
  const given = readOptions(["../a", "--quick", "--seed", "7", "--only", "ace"], "b:c");
  assert.deepEqual(given.folders, ["../a", "b", "c"]);
  assert.deepEqual([given.generated, given.seed, given.screenshots], [15, 7, false]);
  assert.deepEqual([...given.judges], ["ace"]);
  assert.equal(readOptions(["--quick", "--generated", "9"], "").generated, 9);
  assert.throws(() => readOptions(["--only", "acee"], ""), /Unexpected judge `acee`/);
  assert.throws(() => readOptions(["--seed", "x"], ""), /Unexpected --seed x/);
});

test("a judge that finds nothing in the control book is a finding itself", () => {
  const control: Finding = { ...finding, group: "control", book: "control" };
  const settled = settleControl([finding, control], ["EPUBCheck", "Ace"]);
  assert.deepEqual(
    settled.map(({ judge, book, severity }) => [judge, book, severity]),
    [
      ["EPUBCheck", "content/x", "warning"],
      ["Ace", "control", "fatal"],
    ],
  );
});

test("findings name book, document and line; the table counts them by group", () => {
  assert.equal(
    listFindings([finding]),
    "content/x:EPUB/m.xhtml:3: warning (EPUBCheck) RSC-017 odd\n",
  );
  const book = { name: "content/x", path: "/x.epub", group: "sample" } as const;
  const rows = drawTable([book, { ...book, name: "content/y" }], [finding]).split("\n");
  assert.match(rows[1] ?? "", /^sample +2 +1 +0 +0 +1 +0$/);
  assert.match(rows[2] ?? "", /^all +2 +1 +0 +0 +1 +0$/);
});

test("a seed gives the same curricula again", () => {
  assert.deepEqual(generateCurricula(5, 3), generateCurricula(5, 3));
  assert.notDeepEqual(generateCurricula(5, 3), generateCurricula(6, 3));
});
