import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { lstat, mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { cleanAtExit } from "./exit-cleaning.ts";
import type {
  FileSystem,
  FileSystemReason,
  ListedFile,
  Listing,
  ListOptions,
} from "./file-system.ts";
import { FileSystemError } from "./file-system.ts";
import { takeLock } from "./folder-lock.ts";
import { namePart, removeLeftovers } from "./leftovers.ts";
import { realFolder, withFile } from "./open-file.ts";

/** The real files of this machine. */
export const nodeFileSystem: FileSystem = {
  async readFile(where, mostBytes = Number.POSITIVE_INFINITY) {
    return await guard(pathOf(where), () =>
      withFile(where, async ({ sizeBytes, pieces }) => {
        if (sizeBytes > mostBytes) throw new FileSystemError("large", pathOf(where));
        const bytes = new Uint8Array(sizeBytes);
        let length = 0;
        for await (const piece of pieces) {
          bytes.set(piece, length);
          length += piece.byteLength;
        }
        return bytes.subarray(0, length);
      }),
    );
  },
  async hashFile(where) {
    return await guard(pathOf(where), () =>
      withFile(where, async ({ pieces }) => {
        const hash = createHash("sha256");
        for await (const piece of pieces) hash.update(piece);
        return hash.digest("hex");
      }),
    );
  },
  listFiles,
  writeFile: writeWhole,
  remove: (path) => guard(path, () => rm(path, { recursive: true, force: true })),
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
      return found.isFile()
        ? { kind: "file", sizeBytes: found.size }
        : { kind: "special", sizeBytes: 0 };
    } catch (error) {
      const known = describe(path, error);
      if (known.reason === "missing") return undefined;
      throw known;
    }
  },
};

async function listFiles(folder: string, options: ListOptions): Promise<Listing> {
  const root = await guard(folder, () => realFolder(folder));
  const files: ListedFile[] = [];
  const unreadable: { path: string; reason: FileSystemReason }[] = [];
  const links: string[] = [];
  const pending = [""];
  while (pending.length > 0) {
    const relative = pending.pop() ?? "";
    let entries: readonly Dirent[];
    try {
      entries = await guard(folder, () => listFolder(join(root, relative)));
    } catch (error) {
      unreadable.push({ path: relative || ".", reason: reasonOf(error) });
      continue;
    }
    for (const entry of entries) {
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (entry.isSymbolicLink()) links.push(path);
      try {
        const isLink = entry.isSymbolicLink();
        const at = isLink ? await realpath(join(root, path)) : join(root, path);
        const isInside = at === root || at.startsWith(root.endsWith(sep) ? root : root + sep);
        if (!isInside) throw new FileSystemError("outside", path);
        const found = await lstat(at);
        // A link to a folder inside the root would only list the same files again, or for ever.
        if (found.isDirectory()) {
          if (!isLink && options.enter(path)) pending.push(path);
        } else if (found.isFile()) files.push({ path, sizeBytes: found.size, at });
        else throw new FileSystemError(found.isSymbolicLink() ? "other" : "special", path);
      } catch (error) {
        unreadable.push({ path, reason: reasonOf(error) });
      }
    }
  }
  const byPath = (one: { path: string }, other: { path: string }) =>
    one.path < other.path ? -1 : 1;
  const listing = { files: files.sort(byPath), unreadable: unreadable.sort(byPath) };
  return links.length > 0 ? { ...listing, links: links.sort() } : listing;
}

/** A folder that became a link to another since it was found is not listed. */
async function listFolder(path: string): Promise<readonly Dirent[]> {
  const entries = await readdir(path, { withFileTypes: true });
  if ((await realpath(path)) !== path) throw new FileSystemError("outside", path);
  return entries;
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
    const cleaning = cleanAtExit({ path: temporary });
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
      cleaning.release();
    }
    await syncFolder(folder);
  });
}

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
      if (codeOf(error) !== "ENOENT" || isLink) throw new FileSystemError("outside", folder);
      continue;
    }
    const isInside = real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!isInside) throw new FileSystemError("outside", folder);
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

function pathOf(where: string | ListedFile): string {
  return typeof where === "string" ? where : where.at;
}

async function guard<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw describe(path, error);
  }
}

function describe(path: string, error: unknown): FileSystemError {
  return error instanceof FileSystemError
    ? error
    : new FileSystemError(reasonOf(error), path, { cause: error });
}

const REASONS: Readonly<Record<string, FileSystemReason>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ELOOP: "other",
  // A socket cannot be opened.
  ENXIO: "special",
  EACCES: "permission",
  EPERM: "permission",
  EROFS: "permission",
  ENOSPC: "full",
  EDQUOT: "full",
};

function reasonOf(error: unknown): FileSystemReason {
  return error instanceof FileSystemError ? error.reason : (REASONS[codeOf(error)] ?? "other");
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}
