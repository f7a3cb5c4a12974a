import { createHash } from "node:crypto";
import { chmod, lstat, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { namePart } from "../host/leftovers.ts";
import { withFile } from "../host/open-file.ts";
import type { EmbeddedFile } from "./embedded-files.ts";
import { isPrivate, type PrivateCache } from "./private-cache.ts";

/** Of a file that was found good: longer is none. */
const STAMP_MOST_BYTES = 500;
const STAMP = ".intact";
const PART = /^\..+\.(?:part|lock)$/;

/**
 * Whether a file of the cache is the one whose SHA-256 our code pins. Hashing 200 MB takes longer
 * than printing a short book, so a file that was found good is known again by a stamp beside it:
 * size, times of content and of status, inode, owner and mode; when any of them differs it is hashed
 * anew. Both have to be this user's own, and nobody else's to write. Links and pipes are not opened.
 */
export async function isIntact(cache: PrivateCache, file: EmbeddedFile): Promise<boolean> {
  const path = join(cache.folder, file.path);
  const identity = await identify(path, file);
  if (identity === undefined) return false;
  if (cache.keepsModes && (await readStamp(path)) === identity) return true;
  const sum = await attempt(path, async (pieces) => {
    const hash = createHash("sha256");
    for await (const piece of pieces) hash.update(piece);
    return hash.digest("hex");
  });
  if (sum !== file.sha256) return false;
  await recordIntact(cache, file);
  return true;
}

/** To be called for a file whose bytes were just compared with their sum. */
export async function recordIntact(cache: PrivateCache, file: EmbeddedFile): Promise<void> {
  const path = join(cache.folder, file.path);
  // Only where it is another: the time of status is part of the stamp.
  const mode = file.executable ? 0o700 : 0o600;
  if (((await lstat(path)).mode & 0o777) !== mode) await chmod(path, mode);
  const identity = await identify(path, file);
  if (!cache.keepsModes || identity === undefined) return;
  await replaceFile(`${path}${STAMP}`, (temporary) =>
    writeFile(temporary, identity, { mode: 0o600, flag: "wx" }),
  );
}

/** Writes under a temporary name, and renames: over a link or a pipe, never through it. */
export async function replaceFile(
  path: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = namePart(path);
  try {
    await write(temporary);
    // Else the power could fail between: a name and a size as they should be, and no content.
    const handle = await open(temporary, "r+");
    await handle.sync().finally(() => handle.close());
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Removes what is not ours from a folder of the cache: the browser loads libraries and settings from
 * where it lies. What belongs to another user shows that the folder was open once.
 *
 * @param known paths in the folder.
 * @returns whether anything belonged to another user, or could be written by one.
 */
export async function removeStrangers(folder: string, known: readonly string[]): Promise<boolean> {
  const files = new Set(known.flatMap((path) => [path, `${path}${STAMP}`]));
  const folders = new Set(known.flatMap(listFolders));
  let wasOpen = false;
  const look = async (below: string): Promise<boolean> => {
    const names = await readdir(join(folder, below));
    let isEmpty = true;
    for (const name of names) {
      const path = below === "" ? name : `${below}/${name}`;
      const found = await lstat(join(folder, path)).catch(() => undefined);
      if (found === undefined) continue;
      const isOwn = found.isSymbolicLink() ? false : isPrivate(found);
      wasOpen ||= !isOwn;
      const isKnown = found.isDirectory()
        ? isOwn && ((await look(path)) || folders.has(path)) && !files.has(path)
        : isOwn && found.isFile() && (files.has(path) || PART.test(name));
      if (!isKnown) await rm(join(folder, path), { recursive: true, force: true });
      else if (!found.isDirectory() || folders.has(path)) isEmpty = false;
    }
    // Chromium makes an empty folder beside itself.
    return isEmpty;
  };
  await look("");
  return wasOpen;
}

function listFolders(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

async function identify(path: string, file: EmbeddedFile): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined);
  if (found === undefined || !found.isFile() || !isPrivate(found)) return undefined;
  const { size, mtimeNs, ctimeNs, dev, ino, uid, mode } = found;
  return `${[file.sha256, size, mtimeNs, ctimeNs, dev, ino, uid, mode].join(" ")}\n`;
}

async function readStamp(path: string): Promise<string | undefined> {
  const stamp = `${path}${STAMP}`;
  const found = await lstat(stamp).catch(() => undefined);
  if (found === undefined || !found.isFile() || !isPrivate(found)) return undefined;
  if (found.size > STAMP_MOST_BYTES) return undefined;
  return await attempt(stamp, async (pieces) => {
    const read: Uint8Array[] = [];
    for await (const piece of pieces) read.push(Uint8Array.from(piece));
    return Buffer.concat(read).toString("utf8");
  });
}

/** Undefined for what is no regular file where it is looked for, or cannot be read. */
async function attempt(
  path: string,
  read: (pieces: AsyncIterable<Uint8Array>) => Promise<string>,
): Promise<string | undefined> {
  const listed = { path, sizeBytes: 0, at: path };
  return await withFile(listed, ({ pieces }) => read(pieces)).catch(() => undefined);
}
