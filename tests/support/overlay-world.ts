import { type MemoryWorld, memoryWorld } from "../../src/world/memory-world.ts";
import { nodeWorld } from "../../src/world/node-world.ts";
import type { ListedFile, World } from "../../src/world/world.ts";

/** Everything below this folder is in memory; the product's own themes and faces are real. */
export const MEMORY = "/memory";

export interface OverlayWorld extends World {
  readonly memory: MemoryWorld;
}

/** Files by path below `MEMORY`. */
export function overlayWorld(files: Readonly<Record<string, string | Uint8Array>>): OverlayWorld {
  const memory = memoryWorld(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`${MEMORY}/${path}`, content]),
    ),
  );
  const isReal = (path: string) => path !== MEMORY && !path.startsWith(`${MEMORY}/`);
  const worldOf = (where: string | ListedFile): World =>
    isReal(typeof where === "string" ? where : where.at) ? nodeWorld : memory;
  return {
    memory,
    readFile: (where, mostBytes) => worldOf(where).readFile(where, mostBytes),
    hashFile: (where) => worldOf(where).hashFile(where),
    listFiles: (folder, options) => worldOf(folder).listFiles(folder, options),
    writeFile: (path, bytes) => worldOf(path).writeFile(path, bytes),
    removeLeftovers: (folders) => nodeWorld.removeLeftovers(folders.filter(isReal)),
    withLock: (path, act) => worldOf(path).withLock(path, act),
    stat: (path) => worldOf(path).stat(path),
  };
}
