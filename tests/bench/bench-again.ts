import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { REPOSITORY } from "../support/run-handpress.ts";

const PROGRAM = join(REPOSITORY, "tests/bench/measured-program.mjs");

/** One run of the compiled program. */
interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * What building again costs, and what large curricula take: whole processes of the compiled program,
 * beside the start of Node itself. Lines of text. Only the embedded browser is kept in a cache of its own.
 */
export async function benchAgain(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "handpress-bench-"));
  try {
    await shareBrowser(folder);
    const small = join(folder, "small");
    const large = join(folder, "large");
    writeCurriculum(small, 5);
    writeCurriculum(large, 50);
    const node = median(() => run(folder, ["-e", "0"]));
    const build = (curriculum: string, ...options: string[]) =>
      handpress(folder, ["build", curriculum, "--output", join(folder, "output"), ...options]);
    // The browser is unpacked, and the disk knows the program.
    build(small, "passphrases-0");
    const first = build(small);
    const again = median(() => build(small));
    let edits = 0;
    const edited = median(() => {
      edits += 1;
      editSession(small, edits);
      return build(small);
    });
    const restored = median(() => {
      rmSync(join(folder, "output"), { recursive: true });
      return build(small);
    });
    const check = handpress(folder, ["check", large, "--quiet"]);
    const epubs = build(large, "--format", "epub", "--no-cache");
    const line = (name: string, { seconds, megabytes }: Run) =>
      `${name.padEnd(44)} ${seconds.toFixed(2).padStart(7)} s ${(seconds / node.seconds).toFixed(1).padStart(7)} × Node ${Math.round(megabytes).toString().padStart(6)} MB`;
    return [
      "Building again (15 modules, PDF and EPUB; then 150 modules)",
      line("the start of Node", node),
      line("15 modules, the first time", first),
      line("nothing has changed", again),
      line("one session has changed", edited),
      line("all books were deleted", restored),
      line("check of 150 modules", check),
      line("EPUBs of 150 modules", epubs),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sample's English modules, so many times, each time under other addresses. */
function writeCurriculum(to: string, times: number): void {
  const from = join(REPOSITORY, "content");
  mkdirSync(to, { recursive: true });
  cpSync(join(from, "assets"), join(to, "assets"), { recursive: true });
  cpSync(join(from, "handpress.yaml"), join(to, "handpress.yaml"));
  for (const name of readdirSync(join(from, "en"), { recursive: true }).map(String)) {
    const path = join(from, "en", name);
    if (!statSync(path).isFile()) continue;
    const text = readFileSync(path, "utf8");
    for (let copy = 0; copy < times; copy += 1) {
      const own = join(to, "en", String(copy), name);
      mkdirSync(dirname(own), { recursive: true });
      writeFileSync(
        own,
        text.replaceAll(/(?<=[\s"'(])\/(?!assets)([a-z-]+)(?=\/)/g, `/$1-${copy}`),
      );
    }
  }
}

/** Of one module: another sentence each time. */
function editSession(curriculum: string, edit: number): void {
  const path = join(curriculum, "en/0/passphrases/input/what-makes-it-strong.md");
  const text = readFileSync(path, "utf8").replace(/\nEdit \d+\.\n$/, "");
  writeFileSync(path, `${text}\nEdit ${edit}.\n`);
}

async function shareBrowser(folder: string): Promise<void> {
  const { source, executablePath } = await findBrowser();
  if (source !== "embedded") return;
  const unpacked = dirname(executablePath);
  const cache = join(folder, "cache/handpress");
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  cpSync(unpacked, join(cache, unpacked.slice(dirname(unpacked).length + 1)), { recursive: true });
}

function handpress(folder: string, args: readonly string[]): Run {
  return run(folder, [PROGRAM, ...args]);
}

function run(folder: string, args: readonly string[]): Run {
  const before = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    // As the launcher `handpress` has it.
    env: { ...process.env, MALLOC_ARENA_MAX: "1", XDG_CACHE_HOME: join(folder, "cache") },
  });
  const seconds = (performance.now() - before) / 1000;
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return { seconds, megabytes: Number(stdout.split("\n").at(-1)) / 1e6 };
}

/** Of five: the first finds a disk that knows less. */
function median(act: () => Run): Run {
  const runs = Array.from({ length: 5 }, act).sort((one, other) => one.seconds - other.seconds);
  const middle = runs[2];
  if (middle === undefined) throw new Error("no runs");
  return middle;
}
