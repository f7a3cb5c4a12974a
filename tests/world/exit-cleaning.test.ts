import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "handpress-ending-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const CLEANING = JSON.stringify(new URL("../../src/world/exit-cleaning.ts", import.meta.url).href);
const scrap = join(folder, "scrap");
const pipe = join(folder, "pipe");
execFileSync("mkfifo", [pipe]);

/** Runs a script until it says that it is ready, and ends it. */
async function endBy(signal: NodeJS.Signals, script: string): Promise<unknown> {
  writeFileSync(scrap, "");
  const source = `import { rmSync } from "node:fs";
    import { readFile } from "node:fs/promises";
    import { calculate, cleanAtExit, whenStopped } from ${CLEANING};
    const clean = () => rmSync(${JSON.stringify(scrap)}, { force: true });
    ${script}`;
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", source],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  child.kill(signal);
  const [code, by] = await ended;
  return by ?? code;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`${signal} ends a run whose read never returns, and cleans first`, async () => {
    const script = `cleanAtExit(clean);
      void readFile(${JSON.stringify(pipe)});
      setTimeout(() => console.log("ready"), 50);
      setInterval(() => {}, 1000);`;
    assert.equal(await endBy(signal, script), signal);
    assert.ok(!existsSync(scrap));
  });

  test(`${signal} ends a long calculation where nothing is to be cleaned`, async () => {
    const script = `cleanAtExit(clean).release();
      setTimeout(() => {
        process.stdout.write("ready");
        for (;;);
      }, 10);`;
    assert.equal(await endBy(signal, script), signal);
    assert.ok(existsSync(scrap));
  });
}

test("an end of its own cleans what is there, and not what was released", async () => {
  const script = `cleanAtExit(clean); console.log("ready"); setTimeout(() => process.exit(7), 20);`;
  assert.equal(await endBy("SIGCONT", script), 7);
  assert.ok(!existsSync(scrap));
});

test("SIGTERM ends a long calculation also while something is to be cleaned later", async () => {
  const script = `cleanAtExit(clean);
    void calculate(() => { process.stdout.write("ready"); for (;;); });`;
  assert.equal(await endBy("SIGTERM", script), "SIGTERM");
});

test("a signal that came before a calculation is not lost by it", async () => {
  const script = `cleanAtExit(clean);
    process.stdout.write("ready");
    const until = Date.now() + 300;
    while (Date.now() < until);
    void calculate(() => {}).then(() => setTimeout(() => process.exit(9), 2000));`;
  assert.equal(await endBy("SIGTERM", script), "SIGTERM");
  assert.ok(!existsSync(scrap));
});
