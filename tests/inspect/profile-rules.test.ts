import assert from "node:assert/strict";
import { test } from "node:test";
import { CODE_OF_CONDITION } from "../../src/inspect/pdf/rule-table.ts";
import { damagePdfs } from "./damaged-pdfs.ts";

/**
 * The rules of veraPDF's profile of PDF/UA-1 (clause and number), and by which condition ours tell
 * the same; or why they do not look.
 */
const RULES = `
5-1 06-002
5-2 - another part is another standard: a file that claims it is not held to this one
5-3 5-4 5-5 - which prefix a name has says nothing to anybody; ours is the usual one
6.1-1 - the version at the head; ours is always 1.7
6.2-1 PDF010
7.1-1 01-003
7.1-2 01-004
7.1-3 01-005
7.1-4 01-007
7.1-5 02-001
7.1-6 02-003
7.1-7 02-004
7.1-8 06-001
7.1-9 06-003
7.1-10 07-001 07-002
7.1-11 PDF010
7.1-12 - an element without parent: we read from the top, and ours are written with one
7.2-2 11-003
7.2-3 7.2-4 7.2-5 7.2-6 7.2-7 7.2-8 7.2-9 7.2-10 7.2-11 7.2-12 7.2-13 7.2-14 09-004
7.2-15 - cells that lie on others: rows of different length are told
7.2-16 7.2-36 7.2-37 7.2-38 7.2-39 09-004
7.2-17 7.2-18 7.2-19 7.2-20 7.2-40 09-005
7.2-21 7.2-22 7.2-23 7.2-30 7.2-31 7.2-32 11-002
7.2-24 11-004
7.2-25 11-005
7.2-26 7.2-27 7.2-28 09-006
7.2-29 7.2-34 11-001
7.2-33 11-006
7.2-41 7.2-42 7.2-43 PDF009
7.3-1 13-004
7.4.2-1 14-002 14-003
7.4.4-1 14-006
7.4.4-2 7.4.4-3 14-007
7.5-1 7.5-2 15-003
7.7-1 17-002
7.9-1 19-003
7.9-2 19-004
7.10-1 20-001 20-002
7.10-2 20-003
7.11-1 21-001
7.15-1 25-001
7.16-1 26-001 26-002
7.18.1-1 28-002
7.18.1-2 28-004
7.18.1-3 28-005
7.18.2-1 28-007
7.18.3-1 28-008 28-009
7.18.4-1 28-010
7.18.4-2 - the role of a field; ours have no fields
7.18.5-1 28-011
7.18.5-2 28-012
7.18.6.2-1 28-014
7.18.6.2-2 28-015
7.18.8-1 28-017
7.20-1 30-001
7.20-2 30-002
7.21.3.1-1 31-001 31-002
7.21.3.2-1 31-004 31-005
7.21.3.3-1 31-006
7.21.3.3-2 31-007
7.21.3.3-3 31-008
7.21.4.1-1 31-009
7.21.4.1-2 31-011
7.21.4.2-1 7.21.4.2-2 - lists of a font's glyphs; the browser writes none
7.21.5-1 31-016
7.21.6-1 31-017
7.21.6-2 31-019 31-020 31-021 31-023
7.21.6-3 31-024
7.21.6-4 31-025 31-026
7.21.7-1 10-001 31-027
7.21.7-2 31-028 31-029
7.21.8-1 31-030
`;

const lines = RULES.trim()
  .split("\n")
  .map((line) => {
    const [told = "", reason] = line.split(" - ");
    const words = told.split(" ");
    const rules = words.filter((word) => /^\d[\d.]*-\d{1,2}$/.test(word));
    return { rules, conditions: words.filter((word) => !rules.includes(word)), reason };
  });

test("every rule of the profile has a condition of ours that a damaged file shows, or a reason", () => {
  const rules = lines.flatMap((line) => line.rules);
  assert.equal(rules.length, 106);
  assert.equal(new Set(rules).size, rules.length);
  const shown = new Set(damagePdfs().flatMap(({ conditions }) => conditions));
  for (const { rules: own, conditions, reason } of lines) {
    assert.notEqual(conditions.length === 0, reason === undefined, own.join());
    for (const condition of conditions) {
      assert.ok(CODE_OF_CONDITION.has(condition) || condition.startsWith("PDF"), condition);
      assert.ok(shown.has(condition), condition);
    }
  }
});
