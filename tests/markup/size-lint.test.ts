import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.ts";

const tableOf = (columns: number) =>
  [`|${" a |".repeat(columns)}`, `|${"---|".repeat(columns)}`, `|${" b |".repeat(columns)}`].join(
    "\n",
  );

test("a table of more columns than a page has room for is named with its place", () => {
  assert.deepEqual(read(`Text.\n\n${tableOf(8)}`).found, []);
  const { found, diagnostics } = read(`Text.\n\n${tableOf(12)}`);
  assert.deepEqual(found, ["MRK070 13:1"]);
  assert.match(diagnostics[0]?.message ?? "", /table of 12 columns, expected at most 8/);
});

test("a word that is longer than a line is named, where words have spaces between them", () => {
  assert.deepEqual(read("a".repeat(80)).found, []);
  assert.deepEqual(read(`Text.\n\nHere **is ${"a".repeat(81)}**.`).found.length, 1);
  assert.match(read("a".repeat(3000)).diagnostics[0]?.message ?? "", /word of 3000 characters/);
  for (const text of [
    `https://example.org/${"a".repeat(60)}/${"b".repeat(60)}`,
    `\`${"a".repeat(500)}\``,
    `    ${"a".repeat(500)}`,
    "ภาษาไทยไม่เว้นวรรค".repeat(20),
    "安全".repeat(200),
    "well-known-".repeat(40),
  ]) {
    assert.deepEqual(read(text).found, [], text);
  }
});

test("code of many pages is named once", () => {
  const code = (lines: number) => `\`\`\`\n${"line\n".repeat(lines)}\`\`\`\n`;
  assert.deepEqual(read(code(200)).found, []);
  assert.deepEqual(read(`${code(5000)}\n${code(300)}`).found, ["MRK072 11:1"]);
});
