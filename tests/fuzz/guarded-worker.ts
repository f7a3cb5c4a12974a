import { Worker } from "node:worker_threads";
import type { SubjectName } from "./checks.ts";

/** Whole programs start in less, on a machine that has much else to do. */
const START_LIMIT_MS = 120_000;
/** No case takes a second. */
const CASE_LIMIT_MS = 20_000;
/** A case that hung is looked for in its smaller forms; those need not be waited for as long. */
const SHRUNK_LIMIT_MS = 5_000;
/** After so many cases that hung, every other one passes: the search for a smaller one ends. */
const MOST_HANGS = 8;
/** As small as that of the main thread, so that deep recursion fails here too; and a bounded heap. */
const LIMITS = { stackSizeMb: 1, maxOldGenerationSizeMb: 768 };

/** What reads TypeScript is not handed on to a thread in Node 20. */
const START = `const { tsx, cases } = require("node:worker_threads").workerData;
import(tsx).then(({ register }) => { register(); return import(cases); });`;
const TSX = import.meta.resolve("tsx/esm/api");
const CASES = new URL("./case-worker.ts", import.meta.url).href;

type Answer = { readonly ready: true } | { readonly fault?: string };

/**
 * A thread that checks one case after the other. One that takes longer than its limit is ended with
 * its thread, and the next case has a new thread.
 */
export class GuardedWorker {
  readonly #subject: SubjectName;
  #worker: Worker | undefined;
  #hangs = 0;

  constructor(subject: SubjectName) {
    this.#subject = subject;
  }

  /** Rejects where the check fails, the thread dies, or the time is up. */
  async check(input: unknown): Promise<void> {
    if (this.#hangs >= MOST_HANGS) return;
    const worker = await this.#open();
    worker.postMessage(input);
    const limitMs = this.#hangs === 0 ? CASE_LIMIT_MS : SHRUNK_LIMIT_MS;
    const answer = await this.#listen(worker, limitMs);
    if ("fault" in answer) throw new Error(answer.fault);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #open(): Promise<Worker> {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(START, {
      eval: true,
      execArgv: [],
      workerData: { subject: this.#subject, tsx: TSX, cases: CASES },
      resourceLimits: LIMITS,
    });
    this.#worker = worker;
    await this.#listen(worker, START_LIMIT_MS);
    return worker;
  }

  #listen(worker: Worker, limitMs: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const fail = (message: string) => {
        settle();
        this.#worker = undefined;
        void worker.terminate();
        reject(new Error(message));
      };
      const onMessage = (answer: Answer) => {
        settle();
        resolve(answer);
      };
      const onError = (error: Error) => fail(`the thread died: ${error.message}`);
      const onExit = (code: number) => fail(`the thread ended with ${code}`);
      const timer = setTimeout(() => {
        this.#hangs += 1;
        fail(`no end within ${limitMs} ms`);
      }, limitMs);
      const settle = () => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      };
      worker.once("message", onMessage).once("error", onError).once("exit", onExit);
    });
  }
}
