import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Ended, runProgram } from "../cli/whole-program.ts";
import { runHandpress } from "../support/run-handpress.ts";
import type { Files, Targets } from "./attack.ts";
import { CANARIES } from "./canaries.ts";
import { makePicture } from "./images.ts";

/** A folder for all that a build can see of the machine: home, temporary files, curriculum. */
export interface Root {
  readonly folder: string;
  /** Of the curriculum. */
  readonly content: string;
  readonly output: string;
  readonly targets: Targets;
  write(files: Files): void;
  /** Builds as a process of its own; the whole of its ending, and what it left behind. */
  build(args: readonly string[], wrap?: readonly string[]): Promise<Built>;
  /** The same in this process, which takes a third of the time. */
  buildHere(args: readonly string[]): Promise<Built>;
  remove(): void;
}

export interface Built extends Ended {
  /** Paths that were not there before, besides books and cache. */
  readonly strays: readonly string[];
  /** Processes that outlived it. */
  readonly survivors: readonly string[];
}

export async function openRoot(port: number): Promise<Root> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "handpress-hostile-")));
  const at = (path: string) => join(folder, path);
  for (const name of ["home", "tmp", "content", "outside"]) mkdirSync(at(name));
  const canary = at("outside/canary.txt");
  const picture = at("outside/picture.png");
  writeFileSync(canary, `${CANARIES.outside}\n`);
  writeFileSync(picture, await makePicture());
  writeFileSync(
    at("outside/page.md"),
    `---\ntitle: ${CANARIES.outside}\n---\n${CANARIES.outside}\n`,
  );
  const output = at("books");
  const environment = {
    HOME: at("home"),
    TMPDIR: at("tmp"),
    // The runner of TypeScript would keep its own files there.
    TSX_DISABLE_CACHE: "1",
    // The browser is unpacked once for all runs of this machine, where it has none of its own.
    XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? tmpdir(), ".cache"),
  };
  const lookBehind = (before: ReadonlySet<string>) => ({
    strays: listTree(folder).filter((path) => !before.has(path) && !path.startsWith(output)),
    survivors: listProcesses(folder),
  });
  const wordsOf = (args: readonly string[]) => [
    "build",
    at("content"),
    "--output",
    output,
    "--json",
    ...args,
  ];
  return {
    folder,
    content: at("content"),
    output,
    targets: { port, canary, picture },
    write(files) {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(at(`content/${path}`)), { recursive: true });
        writeFileSync(at(`content/${path}`), content);
      }
    },
    async build(args, wrap = []) {
      const before = new Set(listTree(folder));
      const ended = await runProgram(wordsOf(args), { cwd: at("home"), environment, wrap });
      return { ...ended, ...lookBehind(before) };
    },
    async buildHere(args) {
      const before = new Set(listTree(folder));
      const ended = await runHandpress(wordsOf(args), { cwd: at("home") });
      return { ...ended, signal: null, ...lookBehind(before) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Every file and folder, links as they are. */
export function listTree(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return lstatSync(path).isDirectory() ? [path, ...listTree(path)] : [path];
  });
}

/** Processes whose command or environment names a folder of ours; on Linux only. */
function listProcesses(folder: string): readonly string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((id) => /^\d+$/.test(id) && Number(id) !== process.pid)
    .flatMap((id) => {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, "utf8");
        const names = command + readFileSync(`/proc/${id}/environ`, "utf8");
        return names.includes(folder)
          ? [`${id} ${command.replaceAll("\0", " ").slice(0, 200)}`]
          : [];
      } catch {
        return [];
      }
    });
}
