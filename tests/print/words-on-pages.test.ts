import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copyWords } from "../support/copied-words.ts";
import { build } from "./tea-book.ts";

describe("a label that hangs beside a heading without one above it", () => {
  for (const theme of ["handout", "low-ink", "large-print", "pocket"]) {
    test(`is on the page in ${theme}`, async () => {
      const { code, note, read } = await build(theme);
      assert.equal(code, 0, note);
      const words = (await copyWords(await read())).join(" ");
      assert.match(words, /Step 1.{0,20}Fill the kettle/);
      assert.match(words, /Step 2.{0,20}Wait/);
    });
  }
});
