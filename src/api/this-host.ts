import { findPrivateCache } from "../browser/private-cache.ts";
import { CACHE_FILES } from "../build/finished/clean-cache.ts";
import type { Host } from "../host/host.ts";
import { nodeFileSystem } from "../host/node-file-system.ts";
import { readToolIdentity } from "../host/tool-identity.ts";

export { cleanCache } from "../build/finished/clean-cache.ts";

/**
 * The machine that this program runs on, with this user's cache where only this user can write it.
 *
 * @param command how this program was called.
 */
export async function openThisHost(command: string): Promise<Host> {
  const cacheFolder = await findPrivateCache(CACHE_FILES);
  const toolIdentity = readToolIdentity();
  return {
    fileSystem: nodeFileSystem,
    cwd: process.cwd(),
    command,
    ...(cacheFolder === undefined ? {} : { cacheFolder }),
    ...(toolIdentity === undefined ? {} : { toolIdentity }),
  };
}
