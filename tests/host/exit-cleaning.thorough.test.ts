import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "handpress-ending-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const CLEANING = JSON.stringify(new URL("../../src/host/exit-cleaning.ts", import.meta.url).href);
const scrap = join(folder, "scrap");
const pipe = join(folder, "pipe");
execFileSync("mkfifo", [pipe]);

/** Runs a script until it says that it is ready, and ends it. */
async function endBy(signal: NodeJS.Signals, script: string): Promise<unknown> {
  writeFileSync(scrap, "");
  const source = `import { readFile } from "node:fs/promises";
    import { cleanAtExit } from ${CLEANING};
    const scrap = { path: ${JSON.stringify(scrap)} };
    ${script}`;
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", source],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = once(child, "exit");
  // A thread that calculates cannot print, but for what is for those who look for its faults.
  await Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]);
  child.kill(signal);
  const [code, by] = await ended;
  return by ?? code;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`${signal} ends a run whose read never returns, and cleans first`, async () => {
    const script = `cleanAtExit(scrap);
      void readFile(${JSON.stringify(pipe)});
      setTimeout(() => console.log("ready"), 50);
      setInterval(() => {}, 1000);`;
    assert.equal(await endBy(signal, script), signal);
    assert.ok(!existsSync(scrap));
  });

  test(`${signal} ends a long calculation where nothing is to be cleaned`, async () => {
    const script = `cleanAtExit(scrap).release();
      setTimeout(() => {
        process.stdout.write("ready");
        for (;;);
      }, 10);`;
    assert.equal(await endBy(signal, script), signal);
    assert.ok(existsSync(scrap));
  });
}

test("an end of its own cleans what is there, and not what was released", async () => {
  const script = `cleanAtExit(scrap); console.log("ready"); setTimeout(() => process.exit(7), 20);`;
  assert.equal(await endBy("SIGCONT", script), 7);
  assert.ok(!existsSync(scrap));
});

test("a signal ends a thread that calculates, and cleans all that it told of until then", async () => {
  const made = join(folder, "made");
  mkdirSync(made);
  const thread = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
    .then(({ register }) => { register(); return import(${CLEANING}); })
    .then(({ cleanAtExit, cleanByFirst }) => {
      cleanByFirst(require("node:worker_threads").workerData);
      for (let one = 0; ; one += 1) {
        const path = ${JSON.stringify(made)} + "/" + one;
        cleanAtExit({ path });
        require("node:fs").writeFileSync(path, "");
        if (one === 100) process._rawDebug("ready");
      }
    });`;
  const script = `const { cleanForThread } = await import(${CLEANING});
    const { MessageChannel, Worker } = await import("node:worker_threads");
    const { port1, port2 } = new MessageChannel();
    const options = { eval: true, execArgv: [], workerData: port2, transferList: [port2] };
    const worker = new Worker(${JSON.stringify(thread)}, options);
    cleanForThread({ port: port1, end: () => worker.terminate() });`;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    assert.equal(await endBy(signal, script), signal);
    assert.deepEqual(readdirSync(made), []);
  }
});

/** A process that has ended keeps its number until somebody asks how it ended. */
function isRunning(processId: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(processId)], {
    encoding: "utf8",
  });
  return /^[^Z\s]/.test(stdout);
}

test("a signal while a process is started ends that process as well", async () => {
  const mark = join(folder, "started");
  const thread = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
    .then(({ register }) => { register(); return import(${CLEANING}); })
    .then(({ cleanAtExit, cleanByFirst }) => {
      cleanByFirst(require("node:worker_threads").workerData);
      const starting = cleanAtExit({ isStarting: true });
      const options = { detached: true, stdio: "ignore" };
      const child = require("node:child_process").spawn("sleep", ["60"], options);
      require("node:fs").writeFileSync(${JSON.stringify(mark)}, String(child.pid));
      process._rawDebug("ready");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      cleanAtExit({ processId: child.pid });
      starting.release();
      setInterval(() => {}, 1000);
    });`;
  const script = `const { cleanForThread } = await import(${CLEANING});
    const { MessageChannel, Worker } = await import("node:worker_threads");
    const { port1, port2 } = new MessageChannel();
    const options = { eval: true, execArgv: [], workerData: port2, transferList: [port2] };
    const worker = new Worker(${JSON.stringify(thread)}, options);
    cleanForThread({ port: port1, end: () => worker.terminate() });`;
  assert.equal(await endBy("SIGTERM", script), "SIGTERM");
  const started = Number(readFileSync(mark, "utf8"));
  assert.ok(!isRunning(started));
});
