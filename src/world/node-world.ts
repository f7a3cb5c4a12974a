import { createHash } from "node:crypto";
import { createReadStream, type Dirent, rmSync } from "node:fs";
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { takeLock } from "./folder-lock.ts";
import { namePart, removeLeftovers } from "./leftovers.ts";
import type { Listing, ListOptions, World, WorldReason } from "./world.ts";
import { WorldError } from "./world.ts";

/** The real files of this machine. */
export const nodeWorld: World = {
  async readFile(path) {
    return await guard(path, () => readFile(path));
  },
  async hashFile(path) {
    return await guard(path, async () => {
      const hash = createHash("sha256");
      for await (const piece of createReadStream(path)) hash.update(piece);
      return hash.digest("hex");
    });
  },
  listFiles,
  writeFile: writeWhole,
  removeLeftovers,
  async withLock(path, act) {
    await guard(path, () => makeFolder(dirname(path)));
    const release = await guard(path, () => takeLock(path));
    try {
      return await act();
    } finally {
      await release();
    }
  },
  async stat(path) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) return { kind: "folder", sizeBytes: 0 };
      return found.isFile() ? { kind: "file", sizeBytes: found.size } : undefined;
    } catch (error) {
      const known = describe(path, error);
      if (known.reason === "missing") return undefined;
      throw known;
    }
  },
};

async function listFiles(folder: string, options: ListOptions): Promise<Listing> {
  const root = await guard(folder, () => realpath(folder));
  const files: { path: string; sizeBytes: number }[] = [];
  const unreadable: { path: string; reason: WorldReason }[] = [];
  const pending = [""];
  while (pending.length > 0) {
    const relative = pending.pop() ?? "";
    let entries: Dirent[];
    try {
      entries = await guard(folder, () => readdir(join(root, relative), { withFileTypes: true }));
    } catch (error) {
      unreadable.push({ path: relative || ".", reason: reasonOf(error) });
      continue;
    }
    for (const entry of entries) {
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      try {
        const real = entry.isSymbolicLink() ? await realpath(join(root, path)) : undefined;
        if (real !== undefined && real !== root && !real.startsWith(root + sep)) {
          unreadable.push({ path, reason: "outside" });
          continue;
        }
        const found = await guard(path, () => stat(real ?? join(root, path)));
        // A link to a folder inside the root would only list the same files again, or for ever.
        if (found.isDirectory() && real === undefined && options.enter(path)) pending.push(path);
        else if (found.isFile()) files.push({ path, sizeBytes: found.size });
      } catch (error) {
        unreadable.push({ path, reason: reasonOf(error) });
      }
    }
  }
  const byPath = (one: { path: string }, other: { path: string }) =>
    one.path < other.path ? -1 : 1;
  return { files: files.sort(byPath), unreadable: unreadable.sort(byPath) };
}

/**
 * The old whole file or the new whole file, also when the power fails: the bytes are on the disk
 * before the name points at them, and the name is on the disk before we say that it is done.
 */
async function writeWhole(path: string, bytes: Uint8Array, within?: string): Promise<void> {
  const folder = dirname(path);
  const temporary = namePart(path);
  await guard(path, async () => {
    if (within !== undefined) await demandInside(folder, within);
    await makeFolder(folder);
    temporaries.add(temporary);
    try {
      const handle = await open(temporary, "wx");
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    } finally {
      temporaries.delete(temporary);
    }
    await syncFolder(folder);
  });
}

/** Files that are being written; none may stay behind when the program is ended. */
const temporaries = new Set<string>();
process.on("exit", () => {
  for (const path of temporaries) rmSync(path, { force: true });
});

/** Of a folder that is not there, the nearest above it that is: nothing is made elsewhere either. */
async function demandInside(folder: string, within: string): Promise<void> {
  const root = await realpath(within);
  for (let at = folder; ; at = dirname(at)) {
    let real: string;
    try {
      real = await realpath(at);
    } catch (error) {
      // A link that leads nowhere would be followed when a folder is made.
      const isLink = (await lstat(at).catch(() => undefined))?.isSymbolicLink() === true;
      if (codeOf(error) !== "ENOENT" || isLink) throw new WorldError("outside", folder);
      continue;
    }
    const isInside = real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!isInside) throw new WorldError("outside", folder);
    return;
  }
}

/** Step by step: Node's own `recursive` never returns where a system answers wrongly (/proc). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" && dirname(folder) !== folder) {
      await makeFolder(dirname(folder));
      await mkdir(folder).catch(ignoreExisting);
    } else ignoreExisting(error);
  }
}

/** Another book may have made it at the same moment. A file in its place is found when writing. */
function ignoreExisting(error: unknown): void {
  if (!["EEXIST", "EISDIR"].includes(codeOf(error))) throw error;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is journalled by the file system.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // FAT and some network file systems refuse to sync a folder: nothing more can be done there.
    if (!["EINVAL", "ENOTSUP", "EPERM"].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

async function guard<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw describe(path, error);
  }
}

function describe(path: string, error: unknown): WorldError {
  return error instanceof WorldError
    ? error
    : new WorldError(reasonOf(error), path, { cause: error });
}

const REASONS: Readonly<Record<string, WorldReason>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ELOOP: "other",
  EACCES: "permission",
  EPERM: "permission",
  EROFS: "permission",
  ENOSPC: "full",
  EDQUOT: "full",
};

function reasonOf(error: unknown): WorldReason {
  return error instanceof WorldError ? error.reason : (REASONS[codeOf(error)] ?? "other");
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}
