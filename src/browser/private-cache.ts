import { chmod, lstat, mkdir, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { namePart } from "../world/leftovers.ts";
import { cleanAtExit, removeFolder } from "./exit-cleaning.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** Where the cache is meant to be: `XDG_CACHE_HOME`, or `.cache` in the home folder. */
export function cacheHome(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const wanted = environment.XDG_CACHE_HOME;
  const base = wanted && isAbsolute(wanted) ? wanted : join(homedir(), ".cache");
  return join(base, "handpress");
}

let substitute: Promise<string> | undefined;

/**
 * Makes or opens a folder of the cache that only this user can enter. Where that is not possible
 * (no home, a full or read-only disk, a folder that belongs to somebody else), a folder of
 * temporary files that is removed at the end.
 */
export async function openPrivateCache(name: string): Promise<string> {
  const home = cacheHome();
  const folder = join(home, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await demandPrivate(home);
    await demandPrivate(folder);
    const probe = namePart(join(folder, "probe"));
    await writeFile(probe, "");
    await rm(probe, { force: true });
    return folder;
  } catch {
    substitute ??= openSubstitute();
    const temporary = join(await substitute, name);
    await mkdir(temporary, { recursive: true, mode: 0o700 });
    return temporary;
  }
}

async function openSubstitute(): Promise<string> {
  const folder = makeTemporaryFolder("cache");
  cleanAtExit(() => removeFolder(folder));
  return folder;
}

/** A program that another user can replace would run as us. */
async function demandPrivate(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new Error(`Unexpected file at ${folder}, expected a folder`);
  const user = process.getuid?.();
  if (user === undefined) return;
  if (found.uid !== user) throw new Error(`Unexpected owner of ${folder}, expected this user`);
  if ((found.mode & 0o077) !== 0) await chmod(folder, 0o700);
}
