// Runs the tests of one tier; CONTRIBUTING.md says what each tier holds.
//
//   node tests/run.mjs [PART…]              quick: the tests whose path contains a part
//   node tests/run.mjs --thorough [PART…]   files that end in `.thorough.test.ts`, and with all their
//                                           cases the quick ones that invent some
//   node tests/run.mjs --slow [PART…]       files that end in `.slow.test.ts`
//   … --times                               the seconds of each file as well, of wall and processor
//
// `node --test` starts a process for each file, and most of a short file's time is the loading of what
// it tests. Here a few workers take one file after the other; what is loaded stays loaded.
import { fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2);
const parts = words.filter((word) => !word.startsWith("--"));
const unknown = words.filter((word) => !/^--(?:thorough|slow|times)$|^[^-]/.test(word));
if (unknown.length > 0) throw new Error(`Unknown option ${unknown.join(" ")}`);
const tier = words.find((word) => word === "--thorough" || word === "--slow")?.slice(2) ?? "quick";
const isTimed = words.includes("--times");
const tierOf = (name) => /\.(thorough|slow)\.test\.ts$/.exec(name)?.[1] ?? "quick";

const waiting = readdirSync(folder, { recursive: true })
  .map(String)
  // The judges of tests/judges have packages of their own, and those have tests.
  .filter((name) => !name.includes("node_modules"))
  .map((name) => join(folder, name))
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => tierOf(name) === tier || (tier === "thorough" && hasMoreCases(name)))
  .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
  .sort();

/** Quick tests that try a property on invented cases: see `sameCases`. */
function hasMoreCases(name) {
  return tierOf(name) === "quick" && readFileSync(name, "utf8").includes("sameCases(");
}

/** A file that takes longer hangs, also on a machine that is busy with other things. */
const FILE_LIMIT_MS = (tier === "slow" ? 180 : 40) * 60_000;
/** A worker ends after so many files, so that what they leave in memory does not add up. */
const FILES_A_WORKER = { quick: 60, thorough: 10, slow: 1 }[tier];

const begun = performance.now();
const results = [];
const count = Math.min(waiting.length, Math.max(2, availableParallelism()));
await Promise.all(Array.from({ length: count }, work));
finish();

/** Starts workers, one after the other, until no file is waiting. */
async function work() {
  while (waiting.length > 0) await runWorker();
}

function runWorker() {
  const worker = fork(join(folder, "runner/worker.ts"), {
    execArgv: [
      "--import",
      import.meta.resolve("tsx"),
      `--test-reporter=${new URL("runner/report.ts", import.meta.url).href}`,
      "--test-reporter-destination=stdout",
    ],
    serialization: "advanced",
    env: { ...process.env, HANDPRESS_TIER: tier },
  });
  let left = FILES_A_WORKER;
  let running;
  let limit;
  let isFailureTold = false;
  const give = () => {
    const file = left > 0 ? waiting.shift() : undefined;
    if (file === undefined) return worker.disconnect();
    left -= 1;
    running = { name: relative(join(folder, ".."), file), tests: [], said: [] };
    limit = setTimeout(() => worker.kill("SIGKILL"), FILE_LIMIT_MS);
    worker.send(file);
  };
  const end = (cost) => {
    clearTimeout(limit);
    const result = { ...running, ...cost };
    results.push(result);
    isFailureTold ||= hasFailed(result);
    show(result);
    running = undefined;
  };
  worker.on("message", ({ test, said, ended, ready }) => {
    if (test !== undefined) running?.tests.push(test);
    if (said !== undefined) running?.said.push(said);
    if (ended !== undefined) end(ended);
    if (ended !== undefined || ready) give();
  });
  return new Promise((settle) => {
    worker.on("exit", (code, signal) => {
      if (running !== undefined) {
        const error = `Its process ended, ${signal ?? `exit code ${code}`}, or it took too long.`;
        running.tests.push({ name: "the whole file", depth: 1, error });
        end({ wallMs: 0, cpuMs: 0 });
      } else if (code !== 0 && !isFailureTold) {
        // What goes wrong after a test has ended belongs to no test, and is a failure all the same.
        const error = `It ended with ${signal ?? `exit code ${code}`}, and no test of it had failed.`;
        running = { name: "a worker", tests: [{ name: "its end", depth: 1, error }], said: [] };
        end({ wallMs: 0, cpuMs: 0 });
      }
      settle();
    });
  });
}

function hasFailed({ tests }) {
  return tests.some(({ error }) => error !== undefined);
}

function show(result) {
  const { name, tests, said, wallMs = 0, cpuMs = 0 } = result;
  const failed = hasFailed(result);
  const kept = tests.filter(({ isSuite }) => !isSuite);
  const cost = isTimed ? `, ${seconds(cpuMs)} of processor` : "";
  console.log(`${failed ? "✖" : "✔"} ${name}  ${kept.length} tests, ${seconds(wallMs)}${cost}`);
  for (const { name, depth, error, skip } of tests) {
    const indent = "  ".repeat(depth);
    if (error !== undefined)
      console.log(`${indent}✖ ${name}\n${error.replace(/^/gm, `${indent}  `)}`);
    else if (skip !== undefined) console.log(`${indent}﹣ ${name} (left out: ${skip})`);
    else if (parts.length > 0) console.log(`${indent}✔ ${name}`);
  }
  for (const line of said) console.log(`  ℹ ${line}`);
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

function finish() {
  const tests = results.flatMap((result) => result.tests.filter(({ isSuite }) => !isSuite));
  const failed = results.filter(hasFailed);
  const skipped = tests.filter(({ skip }) => skip !== undefined);
  if (isTimed) {
    const all = results.reduce((sum, { cpuMs = 0 }) => sum + cpuMs, 0);
    console.log(`\n    wall  processor  file (${seconds(all)} of processor in all)`);
    for (const { name, wallMs = 0, cpuMs = 0 } of results.toSorted((a, b) => b.cpuMs - a.cpuMs)) {
      console.log(`${seconds(wallMs).padStart(8)} ${seconds(cpuMs).padStart(10)}  ${name}`);
    }
  }
  if (skipped.length > 0) console.log("\nLeft out, because this machine lacks something:");
  for (const { name, skip } of skipped) console.log(`  ${name}: ${skip}`);
  if (failed.length > 0)
    console.log(`\nFailed:\n${failed.map(({ name }) => `  ${name}`).join("\n")}`);
  console.log(
    `\n${tier}: ${tests.length} tests in ${results.length} files, ${tests.filter(({ error }) => error !== undefined).length} failed, ${skipped.length} left out, ${seconds(performance.now() - begun)}`,
  );
  if (results.length === 0) console.log("No test file of this tier has such a path.");
  process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
}
