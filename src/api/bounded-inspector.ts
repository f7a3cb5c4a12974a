import type { Worker } from "node:worker_threads";
import { startThread } from "../host/start-thread.ts";
import { refuseCostly } from "../inspect/inspect-in-folder.ts";
import type { Inspection } from "../inspect/inspection.ts";
import {
  INSPECT_THREAD,
  type InspectAnswer,
  type InspectOrder,
  inspectOrder,
} from "./inspect-thread.ts";

/** What one file may take of this machine. */
export interface InspectBounds {
  readonly memoryMb: number;
  readonly seconds: number;
  readonly secondsPerMb: number;
  /** Files up to this size cannot unpack to much, and need no thread of their own. */
  readonly smallBytes: number;
}

export const INSPECT_BOUNDS: InspectBounds = {
  memoryMb: 1024,
  seconds: 20,
  secondsPerMb: 2,
  smallBytes: 32_000,
};

/** What engines say where a text, list or buffer becomes larger than there is room. */
const NO_ROOM =
  /Invalid string length|allocation failed|maximum size exceeded|Invalid array length/;

/** Inspects files in a thread that is ended where one takes too much. One thread serves many files. */
export class BoundedInspector {
  readonly #bounds: InspectBounds;
  #worker: Worker | undefined;

  constructor(bounds = INSPECT_BOUNDS) {
    this.#bounds = bounds;
  }

  async inspect(order: InspectOrder): Promise<Inspection> {
    const { smallBytes, seconds, secondsPerMb, memoryMb } = this.#bounds;
    const { length } = order.bytes;
    if (length <= smallBytes) return restore(inspectOrder(order));
    const mostSeconds = Math.ceil(seconds + (secondsPerMb * length) / 1_000_000);
    const answer = await this.#ask(order, mostSeconds);
    if (answer === "memory")
      return refuseCostly(`it needed more than ${memoryMb} MB of memory`, order.isInFolder);
    if (answer === "time")
      return refuseCostly(`it took longer than ${mostSeconds} seconds`, order.isInFolder);
    return restore(answer);
  }

  /** Ends the thread; until then this process does not end. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#bounds.memoryMb };
    // What libraries print is no word of ours.
    const options = { resourceLimits, stdout: true, stderr: true, workerData: INSPECT_THREAD };
    return startThread("inspect-thread", import.meta.url, options);
  }

  async #ask(order: InspectOrder, mostSeconds: number): Promise<InspectAnswer | "memory" | "time"> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((done, fail) => {
        timer = setTimeout(() => done("time"), mostSeconds * 1000);
        worker.once("message", done);
        worker.once("error", (error: Error & { readonly code?: string }) => {
          const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY" || NO_ROOM.test(error.message);
          if (isFull) done("memory");
          else fail(error);
        });
        worker.postMessage(order);
      }).then(async (answer) => {
        if (answer === "time" || answer === "memory") await this.close();
        return answer as InspectAnswer | "memory" | "time";
      });
    } finally {
      clearTimeout(timer);
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
    }
  }
}

function restore({ texts, ...found }: InspectAnswer): Inspection {
  return { ...found, textOf: (file) => texts.get(file) };
}
