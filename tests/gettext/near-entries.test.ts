import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EMPTY_ENTRY, type Entry } from "../../src/gettext/catalogue.ts";
import { prepareText, similarityOf } from "../../src/gettext/common-signs.ts";
import { findNearIn } from "../../src/gettext/near-entries.ts";
import { sameCases } from "../support/seed.ts";

const entry = (id: string, more: Partial<Entry> = {}): Entry => {
  return { ...EMPTY_ENTRY, id, strings: ["x"], ...more };
};

/** By the definition, one sign after the other. */
function commonSigns(one: string, other: string): number {
  let row = Array<number>(other.length + 1).fill(0);
  for (const sign of one.split("")) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1) {
      next.push(
        sign === other[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

test("texts are as alike as their longest common subsequence is long", () => {
  const anyText = fc
    .array(fc.constantFrom("a", "b", "é", "🙂", " ", "abcab"), { maxLength: 60 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const both = one.length + other.length;
      const expected = both === 0 ? 1 : (2 * commonSigns(one, other)) / both;
      assert.equal(similarityOf(prepareText(one), other), expected);
    }),
    sameCases(500),
  );
});

test("the nearest text is found, of several that are alike", () => {
  const memory = [
    entry("Keep a spare key with a friend."),
    entry("Keep a spare key with a good friend."),
    entry("Oil the bolts each spring."),
  ];
  const find = findNearIn(memory);
  assert.equal(find("Keep two spare keys with a good friend."), memory[1]);
  assert.equal(find("Oil the bolts each spring."), memory[2]);
  assert.equal(find("Paint the door green."), undefined);
  assert.equal(
    find("Keep it with a friend who lives near and is at home on most evenings."),
    undefined,
  );
  assert.equal(find(""), undefined);
});

test("what nobody has translated or confirmed is no ground for a guess; what is obsolete is", () => {
  const id = "Keep a spare key with a friend.";
  const near = "Keep a spare key with a good friend.";
  assert.equal(findNearIn([entry(id, { strings: [""] })])(near), undefined);
  assert.equal(findNearIn([entry(id, { flags: ["fuzzy"] })])(near), undefined);
  const obsolete = entry(id, { isObsolete: true });
  assert.equal(findNearIn([obsolete])(near), obsolete);
});

test("texts without spaces between words are found as well", () => {
  const known = entry("把备用钥匙放在你信任的朋友家里这样你就不会被锁在门外了");
  assert.equal(
    findNearIn([known])("把备用钥匙放在你最信任的朋友家里这样你不会被锁在门外了"),
    known,
  );
});
