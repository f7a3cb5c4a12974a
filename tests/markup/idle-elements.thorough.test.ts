import assert from "node:assert/strict";
import { test } from "node:test";
import { dropIdleElements } from "../../src/markup/idle-elements.ts";

test("what is looked at costs no more than its number", () => {
  const line = Array.from({ length: 100_000 }, () => [
    { type: "text" as const, value: "a" },
    { type: "element" as const, tagName: "wbr", properties: {}, children: [] },
  ]).flat();
  const kept = dropIdleElements(
    [{ type: "element", tagName: "p", properties: {}, children: line }],
    "en",
    "ltr",
  );
  assert.ok(kept.length === 1);
});
