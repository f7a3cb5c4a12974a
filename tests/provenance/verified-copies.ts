import { createHash } from "node:crypto";
import type { FileSystem } from "../../src/host/file-system.ts";
import type { OverlayFileSystem } from "../support/overlay-file-system.ts";

export const SUMS = "output/SHA256SUMS";

export const RECORD = "output/handpress-record.json";

export function sumOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function shut(fileSystem: OverlayFileSystem): FileSystem {
  const unreadable = [{ path: ".", reason: "permission" }] as const;
  return { ...fileSystem, listFiles: async () => ({ files: [], unreadable }) };
}
