import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { openThisHost } from "../api/this-host.ts";
import { nameThisCommand } from "../host/command-name.ts";
import { cleanByFirst } from "../host/exit-cleaning.ts";
import { readProductVersion } from "../host/product-version.ts";
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
  const code = await runCommandLine(args, {
    ...(await openThisHost(nameThisCommand(script))),
    environment: process.env,
    version: readProductVersion(),
    terminal: {
      out: (out) => tell({ out }),
      note: (note) => tell({ note }),
      canRewrite,
      colour,
    },
  });
  tell({ code });
} finally {
  cleaning.close();
}
