import { rmSync } from "node:fs";
import { constants } from "node:os";
import { setImmediate } from "node:timers/promises";

/**
 * Processes, folders and files that must not outlive us, however we end: at a normal exit, an
 * exception, or a signal. (After SIGKILL the browser ends by itself when its pipe breaks.)
 *
 * Only while there is something to clean do we listen to signals. Else the system ends us at once,
 * also in the middle of a long calculation or of a read that never returns.
 */
const cleanings = new Set<() => void>();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let say = () => {};

/** Runs `clean` (synchronous, must not throw) should we end before `release` is called. */
export function cleanAtExit(clean: () => void): { release(): void } {
  if (cleanings.size === 0) listen();
  cleanings.add(clean);
  return {
    release: () => {
      if (cleanings.delete(clean) && cleanings.size === 0) listenNoMore();
    },
  };
}

/** What is said when a signal ends us while something was being made. */
export function whenStopped(tell: () => void): void {
  say = tell;
}

/**
 * Runs a calculation that content can make long. While it goes on nobody could hear a signal that we
 * listen to, so the system ends us by it: the browser ends when its pipe breaks, and the next run
 * removes what is temporary.
 */
export async function calculate<T>(work: () => T): Promise<T> {
  // A signal that came a moment ago would be lost with its listener: it is heard between these two.
  await setImmediate();
  await setImmediate();
  if (cleanings.size === 0) return work();
  for (const signal of SIGNALS) process.off(signal, onSignal);
  try {
    return work();
  } finally {
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
}

/** Removes a folder with all that is in it. Windows may hold a file for a moment: retried. */
export function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // The operating system empties its folder of temporary files in the end.
  }
}

function cleanAll(): void {
  // The latest first: a process is ended before the folder that it lives in is removed.
  for (const clean of [...cleanings].reverse()) clean();
  cleanings.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  cleanAll();
  say();
  listenNoMore();
  // Whoever called us learns what ended us. An orderly exit would wait for reads that never return.
  process.kill(process.pid, signal);
  // The first process of a container is not ended by signals that it does not listen to.
  if (process.pid === 1) process.exit(128 + constants.signals[signal]);
}

function listen(): void {
  process.on("exit", cleanAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function listenNoMore(): void {
  process.off("exit", cleanAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
