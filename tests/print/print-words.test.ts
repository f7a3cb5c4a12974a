import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../src/markup/serialise.ts";
import { partEndlessWords } from "../../src/print/print-words.ts";

const part = (value: string) => partEndlessWords({ type: "text", value });

test("a word without an end may break, and says what it said", () => {
  const word = "x".repeat(2000);
  const parts = part(`Before ${word} behind`);
  assert.ok(parts.filter((one) => one.type === "element" && one.tagName === "wbr").length >= 4);
  assert.equal(textOf(parts), `Before ${word} behind`);
  for (const one of parts) assert.ok(one.type !== "text" || one.value.length <= 400);
});

test("letters and their marks stay together", () => {
  const parts = part("🚲é".repeat(800));
  assert.equal(textOf(parts), "🚲é".repeat(800));
  for (const one of parts) {
    if (one.type === "text")
      assert.doesNotMatch(one.value, /^[\uDC00-\uDFFF\p{M}]|[\uD800-\uDBFF]$/u);
  }
});

test("what has spaces is left as it is", () => {
  const text = "a word and another, ".repeat(5000);
  assert.deepEqual(part(text), [{ type: "text", value: text }]);
});

test("marks without end on one letter stay with it", () => {
  const value = `a${"\u0301".repeat(1200)}`;
  assert.deepEqual(part(value), [{ type: "text", value }]);
});
