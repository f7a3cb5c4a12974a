#!/usr/bin/env node
import { getHeapStatistics } from "node:v8";
import { MessageChannel } from "node:worker_threads";
import { cleanForThread, cleanNow, whenStopped } from "../host/exit-cleaning.ts";
import { startThread } from "../host/start-thread.ts";
import type { CommandOrder, CommandWord } from "./command-thread.ts";
import { EXIT } from "./terminal.ts";

// `handpress list | head` ends our reader early: that is no defect.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  void cleanNow().then(() => process.exit());
});

// Ending at once is safe: books are whole or absent, and what is temporary is removed first.
whenStopped(() => {
  process.stderr.write("\nhandpress: stopped. Books that were there before are whole.\n");
});

const { port1: port, port2: threadPort } = new MessageChannel();
const order: CommandOrder = {
  args: process.argv.slice(2),
  script: process.argv[1] ?? "",
  canRewrite: process.stderr.isTTY === true,
  colour: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
  cleaning: threadPort,
};
// A thread may take as much memory as this process would.
const mostMb = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);

const thread = startThread("command-thread", import.meta.url, {
  workerData: order,
  transferList: [threadPort],
  resourceLimits: { maxOldGenerationSizeMb: mostMb },
});
cleanForThread({ port, end: () => thread.terminate() });
thread.on("message", ({ out, note, code }: CommandWord) => {
  if (out !== undefined) process.stdout.write(out);
  if (note !== undefined) process.stderr.write(note);
  if (code !== undefined) process.exitCode = code;
});
thread.on("error", (error: NodeJS.ErrnoException) => {
  const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
  process.stderr.write(isFull ? describeFull() : describeDefect(error));
  process.exitCode = isFull ? EXIT.machine : EXIT.defect;
});

function describeFull(): string {
  return (
    `handpress: More than ${mostMb} MB of memory would be needed. Nothing that was built before is lost.\n` +
    "  hint: name fewer modules, or look for a page or picture that is far larger than the others. NODE_OPTIONS=--max-old-space-size=8000 allows 8000 MB.\n"
  );
}

function describeDefect(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    "handpress: a defect of Handpress, not of your content. Nothing that was built before is lost.\n" +
    `  hint: please report what follows, after taking out names and folders you would not show.\n${detail}\n`
  );
}
