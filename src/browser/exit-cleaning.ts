import { rmSync } from "node:fs";

/**
 * Processes and folders that must not outlive us, however we end: at a normal exit, an exception,
 * or a signal. (After SIGKILL the browser ends by itself when its pipe breaks.)
 */
const cleanings = new Set<() => void>();
let listening = false;

/** Runs `clean` (synchronous, must not throw) should we end before `release` is called. */
export function cleanAtExit(clean: () => void): { release(): void } {
  listen();
  cleanings.add(clean);
  return { release: () => void cleanings.delete(clean) };
}

/** Removes a folder with all that is in it. Windows may hold a file for a moment: retried. */
export function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch {
    // The operating system empties its folder of temporary files in the end.
  }
}

function cleanAll(): void {
  // The latest first: a process is ended before the folder that it lives in is removed.
  for (const clean of [...cleanings].reverse()) clean();
  cleanings.clear();
}

function listen(): void {
  if (listening) return;
  listening = true;
  process.on("exit", cleanAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    const onSignal = () => {
      cleanAll();
      // Another listener decides whether the program goes on. If there is none, die of the signal.
      if (process.listenerCount(signal) > 1) return;
      process.off(signal, onSignal);
      process.kill(process.pid, signal);
    };
    process.on(signal, onSignal);
  }
}
