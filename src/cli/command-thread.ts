import { accessSync, constants } from "node:fs";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { findPrivateCache } from "../browser/private-cache.ts";
import { CACHE_FILES } from "../build/finished/clean-cache.ts";
import { cleanByFirst } from "../host/exit-cleaning.ts";
import { nodeFileSystem } from "../host/node-file-system.ts";
import { readProductVersion } from "../host/product-version.ts";
import { readToolIdentity } from "../host/tool-identity.ts";
import { nameCommand } from "./command-name.ts";
import { runCommandLine } from "./program.ts";
import type { ExitCode } from "./terminal.ts";

/** A command line, as the first thread hands it to the thread that runs it. */
export interface CommandOrder {
  readonly args: readonly string[];
  /** The path by which Handpress was called. */
  readonly script: string;
  readonly canRewrite: boolean;
  readonly colour: boolean;
  /** By which the first thread learns what must not be left. */
  readonly cleaning: MessagePort;
}

/** What that thread says: texts for the two outputs, and in the end how the command ended. */
export interface CommandWord {
  readonly out?: string;
  readonly note?: string;
  readonly code?: ExitCode;
}

const { args, script, canRewrite, colour, cleaning } = workerData as CommandOrder;
const tell = (word: CommandWord) => parentPort?.postMessage(word);

cleanByFirst(cleaning);

// A library that reads pictures talks of what is odd in them: between our lines, and of no use to anybody.
console.warn = () => {};

try {
  const cacheFolder = await findPrivateCache(CACHE_FILES);
  const toolIdentity = readToolIdentity();
  const code = await runCommandLine(
    args,
    {
      fileSystem: nodeFileSystem,
      cwd: process.cwd(),
      environment: process.env,
      command: nameCommand({
        script,
        cwd: process.cwd(),
        environment: process.env,
        isWindows: process.platform === "win32",
        canStart,
      }),
      ...(cacheFolder === undefined ? {} : { cacheFolder }),
      ...(toolIdentity === undefined ? {} : { toolIdentity }),
      terminal: {
        out: (out) => tell({ out }),
        note: (note) => tell({ note }),
        canRewrite,
        colour,
      },
    },
    readProductVersion(),
  );
  tell({ code });
} finally {
  cleaning.close();
}

function canStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
