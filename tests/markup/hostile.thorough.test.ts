import assert from "node:assert/strict";
import { test } from "node:test";
import { testAnyPages, testHostilePages } from "./hostile-pages.ts";
import { read } from "./reading.ts";

testHostilePages(1);

/** Lines that open, close and only look like blocks, in quotations, items and code. */
const FLOODS = [
  ">\n::: junk words\n",
  "> :::tip\n|---|---|\n",
  "- :::tip\n::: junk words\n    :::trainer\n",
  ":::tip\n:::\n::: junk words\n",
];

test("time grows with the length, not with its square", () => {
  const costMs = (body: string) => {
    const start = performance.now();
    read(body);
    return performance.now() - start;
  };
  for (const piece of [
    "<b>",
    "> ",
    "[^",
    "a <!-- ",
    "*a **b ",
    "x <form> ",
    "- ",
    "[a](#b ",
    ...FLOODS,
  ]) {
    const fastestMs = (count: number) =>
      Math.min(...[1, 2, 3].map(() => costMs(piece.repeat(count))));
    costMs(piece.repeat(1_000));
    const small = fastestMs(1_000);
    const large = fastestMs(16_000);
    // Sixteen times the text; its square would be 256 times the time.
    assert.ok(large < 80 * small + 100, `${piece}: ${small} ms, ${large} ms`);
  }
});

testAnyPages(1500, 300);
