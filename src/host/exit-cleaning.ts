import { rmSync } from "node:fs";
import { constants } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { isMainThread, type MessagePort, receiveMessageOnPort } from "node:worker_threads";

/**
 * Processes, folders and files that must not outlive us, however we end: at a normal exit, an
 * exception, or a signal. (After SIGKILL the browser ends by itself when its pipe breaks.)
 *
 * Signals are heard by the first thread alone, and only while it calculates nothing. So a command
 * runs in a thread of its own (decision 0020), and tells the first one what must not be left.
 */
export type Scrap =
  /** A file, or a folder with all that is in it. */
  | { readonly path: string }
  /** A process with all that it started: the leader of its group, where there are groups. */
  | { readonly processId: number }
  /** A process that is being started: its number is told in a moment. */
  | { readonly isStarting: true };

/** By the order in which they were told. */
const scraps = new Map<number, Scrap>();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
let told = 0;
let say = () => {};

/** What a thread says to the first one; `scrap` is undefined for what is no more. */
interface Told {
  readonly number: number;
  readonly scrap: Scrap | undefined;
}

/** In the first thread: the other end of a thread's line, and the thread. */
interface RunningThread {
  readonly port: MessagePort;
  end(): Promise<unknown>;
}

/** A thread that is in the middle of a call of the system may not end as soon as it is asked. */
const PATIENCE_MS = 500;
const GLANCE_MS = 5;

let running: RunningThread | undefined;
let toFirst: MessagePort | undefined;

/** Cleans `scrap` should we end before `release` is called. To be called before it is made. */
export function cleanAtExit(scrap: Scrap): { release(): void } {
  told += 1;
  const number = told;
  keep({ number, scrap });
  return { release: () => keep({ number, scrap: undefined }) };
}

function keep(one: Told): void {
  const wasEmpty = scraps.size === 0;
  if (one.scrap === undefined) scraps.delete(one.number);
  else scraps.set(one.number, one.scrap);
  toFirst?.postMessage(one);
  // For a thread the first one listens, and for as long as it runs.
  if (!isMainThread || running !== undefined) return;
  if (wasEmpty && scraps.size > 0) listen();
  else if (!wasEmpty && scraps.size === 0) listenNoMore();
}

/** What is said when a signal ends us while something was being made. */
export function whenStopped(tell: () => void): void {
  say = tell;
}

/** In the first thread: hears of what a thread would leave, and of signals for it. */
export function cleanForThread(thread: RunningThread): void {
  running = thread;
  listen();
  thread.port.on("message", keep);
  // The line alone is no reason to go on.
  thread.port.unref();
}

/** In a thread: tells the first one of everything, and cleans by itself where it ends by itself. */
export function cleanByFirst(port: MessagePort): void {
  toFirst = port;
  process.on("exit", cleanAll);
}

/** Ends the thread, so that it makes nothing new, and cleans. */
export async function cleanNow(): Promise<void> {
  if (running !== undefined) {
    await waitForStarts();
    const patience = new AbortController();
    await Promise.race([
      running.end(),
      wait(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => {}),
    ]);
    patience.abort();
    // What was started in that moment has no number here. It ends by itself when its pipe breaks.
    await waitForStarts();
  }
  cleanAll();
}

/** A process that starts would go on writing where we have cleaned, and nobody would know its number. */
async function waitForStarts(): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += GLANCE_MS) {
    hearLast();
    if (![...scraps.values()].some((one) => "isStarting" in one)) return;
    await wait(GLANCE_MS);
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

/** Ends a process with all that it started. */
export function endProcess(processId: number): void {
  try {
    process.kill(process.platform === "win32" ? processId : -processId, "SIGKILL");
  } catch {
    // It had ended already.
  }
}

function cleanAll(): void {
  hearLast();
  // The latest first: a process is ended before the folder that it lives in is removed.
  for (const scrap of [...scraps.values()].reverse()) {
    if ("path" in scrap) removeFolder(scrap.path);
    else if ("processId" in scrap) endProcess(scrap.processId);
  }
  scraps.clear();
}

/** What the thread said a moment ago. */
function hearLast(): void {
  if (running === undefined) return;
  const { port } = running;
  for (let one = receiveMessageOnPort(port); one; one = receiveMessageOnPort(port)) {
    keep(one.message as Told);
  }
}

let isEnding = false;

async function onSignal(signal: NodeJS.Signals): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  hearLast();
  const wasMaking = scraps.size > 0;
  await cleanNow();
  if (wasMaking) say();
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
