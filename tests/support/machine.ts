import { fileURLToPath } from "node:url";
import { runCommandLine } from "../../src/cli/program.ts";
import type { Machine } from "../../src/cli/terminal.ts";
import { nodeWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";

export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");

export interface RunResult {
  readonly code: number;
  readonly out: string;
  readonly note: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly world?: World;
  readonly cacheFolder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs a command line in this process and catches what it prints. */
export async function runHandpress(
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  let out = "";
  let note = "";
  const machine: Machine = {
    world: options.world ?? nodeWorld,
    cwd: options.cwd ?? REPOSITORY,
    command: "./handpress",
    environment: options.environment ?? {},
    ...(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder }),
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
  const code = await runCommandLine(args, machine, "0.0.0-test");
  return { code, out, note };
}
