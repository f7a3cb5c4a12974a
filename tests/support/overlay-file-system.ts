import type { FileSystem, ListedFile } from "../../src/host/file-system.ts";
import { nodeFileSystem } from "../../src/host/node-file-system.ts";
import { type MemoryFileSystem, memoryFileSystem } from "./memory-file-system.ts";

/** Everything below this folder is in memory; the product's own themes and fonts are real. */
export const MEMORY = "/memory";

export interface OverlayFileSystem extends FileSystem {
  readonly memory: MemoryFileSystem;
}

/** Files by path below `MEMORY`. */
export function overlayFileSystem(
  files: Readonly<Record<string, string | Uint8Array>>,
): OverlayFileSystem {
  const memory = memoryFileSystem(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`${MEMORY}/${path}`, content]),
    ),
  );
  const isReal = (path: string) => path !== MEMORY && !path.startsWith(`${MEMORY}/`);
  const realOrMemory = (where: string | ListedFile): FileSystem =>
    isReal(typeof where === "string" ? where : where.at) ? nodeFileSystem : memory;
  return {
    memory,
    readFile: (where, mostBytes) => realOrMemory(where).readFile(where, mostBytes),
    hashFile: (where) => realOrMemory(where).hashFile(where),
    listFiles: (folder, options) => realOrMemory(folder).listFiles(folder, options),
    writeFile: (path, bytes, within) => realOrMemory(path).writeFile(path, bytes, within),
    remove: (path) => realOrMemory(path).remove(path),
    removeLeftovers: (folders) => nodeFileSystem.removeLeftovers(folders.filter(isReal)),
    withLock: (path, act) => realOrMemory(path).withLock(path, act),
    stat: (path) => realOrMemory(path).stat(path),
  };
}
