import { parentPort, workerData } from "node:worker_threads";
import { CHECKS, type SubjectName } from "./checks.ts";

// A thread of `guarded-worker.ts`: takes a case, checks it, tells what is wrong with it if anything.
const check = CHECKS[workerData.subject as SubjectName] as (input: unknown) => void | Promise<void>;
const untouched = Object.getOwnPropertyNames(Object.prototype).length;

parentPort?.on("message", async (input: unknown) => {
  let answer: { fault?: string } = {};
  try {
    await check(input);
    if (Object.getOwnPropertyNames(Object.prototype).length !== untouched) {
      throw new Error("Object.prototype has got a key more");
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answer = { fault: `${what}\nof ${show(input)}` };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage({ ready: true });

/** Bytes as the text that they mostly are. */
function show(input: unknown): string {
  return JSON.stringify(input instanceof Uint8Array ? new TextDecoder().decode(input) : input);
}
