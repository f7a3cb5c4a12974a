// Node 20 has no glob for --test, so the list of test files is made here.
//
//   node tests/run.mjs [PART…]          the tests whose path contains a part
//   node tests/run.mjs --slow [PART…]   the slow tier alone: files that end in `.slow.test.ts`
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const isSlowTier = process.argv.includes("--slow");
const wanted = process.argv.slice(2).filter((word) => word !== "--slow");
const files = readdirSync(folder, { recursive: true })
  .map(String)
  // The judges of tests/judges have packages of their own, and those have tests.
  .filter((name) => !name.includes("node_modules"))
  .map((name) => join(folder, name))
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => name.endsWith(".slow.test.ts") === isSlowTier)
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
// Left to itself, Node keeps one core free, which is half of a small machine.
const atOnce = `--test-concurrency=${Math.max(2, availableParallelism())}`;
const child = spawn(
  process.execPath,
  ["--import", "tsx", "--test", "--test-reporter=spec", atOnce, ...files],
  { stdio: "inherit" },
);
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
