import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { built, output, prepare } from "./edition-scene.ts";

prepare();

test("both editions are built in both formats, each under its own name", async () => {
  assert.deepEqual((await readdir(join(output, "en"))).sort(), [
    "locks-participant.epub",
    "locks-participant.pdf",
    "locks.epub",
    "locks.pdf",
  ]);
  assert.match(built.out, /locks-participant\.pdf +\d+ pages/);
  assert.match(built.out, /8 files of 4 books/);
});
