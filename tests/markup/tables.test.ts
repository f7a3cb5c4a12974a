import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanTree } from "../../src/markup/clean-tree.ts";
import { read } from "./reading.ts";

const CASES: readonly (readonly [string, string, string])[] = [
  [
    "a head of columns",
    "| a | b |\n|---|---|\n| c | d |",
    "<thead><tr><th col>a</th><th col>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>",
  ],
  [
    "an empty corner: rows have heads too",
    "| | b |\n|---|---|\n| c | d |\n| | e |",
    "<thead><tr><td></td><th col>b</th></tr></thead><tbody><tr><th row>c</th><td>d</td></tr><tr><td></td><td>e</td></tr></tbody>",
  ],
  [
    "an empty head is none",
    "| | |\n|---|---|\n| c | d |",
    "<tbody><tr><td>c</td><td>d</td></tr></tbody>",
  ],
  [
    "an empty head elsewhere is a cell",
    "| a | |\n|---|---|\n| c | d |",
    "<thead><tr><th col>a</th><td></td></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>",
  ],
  [
    "an HTML table with its heads in the first row and column",
    "<table><tr><th>a</th><th scope='bad'>b</th></tr><tr><th>c</th><td>d</td></tr></table>",
    "<thead><tr><th col>a</th><th col>b</th></tr></thead><tbody><tr><th row>c</th><td>d</td></tr></tbody>",
  ],
  [
    "a table of one row",
    "<table><tr><th>a</th><td>b</td></tr></table>",
    "<tbody><tr><th row>a</th><td>b</td></tr></tbody>",
  ],
  ["a table with nothing in it", "| | |\n|---|---|", ""],
];

for (const [what, markdown, expected] of CASES) {
  test(`table heads: ${what}`, () => {
    const { document, xhtml } = read(markdown);
    const shown = xhtml
      .replaceAll("\n", "")
      .replace(/^<table>(.*)<\/table>$/s, "$1")
      .replaceAll(/ scope="(\w+)"/g, " $1");
    assert.equal(shown, expected);
    const again = cleanTree(structuredClone(document.body.children) as never);
    assert.deepEqual(again, document.body.children);
  });
}
