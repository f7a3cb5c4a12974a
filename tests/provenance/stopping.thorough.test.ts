import assert from "node:assert/strict";
import { watch } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { runProgram } from "../cli/whole-program.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { PAGES } from "./curriculum.ts";

test("Ctrl-C while books are built again leaves nothing of them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handpress-stop-"));
  const temporary = join(folder, "temporary");
  try {
    await mkdir(temporary);
    for (const [path, text] of Object.entries(PAGES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    assert.equal((await runHandpress(["build", "c", "-f", "pdf"], { cwd: folder })).code, 0);
    let stop = () => {};
    let isSeen = false;
    const watcher = watch(temporary, (_, name) => {
      if (!name?.startsWith("handpress-books-")) return;
      isSeen = true;
      stop();
    });
    const { signal, note } = await runProgram(["verify", "output", "--rebuild", "c"], {
      cwd: folder,
      environment: { TMPDIR: temporary },
      onStart: (child) => {
        stop = () => void child.kill("SIGINT");
      },
    });
    watcher.close();
    assert.ok(isSeen);
    assert.equal(signal, "SIGINT", note);
    const left = (await readdir(temporary)).filter((name) => !name.startsWith("tsx-"));
    assert.deepEqual(left, []);
    assert.deepEqual(await readdir(join(folder, "output")), [
      "SHA256SUMS",
      "en",
      "handpress-record.json",
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
