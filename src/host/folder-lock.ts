import { randomInt } from "node:crypto";
import { lstat, open, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cleanAtExit } from "./exit-cleaning.ts";
import { FileSystemError } from "./file-system.ts";
import { claimPattern, nameClaim } from "./leftovers.ts";
import { isLeftOver } from "./run-mark.ts";

const MOST_TRIES = 600;
const PAUSE_MS = 50;
/** A lock is held for the writing of a few small files. */
const STRANGE_AGE_MS = 600_000;

/**
 * Waits until no other run holds the lock of a path, and takes it. Each run that wants it puts a
 * claim of its own beside the path and looks for others: who sees none has the lock, because a
 * claim that comes later sees this one. A claim of a dead run counts for nothing, and removing it
 * takes nothing from anybody: no two runs ever have a claim of the same name, which is what a
 * single lock file that is taken over cannot promise.
 *
 * The folder must be there. Throws FileSystemError `busy` when another run holds it for half a minute.
 *
 * @returns what gives it back.
 */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  const own = nameClaim(path);
  const name = basename(own);
  let isClaimed = false;
  // No claim may stay behind when this run is ended.
  let cleaning: ReturnType<typeof cleanAtExit> | undefined;
  const withdraw = async () => {
    await rm(own, { force: true });
    cleaning?.release();
    isClaimed = false;
  };
  try {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      // The first claim is made in any case: it tells what time it is in this folder.
      if (tries === 0 || (!isClaimed && (await listOthers(path, name)).length === 0)) {
        cleaning = cleanAtExit({ path: own });
        await (await open(own, "wx")).close();
        isClaimed = true;
      }
      if (isClaimed) {
        const others = await listOthers(path, name);
        if (others.length === 0) return withdraw;
        // Of those that came at once the first by name stays, and waits for the rest to go.
        if (others.some((other) => other < name)) await withdraw();
      }
      await new Promise((settle) => setTimeout(settle, randomInt(5, PAUSE_MS)));
    }
    throw new FileSystemError("busy", path);
  } catch (error) {
    await withdraw();
    throw error;
  }
}

/** Claims of runs that live. */
async function listOthers(path: string, own: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const pattern = claimPattern(path);
  const living: string[] = [];
  const nowMs = (await lstat(folder)).mtimeMs;
  for (const name of await readdir(folder)) {
    const mark = pattern.exec(name)?.[1];
    if (mark === undefined || name === own) continue;
    const found = await lstat(join(folder, name)).catch(() => undefined);
    if (found === undefined) continue;
    if (!isLeftOver(mark, nowMs - found.mtimeMs, STRANGE_AGE_MS)) living.push(name);
    else await rm(join(folder, name), { force: true }).catch(() => {});
  }
  return living;
}
