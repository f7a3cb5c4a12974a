import assert from "node:assert/strict";
import { test } from "node:test";
import { plainText } from "../../src/publication/plain-text.ts";

test("Markdown of a title or summary is taken away, and nothing else", () => {
  const cases = [
    ["the *kinds* of **data**, *where* it is", "the kinds of data, where it is"],
    ["read [this page](https://example.org/x) and `ls`", "read this page and ls"],
    ["snake_case and _really_", "snake_case and really"],
    ["2 * 3 * 4, 5*", "2 * 3 * 4, 5*"],
    ["[LINK] and (this)", "[LINK] and (this)"],
  ] as const;
  for (const [line, plain] of cases) assert.equal(plainText(line), plain);
});

test("a long line of signs takes no long time", () => {
  const line = "*a _b ".repeat(20_000);
  assert.equal(plainText(line).length > 0, true);
});
