import { type MemoryWorld, memoryWorld } from "../../src/world/memory-world.ts";
import { nodeWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";

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
  const worldOf = (path: string): World =>
    path === MEMORY || path.startsWith(`${MEMORY}/`) ? memory : nodeWorld;
  return {
    memory,
    readFile: (path) => worldOf(path).readFile(path),
    listFiles: (folder, options) => worldOf(folder).listFiles(folder, options),
    writeFile: (path, bytes) => worldOf(path).writeFile(path, bytes),
    stat: (path) => worldOf(path).stat(path),
  };
}
