import { readFileSync } from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";
import type { WorkerMessage } from "./messages.ts";

// Runs test files one after the other in this process. `node:test` knows files only by processes. So
// each file becomes a suite here, and what the file says at its top is said within that suite: its
// hooks run before and after its own tests.

type Registrar = (...args: unknown[]) => unknown;
const NAMES = ["test", "it", "describe", "suite", "before", "after", "beforeEach", "afterEach"];

const nodeTest = createRequire(import.meta.url)("node:test") as Record<string, Registrar>;
const { describe, test } = nodeTest as { describe: Registrar; test: Registrar };

/** What a file has said so far, while it is loaded. */
let loading: (() => unknown)[] | undefined;
for (const name of NAMES) {
  const own = nodeTest[name];
  if (own === undefined) continue;
  const deferred: Registrar = (...args) => {
    if (loading === undefined) return own(...args);
    loading.push(() => own(...args));
    return Promise.resolve();
  };
  nodeTest[name] = Object.assign(deferred, own);
}
syncBuiltinESMExports();

async function runFile(path: string): Promise<void> {
  const said: (() => unknown)[] = [];
  loading = said;
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    said.length = 0;
    said.push(() =>
      test("the file can be loaded", () => {
        throw error;
      }),
    );
  } finally {
    loading = undefined;
  }
  const ended = new Promise<void>((settle) => {
    process.once("handpress:file-ended" as never, settle as never);
  });
  describe(path, () => {
    for (const say of said) say();
  });
  await ended;
}

/** Of this process and of all processes that it started and that ended; of this one alone off Linux. */
function readCpuMs(): number {
  if (process.platform !== "linux") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  // proc(5): after the name in brackets, utime, stime, cutime and cstime are the 12th to the 15th.
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0);
  return ticks * 10;
}

const send = (message: WorkerMessage) => process.send?.(message);
process.on("message", async (path: string) => {
  const [wall, cpu] = [performance.now(), readCpuMs()];
  await runFile(path);
  send({ ended: { wallMs: performance.now() - wall, cpuMs: readCpuMs() - cpu } });
});
send({ ready: true });
