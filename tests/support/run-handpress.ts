import { fileURLToPath } from "node:url";
import { runCommandLine } from "../../src/cli/program.ts";
import type { Shell } from "../../src/cli/terminal.ts";
import type { FileSystem } from "../../src/host/file-system.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";

export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly note: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly fileSystem?: FileSystem;
  readonly cacheFolder?: string;
  readonly toolIdentity?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs a command line in this process and catches what it prints. */
export async function runHandpress(
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  let out = "";
  let note = "";
  const shell: Shell = {
    fileSystem: options.fileSystem ?? nodeFileSystem,
    cwd: options.cwd ?? REPOSITORY,
    command: "./handpress",
    environment: options.environment ?? {},
    version: "0.0.0-test",
    ...(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder }),
    ...(options.toolIdentity === undefined ? {} : { toolIdentity: options.toolIdentity }),
    terminal: {
      out: (text) => {
        out += text;
      },
      note: (text) => {
        note += text;
      },
      canRewrite: false,
      colour: false,
    },
  };
  const code = await runCommandLine(args, shell);
  return { code, out, note };
}
