import { parentPort, workerData } from "node:worker_threads";
import { inspectFile } from "../inspect/inspect-file.ts";
import { inspectInFolder } from "../inspect/inspect-in-folder.ts";
import type { Inspection } from "../inspect/inspection.ts";

/** A file to inspect. */
export interface InspectOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Nobody named it: it lies in a folder that was named. */
  readonly isInFolder: boolean;
}

/** An inspection without its function: what threads can hand to each other. */
export interface InspectAnswer extends Omit<Inspection, "textOf"> {
  /** The files within that diagnostics point into, for the line and the caret. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Texts of one answer; of further ones the lines are not shown. */
const MOST_TEXTS = 100;
const LONGEST_TEXTS = 20_000_000;

export function inspectOrder({ name, bytes, isInFolder }: InspectOrder): InspectAnswer {
  const found = isInFolder ? inspectInFolder(name, bytes) : inspectFile(bytes);
  const { textOf, ...rest } = found;
  const texts = new Map<string, string>();
  let length = 0;
  for (const { place, related = [] } of found.diagnostics) {
    for (const { file } of [place, ...related.map((other) => other.place)]) {
      if (texts.size >= MOST_TEXTS || texts.has(file)) continue;
      const text = textOf(file);
      length += text?.length ?? 0;
      if (text !== undefined && length <= LONGEST_TEXTS) texts.set(file, text);
    }
  }
  return { ...rest, texts };
}

/** By this a thread knows that it was started for orders: in another's, messages are not for us. */
export const INSPECT_THREAD = "handpress-inspect";

if (workerData === INSPECT_THREAD)
  parentPort?.on("message", (order: InspectOrder) => parentPort?.postMessage(inspectOrder(order)));
