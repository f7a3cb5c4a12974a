import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import {
  demandRecovery,
  demandTidy,
  demandWhole,
  openScene,
  SOURCE,
  startBuild,
  WORDS,
  waitForEnd,
  whenSeen,
} from "./killed-builds.ts";
import { withFolder, writeTwoBooks } from "./two-books.ts";

/** Where to look, for what, and how long after it. */
const MOMENTS = [
  ["when the browser gets its folder", "SIGKILL", "temporary", /^handpress-browser-/, 0],
  ["while the browser starts or prints", "SIGKILL", "temporary", /^handpress-browser-/, 400],
  ["while the first book is written", "SIGKILL", "output/en", /\.part$/, 0],
  ["while the first book is written", "SIGTERM", "output/en", /\.part$/, 0],
  ["when the first book has its name", "SIGKILL", "output/en", /^\w+\.pdf$/, 0],
] as const;

test("a build that is killed leaves whole books, and the next needs no cleaning", async (t) => {
  await withFolder(async (folder) => {
    const scene = await openScene(folder, SOURCE);
    for (const [at, [when, signal, where, name, waitMs]] of MOMENTS.entries()) {
      await t.test(`${signal} ${when}`, async () => {
        const version = at % 2 === 0 ? 0 : 1;
        await writeTwoBooks(join(folder, "c"), WORDS[version]);
        const child = startBuild(scene);
        const watching = whenSeen(join(folder, where), name, () =>
          setTimeout(() => child.kill(signal), waitMs),
        );
        const { end } = await waitForEnd(child);
        watching.close();
        assert.equal(end, signal);
        await demandWhole(scene, when);
        if (signal !== "SIGKILL") await demandTidy(folder, when);
        await demandRecovery(scene, version, when);
      });
    }
  });
});
