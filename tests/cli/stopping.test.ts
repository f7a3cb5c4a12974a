import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runProgram } from "./whole-program.ts";

/** What is left in the folder of temporary files; tsx, which runs the tests, keeps its own there. */
async function listScraps(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith("tsx-"));
}

/** Linux: the processes that have a folder in their command line. */
async function listProcesses(folder: string): Promise<readonly string[]> {
  const numbers = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((number) => readFile(`/proc/${number}/cmdline`, "utf8").catch(() => "")),
  );
  return lines.filter((line) => line.includes(folder));
}

async function withCurriculum(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "handpress-stop-"));
  try {
    await mkdir(join(folder, "c"));
    await mkdir(join(folder, "temporary"));
    for (const name of ["a", "b", "d", "e"]) {
      await writeFile(
        join(folder, "c", `${name}.md`),
        `---\nlayout: module\ntitle: ${name}\ndate: 2020-01\npermalink: /${name}/\ninput:\n  - name: One\n    url: /one/\n---\nText.\n`,
      );
    }
    await writeFile(
      join(folder, "c/one.md"),
      "---\ntitle: One\npermalink: /one/\nadids: Input\n---\nText.\n",
    );
    await mkdir(join(folder, "output/en"), { recursive: true });
    await writeFile(join(folder, "output/en/a.pdf"), "earlier");
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

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
