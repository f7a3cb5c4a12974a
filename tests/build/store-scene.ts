import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { REPOSITORY } from "../support/run-handpress.ts";

export const host = { fileSystem: nodeFileSystem, cwd: REPOSITORY, command: "handpress" };

export function freeze(value: unknown): void {
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const one = pending.pop();
    if (typeof one !== "object" || one === null || Object.isFrozen(one)) continue;
    if (ArrayBuffer.isView(one)) continue;
    Object.freeze(one);
    for (const inner of one instanceof Map ? one.values() : Object.values(one)) pending.push(inner);
  }
}
