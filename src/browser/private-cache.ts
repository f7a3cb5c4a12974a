import { chmod, lstat, mkdir, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import { namePart } from "../host/leftovers.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** Where the cache is meant to be: `XDG_CACHE_HOME`, or `.cache` in the home folder. */
export function cacheHome(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const wanted = environment.XDG_CACHE_HOME;
  const base = wanted && isAbsolute(wanted) ? wanted : join(homedir(), ".cache");
  return join(base, "handpress");
}

/**
 * Where the cache is, without a link on the way, if only this user can have written what is in it;
 * undefined where others could, until `openPrivateCache` has made it anew. Makes the folder, and closes
 * one that others could look into.
 *
 * @param files in it, which have to be this user's own as well.
 */
export async function findPrivateCache(files: readonly string[]): Promise<string | undefined> {
  try {
    const base = await realpath(dirname(cacheHome()));
    const home = join(base, basename(cacheHome()));
    await demandOwnWay(base);
    await mkdir(home, { mode: 0o700 }).catch(() => {});
    for (const path of [home, ...files.map((file) => join(home, file))]) {
      const found = await lstat(path).catch(() => undefined);
      const isKind = path === home ? found?.isDirectory() : found?.isFile();
      if (found !== undefined && !(isKind && isPrivate(found))) return undefined;
    }
    if (process.getuid !== undefined) await chmod(home, 0o700);
    return home;
  } catch {
    // Not there yet, or not to be looked at.
    return undefined;
  }
}

/** A folder that nobody but this user can write, nor could replace. */
export interface PrivateCache {
  /** Without a link on the way. */
  readonly folder: string;
  /**
   * Whether the disk knows who may write what. A FAT stick does not: what lies on one was in other
   * machines, and is looked at from end to end each time.
   */
  readonly keepsModes: boolean;
  /** What was wrong with the cache, for `doctor`. */
  readonly notes: readonly string[];
}

/** What has to be known of a folder or file. */
export interface Owned {
  readonly uid: number | bigint;
  readonly gid: number | bigint;
  readonly mode: number | bigint;
}

let substitute: Promise<string> | undefined;

/**
 * Makes or opens a folder of the cache that this user alone can write. One that others can write is
 * emptied and made again. Where no such folder can be had (no home, a full or read-only disk, a
 * folder or one above it that belongs to somebody else or that others can write), a folder of
 * temporary files that is removed at the end. Throws where others could replace that as well.
 */
export async function openPrivateCache(name: string): Promise<PrivateCache> {
  const home = cacheHome();
  const notes: string[] = [];
  try {
    await mkdir(dirname(home), { recursive: true, mode: 0o700 });
    const base = await realpath(dirname(home));
    await demandOwnWay(base);
    const folder = join(base, "handpress", name);
    for (const one of [dirname(folder), folder]) {
      if (!(await makePrivate(one))) continue;
      notes.push(`others could write to ${one}: what was in it is gone, and made again`);
    }
    await removeForeign(dirname(folder));
    return { folder, keepsModes: await probe(folder), notes };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    substitute ??= openSubstitute();
    const folder = join(await substitute, name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const note = `the cache ${home} is not used, and every start takes longer: ${reason}`;
    return { folder, keepsModes: await probe(folder), notes: [...notes, note] };
  }
}

async function openSubstitute(): Promise<string> {
  const made = makeTemporaryFolder("cache").path;
  const folder = await realpath(made);
  await demandOwnWay(dirname(folder));
  return folder;
}

/** Whoever owns a folder above ours, or may rename what is in it, can put another in its place. */
async function demandOwnWay(folder: string): Promise<void> {
  for (let at = folder; ; at = dirname(at)) {
    if (!isSafeAbove(await lstat(at))) throw new Error(`others can replace what is in ${at}`);
    if (dirname(at) === at) return;
  }
}

const STICKY = 0o1000;
/** As whom a container shows the owner of folders that are none of its business. */
const OVERFLOW_USER = 65534;

/** In a folder with the sticky bit, such as /tmp, only owners rename what is theirs. */
export function isSafeAbove({ uid, gid, mode }: Owned, user = process.getuid?.()): boolean {
  if (user === undefined) return true;
  if (![user, 0, OVERFLOW_USER].includes(Number(uid))) return false;
  const bits = Number(mode);
  if ((bits & STICKY) !== 0) return true;
  // On many systems each user has a group of one's own, with the same number.
  const isOwnGroup = Number(gid) === user || Number(gid) === 0;
  return (bits & 0o002) === 0 && ((bits & 0o020) === 0 || isOwnGroup);
}

/** Whether this user owns it, and nobody else can write it. */
export function isPrivate({ uid, mode }: Owned, user = process.getuid?.()): boolean {
  return user === undefined || (Number(uid) === user && (Number(mode) & 0o022) === 0);
}

/** @returns whether it was there and others could write it: all that was in it is gone then. */
async function makePrivate(folder: string): Promise<boolean> {
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    if ((await lstat(folder).catch(() => undefined)) === undefined) throw error;
  });
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new Error(`${folder} is a link or a file`);
  const user = process.getuid?.();
  if (user === undefined) return false;
  if (found.uid !== user) throw new Error(`${folder} belongs to somebody else`);
  if ((found.mode & 0o077) === 0) return false;
  // First of all, so that nobody changes it while it is emptied.
  await chmod(folder, 0o700);
  const isClosed = isPrivate(await lstat(folder));
  if (!isClosed) throw new Error(`on the disk of ${folder} anybody can write`);
  if (isPrivate(found)) return false;
  await rm(folder, { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  return true;
}

/** What another user put into a folder while it was open. */
async function removeForeign(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found !== undefined && (found.isSymbolicLink() || !isPrivate(found))) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Whether files can be written there, and their modes are kept. */
async function probe(folder: string): Promise<boolean> {
  const path = namePart(join(folder, "probe"));
  try {
    await writeFile(path, "", { mode: 0o600, flag: "wx" });
    if (process.getuid === undefined) return true;
    await chmod(path, 0o500);
    const [first, second] = [await lstat(path), await chmod(path, 0o600).then(() => lstat(path))];
    return (first.mode & 0o777) === 0o500 && (second.mode & 0o777) === 0o600;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPERM") return false;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}
