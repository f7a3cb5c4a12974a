import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { listProcesses, listScraps, withCurriculum } from "./stopping-scene.ts";
import { runProgram } from "./whole-program.ts";

test("Ctrl-C ends it, says so, and leaves no process, no scraps, and whole books", async () => {
  await withCurriculum(async (folder) => {
    const temporary = join(folder, "temporary");
    let browser: string | undefined;
    const watching = setInterval(async () => {
      browser ??= (await readdir(temporary).catch(() => [])).find((name) =>
        name.startsWith("handpress-browser-"),
      );
    }, 20);
    const running = runProgram(["build", "c"], {
      cwd: folder,
      environment: { TMPDIR: temporary },
    });
    const stopped = new Promise<void>((settle) => {
      const waiting = setInterval(() => {
        if (browser === undefined) return;
        clearInterval(waiting);
        process.kill(Number(browser.split("-")[2]), "SIGINT");
        settle();
      }, 20);
    });
    const ended = await running;
    await stopped;
    clearInterval(watching);
    assert.equal(ended.signal, "SIGINT");
    assert.match(ended.note, /handpress: stopped\. Books that were there before are whole\.\n$/);
    assert.equal(ended.out, "");
    assert.deepEqual(await listScraps(temporary), []);
    assert.deepEqual(await listProcesses(temporary), []);
    const left = await readdir(join(folder, "output/en"));
    assert.deepEqual(
      left.filter((name) => name.endsWith(".part")),
      [],
    );
    assert.equal(await readFile(join(folder, "output/en/a.pdf"), "utf8"), "earlier");
  });
});
