import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.ts";

/** Rows of cells in short: `a,b;c,d`. */
function rowsOf(markdown: string): string {
  return read(markdown)
    .xhtml.replaceAll("\n", "")
    .replace(/<\/t[dh]><\/tr>|<br\/>/g, ";")
    .replace(/<\/t[dh]>/g, ",")
    .replace(/<[^>]*>/g, "")
    .replace(/;$/, "");
}

/** name, Markdown, rows, diagnostics as `CODE line:column` (the body begins on line 11). */
const CASES: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    "a cell too many",
    "| a | b |\n|---|---|\n| c | d | e f |\n| g | h |",
    "a,b,;c,d,e f;g,h,",
    "MRK103 13:11",
  ],
  ["without bars at the ends", "a | b\n--|--\nc | d | e | f", "a,b,,;c,d,e,f", "MRK103 13:9"],
  ["a cell too few", "| a | b |\n|---|---|\n| c |", "a,b;c,"],
  ["a bar in code", "| a | b |\n|---|---|\n| `x | y` | d |", "a,b;x | y,d", "MRK104 13:3"],
  ["a bar in code, escaped", "| a | b |\n|---|---|\n| `x \\| y` | d |", "a,b;x | y,d"],
  ["too few dashes", "| a | b |\n|---|\n| c | d |", "a,b;c,d", "MRK106 12:1"],
  ["too many dashes", "| a |\n|---|---|\n| c | d |", "a,;c,d", "MRK106 12:1"],
  ["dashes that an editor joined", "| a | b |\n|—|––|\n| c | d |", "a,b;c,d"],
  ["no-break spaces around dashes", "| a | b |\n|\u00A0---\u00A0|---|\n| c | d |", "a,b;c,d"],
  ["no dashes", "| a | b |\n| c | d |", "| a | b || c | d |", "MRK105 11:1"],
  ["empty lines between rows", "| a | b |\n\n| c | d |", "| a | b || c | d |", "MRK105 11:1"],
  [
    "columns of spaces",
    "  Dough  Salt\n  -----  ------\n  One    Two",
    "Dough SaltOne Two",
    "MRK105 12:1",
  ],
  [
    "columns of tabs",
    "Dough\tSalt\nOne\tTwo\n\nSweet\tdough",
    "Dough SaltOne TwoSweet dough",
    "MRK105 11:1",
  ],
  ["a text below", "| a | b |\n|---|---|\n| c | d |\nBake", "a,b;c,d;Bake,", "MRK107 14:1"],
  ["in an item", "- | a | b |\n  |---|---|\n  | c | d | e |", "a,b,;c,d,e", "MRK103 13:13"],
  ["in a quotation", "> | a | b |\n> |---|---|\n> | c | d | e |", "a,b,;c,d,e", "MRK103 13:13"],
  ["in code", "```\n| a |\n|---|\n| b | c |\n```", "| a ||---|| b | c |"],
];

for (const [name, markdown, rows, ...expected] of CASES) {
  test(`tables as they are typed: ${name}`, () => {
    assert.equal(rowsOf(markdown), rows);
    assert.deepEqual(read(markdown).found, expected);
  });
}

test("no cell of a very long row is lost", () => {
  const row = Array.from({ length: 40 }, (_, index) => `c${index}`).join(" | ");
  const text = rowsOf(`| a | b |\n|---|---|\n| ${row} |`);
  for (let index = 0; index < 40; index += 1) assert.match(text, new RegExp(`\\bc${index}\\b`));
});
