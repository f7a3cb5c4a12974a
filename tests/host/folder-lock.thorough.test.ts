import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { memoryFileSystem } from "../support/memory-file-system.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

function run(script: string) {
  const fileSystem = JSON.stringify(
    new URL("../../src/host/node-file-system.ts", import.meta.url).href,
  );
  const whole = `import { nodeFileSystem } from ${fileSystem};
    import { readFileSync, writeFileSync } from "node:fs";
    const path = ${JSON.stringify(join(folder, "sums"))};
    ${script}`;
  return spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", whole],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
}

/** Reads, waits, and writes one more: without a lock two that do so lose a step. */
const COUNT = `for (let i = 0; i < 15; i += 1) await nodeFileSystem.withLock(path, async () => {
  const found = Number(readFileSync(path, "utf8"));
  await new Promise((settle) => setTimeout(settle, 2));
  writeFileSync(path, String(found + 1));
});`;

test("four runs that change one file at once lose nothing", async () => {
  await writeFile(join(folder, "sums"), "0");
  const ends = await Promise.all([1, 2, 3, 4].map(() => once(run(COUNT), "exit")));
  assert.deepEqual(ends.flat().filter(Boolean), []);
  assert.equal(await readFile(join(folder, "sums"), "utf8"), "60");
  assert.deepEqual(await readdir(folder), ["sums"]);
});

test("parts of one run wait for each other, in both worlds", async () => {
  for (const fileSystem of [nodeFileSystem, memoryFileSystem({})]) {
    const seen: number[] = [];
    const work = async (at: number) => {
      await fileSystem.withLock(join(folder, "deeper/sums"), async () => {
        seen.push(at);
        await new Promise((settle) => setTimeout(settle, 5));
        seen.push(at);
        if (at === 1) throw new Error("its own matter");
      });
    };
    const ends = await Promise.allSettled([1, 2, 3].map(work));
    assert.deepEqual(
      [0, 2, 4].map((at) => seen[at] === seen[at + 1]),
      [true, true, true],
    );
    assert.deepEqual(
      ends.map(({ status }) => status),
      ["rejected", "fulfilled", "fulfilled"],
    );
    assert.match(String(ends[0]?.status === "rejected" && ends[0].reason), /^Error: its own/);
  }
  assert.deepEqual(await readdir(join(folder, "deeper")), []);
});

test("the lock of a run that was killed counts for nothing, and its claim is removed", async (t) => {
  const holder = run(`await nodeFileSystem.withLock(path, async () => {
    console.log("held");
    await new Promise((settle) => setTimeout(settle, 60_000));
  });`);
  t.after(() => holder.kill("SIGKILL"));
  const ended = once(holder, "exit");
  await once(holder.stdout, "data");
  let isHeld = true;
  const waiting = nodeFileSystem.withLock(join(folder, "sums"), async () => {
    assert.equal(isHeld, false, "while it lives it is waited for");
    return "done";
  });
  await new Promise((settle) => setTimeout(settle, 200));
  isHeld = false;
  holder.kill("SIGKILL");
  await ended;
  assert.equal(await waiting, "done");
  assert.deepEqual(await readdir(folder), []);
});

test("a run that is asked to end while it holds a lock leaves no claim", async (t) => {
  const holder = run(`process.on("SIGTERM", () => process.exit(0));
  await nodeFileSystem.withLock(path, async () => {
    console.log("held");
    await new Promise((settle) => setTimeout(settle, 60_000));
  });`);
  t.after(() => holder.kill("SIGKILL"));
  const ended = once(holder, "exit");
  await once(holder.stdout, "data");
  assert.equal((await readdir(folder)).length, 1);
  holder.kill("SIGTERM");
  await ended;
  assert.deepEqual(await readdir(folder), []);
});
