import assert from "node:assert/strict";
import { test } from "node:test";
import { withCurriculum } from "./stopping-scene.ts";
import { runProgram } from "./whole-program.ts";

test("a reader that goes away is no defect", async () => {
  await withCurriculum(async (folder) => {
    const { note, code } = await runProgram(["list", "c"], {
      cwd: folder,
      onStart: (child) => child.stdout?.destroy(),
    });
    assert.equal(note, "");
    assert.equal(code, 0);
  });
});
