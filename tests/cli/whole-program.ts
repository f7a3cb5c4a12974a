import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "../support/run-handpress.ts";

export interface Ended {
  readonly code: number | null;
  /** What ended it, where it was no end of its own: shells show 130 for SIGINT, 143 for SIGTERM. */
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly note: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that runs it: `unshare --net`. */
  readonly wrap?: readonly string[];
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the program as a process of its own, as a person would. */
export function runProgram(args: readonly string[], options: ProgramOptions): Promise<Ended> {
  const main = join(REPOSITORY, "src/cli/main.ts");
  const [command = "", ...rest] = [
    ...(options.wrap ?? []),
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    main,
    ...args,
  ];
  const child = spawn(command, rest, {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
  });
  let out = "";
  let note = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    note += chunk.toString("utf8");
  });
  options.onStart?.(child);
  return new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code, signal) => settle({ code, signal, out, note }));
  });
}
