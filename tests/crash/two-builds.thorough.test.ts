import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { runHandpress } from "../support/run-handpress.ts";
import { withFolder, writeTwoBooks } from "./two-books.ts";

test("two builds in one folder at once both end well, and every file is whole", async () => {
  await withFolder(async (folder) => {
    const words = ["The first version.", "The second version, which is another."];
    const build = (at: number, output: string) =>
      runHandpress(["build", `c${at}`, "--output", output], {
        cwd: folder,
        cacheFolder: join(folder, output === "both" ? "cache" : `cache-${at}`),
      });
    for (const [at, word] of words.entries()) await writeTwoBooks(join(folder, `c${at}`), word);
    for (const at of [0, 1]) assert.equal((await build(at, `alone-${at}`)).code, 0);
    const results = await Promise.all([build(0, "both"), build(1, "both")]);
    for (const { code, note } of results) {
      assert.equal(note, "");
      assert.equal(code, 0);
    }
    const read = (output: string, name: string) => readFile(join(folder, output, "en", name));
    const names = readdirSync(join(folder, "both/en"));
    assert.deepEqual(names, readdirSync(join(folder, "alone-0/en")));
    for (const name of names) {
      const made = await read("both", name);
      const whole = await Promise.all([0, 1].map((at) => read(`alone-${at}`, name)));
      assert.ok(
        whole.some((one) => one.equals(made)),
        name,
      );
    }
    const remembered = async (cache: string) =>
      JSON.parse(await readFile(join(folder, cache, "page-numbers.json"), "utf8")).map(
        ([key]: readonly string[]) => key,
      );
    const learnt = [...(await remembered("cache-0")), ...(await remembered("cache-1"))];
    assert.deepEqual(
      (await remembered("cache")).sort(),
      [...new Set(learnt)].sort(),
      "what one has learnt is not lost to the other",
    );
    assert.deepEqual(readdirSync(join(folder, "cache")), ["page-numbers.json"]);
    assert.deepEqual(readdirSync(join(folder, "temporary")), []);
  });
});

test("a folder in the cache's place is no harm: the build remembers nothing", async () => {
  await withFolder(async (folder) => {
    await writeTwoBooks(join(folder, "c"), "Text.");
    await mkdir(join(folder, "cache/page-numbers.json"), { recursive: true });
    const { code, note } = await runHandpress(["build", "c"], {
      cwd: folder,
      cacheFolder: join(folder, "cache"),
    });
    assert.equal(code, 0, note);
    assert.deepEqual(readdirSync(join(folder, "cache")), ["page-numbers.json"]);
  });
});
