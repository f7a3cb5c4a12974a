import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { watch } from "node:fs";
import { copyFile, link, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { findBrowser } from "../../src/browser/find-browser.ts";
import { REPOSITORY } from "../support/run-handpress.ts";
import { writeTwoBooks } from "./two-books.ts";

/** The two versions of the curriculum that take turns. */
export const WORDS = ["The first version.", "The second version, which is another."] as const;

/** Files by path below a folder. */
type Files = ReadonlyMap<string, Buffer>;

/** Arguments of Node that run the program. */
export const SOURCE = ["--import", import.meta.resolve("tsx"), join(REPOSITORY, "src/cli/main.ts")];
/** Starts in half the time; `npm run test:slow` compiles it first. */
export const COMPILED = [join(REPOSITORY, "dist/cli/main.js")];

/** A folder in which builds are killed. */
export interface Scene {
  readonly program: readonly string[];
  readonly folder: string;
  /** What a whole build of each version gives. */
  readonly versions: readonly [Files, Files];
  /** How long a whole build took. */
  readonly buildMs: number;
}

export async function openScene(folder: string, program: readonly string[]): Promise<Scene> {
  await shareUnpackedBrowser(join(folder, "cache/handpress"));
  await mkdir(join(folder, "temporary"), { recursive: true });
  const versions: Files[] = [];
  let buildMs = 0;
  for (const word of WORDS) {
    await writeTwoBooks(join(folder, "c"), word);
    await rm(join(folder, "output"), { recursive: true, force: true });
    const before = performance.now();
    await buildWhole({ folder, program });
    buildMs = performance.now() - before;
    versions.push(await readFiles(join(folder, "output")));
  }
  const [first, second] = versions;
  assert.ok(first && second && first.size >= 4);
  assert.notDeepEqual(first.get("en/locks.pdf"), second.get("en/locks.pdf"));
  return { program, folder, versions: [first, second], buildMs };
}

/** Starts a build of the folder as a process of its own. */
export function startBuild(
  { folder, program }: Pick<Scene, "folder" | "program">,
  options: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...program, "build", "c", ...options], {
    cwd: folder,
    env: {
      ...process.env,
      TMPDIR: join(folder, "temporary"),
      XDG_CACHE_HOME: join(folder, "cache"),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Every book has to be made, and kept, again: what the lists say is gone, what lies beside them stays. */
export async function forgetFinished(folder: string): Promise<void> {
  for (const name of ["finished-books-1.json", "finished-builds-1.json"]) {
    await rm(join(folder, "cache/handpress", name), { force: true });
  }
}

/** The note, and the exit code or the signal. */
export function waitForEnd(
  child: ChildProcess,
): Promise<{ readonly end: number | string; readonly note: string }> {
  let note = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    note += chunk.toString("utf8");
  });
  return new Promise((settle) =>
    child.once("close", (code, signal) => settle({ end: signal ?? code ?? -1, note })),
  );
}

export async function buildWhole(scene: Pick<Scene, "folder" | "program">): Promise<void> {
  const { end, note } = await waitForEnd(startBuild(scene));
  assert.equal(end, 0, note);
  assert.equal(note, "");
}

/** Calls `act` as soon as a name that matches appears in a folder, which must be there. */
export function whenSeen(folder: string, name: RegExp, act: () => void): { close(): void } {
  let isSeen = false;
  const watcher = watch(folder, (_, seen) => {
    if (isSeen || seen === null || !name.test(seen)) return;
    isSeen = true;
    act();
  });
  return watcher;
}

/** Every output is the old whole file or the new whole file, and no process goes on. */
export async function demandWhole({ folder, versions }: Scene, told: string): Promise<void> {
  await demandNoProcess(folder, told);
  for (const [path, bytes] of await readFiles(join(folder, "output"))) {
    // What was being written has a name of its own, which nobody takes for a book.
    if (/\/\.[^/]*\.(part|lock)$/.test(`/${path}`)) continue;
    const isWhole = versions.some((files) => files.get(path)?.equals(bytes));
    assert.ok(isWhole, `${told}: ${path} is neither the old nor the new file`);
  }
}

/** A build without any cleaning gives what it always gives, and nothing of a killed one is left. */
export async function demandRecovery(scene: Scene, version: 0 | 1, told: string): Promise<void> {
  const { folder, versions } = scene;
  await writeTwoBooks(join(folder, "c"), WORDS[version]);
  await buildWhole(scene);
  const output = await readFiles(join(folder, "output"));
  assert.deepEqual([...output.keys()], [...versions[version].keys()], told);
  for (const [path, bytes] of versions[version]) {
    assert.ok(output.get(path)?.equals(bytes), `${told}: ${path}`);
  }
  await demandTidy(folder, told);
}

export async function demandTidy(folder: string, told: string): Promise<void> {
  await demandNoProcess(folder, told);
  // tsx, which runs the tests, keeps its own.
  const scraps = (await readdir(join(folder, "temporary"))).filter((name) => !/^tsx-/.test(name));
  assert.deepEqual(scraps, [], told);
  const paths = ["output", "cache"].map((name) => readdir(join(folder, name), { recursive: true }));
  const names = (await Promise.all(paths)).flat().map(String);
  assert.deepEqual(
    names.filter((name) => /\.(part|lock)$/.test(name)),
    [],
    told,
  );
}

/** A browser ends when it sees that we are gone: that takes a moment. */
async function demandNoProcess(folder: string, told: string): Promise<void> {
  let left = await listProcesses(folder);
  for (let tries = 0; tries < 100 && left.length > 0; tries += 1) {
    await new Promise((settle) => setTimeout(settle, 50));
    left = await listProcesses(folder);
  }
  assert.deepEqual(left, [], `${told}: these go on`);
}

/** Linux: the processes that have a folder in their command line. */
async function listProcesses(folder: string): Promise<readonly string[]> {
  const numbers = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((number) => readFile(`/proc/${number}/cmdline`, "utf8").catch(() => "")),
  );
  return lines.filter((line) => line.includes(folder));
}

async function readFiles(folder: string): Promise<Files> {
  const names = (await readdir(folder, { recursive: true })).map(String).sort();
  const files = new Map<string, Buffer>();
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.set(name.replaceAll("\\", "/"), await readFile(path));
  }
  return files;
}

/** The embedded browser, where that is the one: two hundred megabytes are not unpacked again. */
async function shareUnpackedBrowser(cache: string): Promise<void> {
  const { source, executablePath } = await findBrowser();
  if (source !== "embedded") return;
  const unpacked = dirname(executablePath);
  for (const name of (await readdir(unpacked, { recursive: true })).map(String)) {
    // Another test may be unpacking it in this moment: its temporary files are not ours to keep.
    if (/\.(part|lock)$/.test(name)) continue;
    const from = join(unpacked, name);
    if (!(await stat(from)).isFile()) continue;
    const to = join(cache, relative(dirname(unpacked), from));
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await link(from, to).catch(() => copyFile(from, to));
  }
}
