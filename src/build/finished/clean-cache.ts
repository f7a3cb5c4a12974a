import { join } from "node:path";
import type { Host } from "../../host/host.ts";
import { PAGE_MEMORY_FILE } from "../stores/page-memory.ts";
import { FINISHED_FILE, FINISHED_FOLDER } from "./finished-books.ts";

/** Of whole builds: what they read, wrote and printed. */
export const FINISHED_BUILDS_FILE = "finished-builds-1.json";

/** What builds keep in the cache: files that only this user may be able to write. */
export const CACHE_FILES: readonly string[] = [
  PAGE_MEMORY_FILE,
  FINISHED_FILE,
  FINISHED_BUILDS_FILE,
];

/** What was removed. */
export interface CleanedCache {
  /** Files of finished books. */
  readonly files: number;
  /** Of everything. */
  readonly sizeBytes: number;
}

/**
 * Removes everything that builds keep for the next one, also what another version of Handpress has
 * kept; the browser stays. A build that runs meanwhile makes what it misses.
 *
 * @throws FileSystemError.
 */
export async function cleanCache({
  fileSystem,
  cacheFolder,
}: Pick<Host, "fileSystem" | "cacheFolder">): Promise<CleanedCache> {
  if (cacheFolder === undefined || (await fileSystem.stat(cacheFolder)) === undefined)
    return { files: 0, sizeBytes: 0 };
  const top = await fileSystem.listFiles(cacheFolder, { enter: isOurs });
  const removed = top.files.filter(({ path }) => isOurs(path.split("/")[0] ?? ""));
  await fileSystem.withLock(join(cacheFolder, FINISHED_FILE), async () => {
    await fileSystem.remove(join(cacheFolder, FINISHED_FOLDER));
    for (const { at } of removed) await fileSystem.remove(at);
  });
  return {
    files: removed.filter(({ path }) => path.includes("/")).length,
    sizeBytes: removed.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}

/** Of the first part of a path in the cache: whether it leads to what is ours, the browser too. */
export function isKeptInCache(name: string): boolean {
  return isOurs(name) || /^browser-/.test(name);
}

/** By the first part of its path in the cache. */
function isOurs(name: string): boolean {
  return (
    name === FINISHED_FOLDER || /^(page-numbers|finished-(books|builds)-\d+)\.json$/.test(name)
  );
}
