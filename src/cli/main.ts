#!/usr/bin/env node
import { accessSync, constants, readFileSync } from "node:fs";
import { findPrivateCache } from "../browser/private-cache.ts";
import { whenStopped } from "../world/exit-cleaning.ts";
import { nodeWorld } from "../world/node-world.ts";
import { nameCommand } from "./command-name.ts";
import { PAGE_MEMORY_FILE } from "./page-memory.ts";
import { runCommandLine } from "./program.ts";
import { EXIT } from "./terminal.ts";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

const colour = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;

// A library that reads pictures talks of what is odd in them: between our lines, and of no use to anybody.
console.warn = () => {};

// `handpress list | head` ends our reader early: that is no defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// Ending at once is safe: books are whole or absent, and what is temporary is removed first.
whenStopped(() => {
  process.stderr.write("\nhandpress: stopped. Books that were there before are whole.\n");
});

try {
  const cacheFolder = await findPrivateCache(PAGE_MEMORY_FILE);
  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    {
      world: nodeWorld,
      cwd: process.cwd(),
      environment: process.env,
      command: nameCommand({
        script: process.argv[1] ?? "",
        cwd: process.cwd(),
        environment: process.env,
        isWindows: process.platform === "win32",
        canStart,
      }),
      ...(cacheFolder === undefined ? {} : { cacheFolder }),
      terminal: {
        out: (text) => void process.stdout.write(text),
        note: (text) => void process.stderr.write(text),
        canRewrite: process.stderr.isTTY === true,
        colour,
      },
    },
    version,
  );
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `handpress: a defect of Handpress, not of your content. Nothing that was built before is lost.\n` +
      `  hint: please report what follows, after taking out names and folders you would not show.\n${detail}\n`,
  );
  process.exitCode = EXIT.defect;
}

function canStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
