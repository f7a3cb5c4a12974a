import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Files } from "./attack.ts";
import { pngOf } from "./images.ts";
import { assertClean } from "./outputs.ts";
import { openRoot } from "./root.ts";
import { GOOD, makePair } from "./tree-attack.ts";

/** Just below the limits: what is let in must come to an end. */
const MOST_SECONDS = 120;
const WORDS = "word ".repeat(10);

const CASES: Readonly<Record<string, () => Files>> = {
  "a line of two million letters": () => makePair("a", "", "word ".repeat(399_000)),
  "a word of a million letters": () => makePair("a", "", "w".repeat(1_000_000)),
  "forty-nine million pixels in a small file": () => ({
    ...makePair("a", "", "![A picture](a.png)"),
    "en/a.png": pngOf(7000, 7000, 7000),
  }),
  "a table of ten thousand columns": () =>
    makePair("a", "", `${"|a".repeat(10_000)}|\n${"|-".repeat(10_000)}|\n${"|b".repeat(10_000)}|`),
  "a million brackets": () => makePair("a", "", "[".repeat(1_000_000)),
  "a million quotations and lists": () =>
    makePair("a", "", `${">".repeat(500_000)}\n\n${"- ".repeat(250_000)}x`),
  "three hundred thousand asterisks": () => makePair("a", "", "*a **a ".repeat(100_000)),
  "ten thousand definitions, each used": () =>
    makePair(
      "a",
      "",
      Array.from({ length: 10_000 }, (_, at) => `[a${at}]\n\n[a${at}]: /x${at}/`).join("\n\n"),
    ),
  "a thousand notes": () =>
    makePair(
      "a",
      "",
      Array.from({ length: 1000 }, (_, at) => `a[^${at}]\n\n[^${at}]: ${WORDS}`).join("\n\n"),
    ),
};

for (const [name, files] of Object.entries(CASES)) {
  test(`${name}: the build ends, and the good book is made`, async () => {
    const root = await openRoot(9);
    try {
      root.write({ ...GOOD, ...files() });
      const start = performance.now();
      const built = await root.build(["--format", "epub"], ["timeout", String(MOST_SECONDS)]);
      assert.ok(
        built.code === 0 || built.code === 1,
        `${built.code}: ${built.note.slice(0, 2000)}`,
      );
      assert.deepEqual([built.strays, built.survivors], [[], []]);
      await assertClean(
        new Uint8Array(readFileSync(join(root.output, "en/good.epub"))),
        "good.epub",
      );
      assert.ok(performance.now() - start < MOST_SECONDS * 1000);
    } finally {
      root.remove();
    }
  });
}
