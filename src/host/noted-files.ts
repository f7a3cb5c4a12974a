import { createHash } from "node:crypto";
import { sep } from "node:path";
import {
  type FileSystem,
  FileSystemError,
  type ListedFile,
  type Listing,
  type ListOptions,
} from "./file-system.ts";
import { isTemporary } from "./leftovers.ts";

/** What was read, as plain values by absolute path: two that are equal were read from equal files. */
export interface NotedFiles {
  /** Sums of files; why, for what could not be read. */
  readonly files: Readonly<Record<string, string>>;
  readonly stats: Readonly<Record<string, string>>;
  readonly listings: readonly NotedListing[];
  /** Folders from which leftovers were removed: whoever does not do the work again does that. */
  readonly tidied: readonly string[];
}

interface NotedListing {
  readonly folder: string;
  /** The folders in it that were asked about, whatever they are called, and whether they were entered. */
  readonly asked: readonly (readonly [folder: string, isEntered: boolean])[];
  /** What was found: names and sizes, links, and what could not be read. */
  readonly found: readonly string[];
}

/** A file system that notes what is read through it. */
export interface NotingFileSystem {
  readonly fileSystem: FileSystem;
  /**
   * What was read, as it is now, with what was written meanwhile; undefined where somebody else has
   * changed it since, so that the same reading would find something else.
   */
  settle(): Promise<NotedFiles | undefined>;
}

/** @param isNoted false for files that something else answers for. */
export function noteFiles(real: FileSystem, isNoted: (path: string) => boolean): NotingFileSystem {
  const files = new Map<string, string>();
  const stats = new Map<string, string>();
  const listings = new Map<string, { options: ListOptions; noted: NotedListing }>();
  const closed = new Map<string, string>();
  const written = new Set<string>();
  const tidied = new Set<string>();
  let isSteady = true;
  const note = (path: string, sum: string) => {
    if (!isNoted(path) || written.has(path)) return;
    if ((files.get(path) ?? sum) !== sum) isSteady = false;
    files.set(path, sum);
  };
  const noting = async <Value>(
    where: string | ListedFile,
    act: () => Promise<Value>,
    sumOf: (value: Value) => string,
  ): Promise<Value> => {
    const path = typeof where === "string" ? where : where.at;
    try {
      const value = await act();
      note(path, sumOf(value));
      return value;
    } catch (error) {
      if (error instanceof FileSystemError) note(path, error.reason);
      throw error;
    }
  };
  const fileSystem: FileSystem = {
    ...real,
    readFile: (where, mostBytes) => noting(where, () => real.readFile(where, mostBytes), sum),
    hashFile: (where) =>
      noting(
        where,
        () => real.hashFile(where),
        (found) => found,
      ),
    async listFiles(folder, options) {
      // A folder that cannot be listed is read like a file that cannot be.
      const { noted, listing } = await list(real, folder, options.enter).catch((error: unknown) => {
        if (error instanceof FileSystemError && isNoted(folder)) closed.set(folder, error.reason);
        throw error;
      });
      const key = JSON.stringify([folder, noted.asked]);
      if (isNoted(folder) && !listings.has(key)) listings.set(key, { options, noted });
      return listing;
    },
    async removeLeftovers(folders) {
      for (const folder of folders) tidied.add(folder);
      await real.removeLeftovers(folders);
    },
    async stat(path) {
      const found = await real.stat(path);
      if (isNoted(path) && !stats.has(path)) stats.set(path, JSON.stringify(found ?? null));
      return found;
    },
    async writeFile(path, bytes, within) {
      await real.writeFile(path, bytes, within);
      if (!isNoted(path)) return;
      written.add(path);
      files.set(path, sum(bytes));
    },
  };
  return {
    fileSystem,
    async settle() {
      try {
        return await settle();
      } catch (error) {
        if (error instanceof FileSystemError) return undefined;
        throw error;
      }
    },
  };

  function isOurs(path: string): boolean {
    return [...written].some((one) => one === path || one.startsWith(path + sep));
  }

  async function settle(): Promise<NotedFiles | undefined> {
    const settled: NotedListing[] = [];
    for (const { options, noted } of listings.values()) {
      const { noted: now, listing } = await list(real, noted.folder, options.enter);
      // What we wrote ourselves is there for the next reading, and is no news.
      const own = new Set(listing.files.filter(({ at }) => written.has(at)).map(describe));
      const others = ({ found }: NotedListing) => found.filter((line) => !own.has(line)).join("\n");
      const paths = new Set([...own].map((line) => line.split("\t")[0]));
      const before = {
        ...noted,
        found: noted.found.filter((line) => !paths.has(line.split("\t")[0])),
      };
      if (others(before) !== others(now)) isSteady = false;
      settled.push(now);
    }
    for (const [folder, reason] of closed) if (!isOurs(folder)) files.set(folder, reason);
    for (const [path, before] of stats) {
      const now = JSON.stringify((await real.stat(path)) ?? null);
      if (now !== before && !isOurs(path)) isSteady = false;
      stats.set(path, now);
    }
    if (!isSteady) return undefined;
    const listed = { files: Object.fromEntries(files), stats: Object.fromEntries(stats) };
    return { ...listed, listings: settled, tidied: [...tidied] };
  }
}

/** True where the same reading would find the same; false also where something cannot be read any more. */
export async function isAsNoted(real: FileSystem, noted: NotedFiles): Promise<boolean> {
  try {
    return await compare(real, noted);
  } catch (error) {
    if (error instanceof FileSystemError) return false;
    throw error;
  }
}

async function compare(real: FileSystem, noted: NotedFiles): Promise<boolean> {
  for (const { folder, asked, found } of noted.listings) {
    let hasNew = false;
    const known = new Map(asked);
    const { noted: now } = await list(real, folder, (one) => {
      hasNew ||= !known.has(one);
      return known.get(one) === true;
    });
    if (hasNew || now.found.join("\n") !== found.join("\n")) return false;
  }
  for (const [path, before] of Object.entries(noted.stats)) {
    if (JSON.stringify((await real.stat(path)) ?? null) !== before) return false;
  }
  for (const [path, before] of Object.entries(noted.files)) {
    const now = await real.hashFile(path).catch((error: unknown) => {
      if (error instanceof FileSystemError) return error.reason;
      throw error;
    });
    if (now !== before) return false;
  }
  return true;
}

async function list(
  real: FileSystem,
  folder: string,
  enter: ListOptions["enter"],
): Promise<{ readonly noted: NotedListing; readonly listing: Listing }> {
  const asked: [folder: string, isEntered: boolean][] = [];
  const listing = await real.listFiles(folder, {
    enter: (one) => {
      const isEntered = enter(one);
      asked.push([one, isEntered]);
      return isEntered;
    },
  });
  // Locks, and files that are being written, are there for a moment.
  const files = listing.files.filter(({ path }) => !isTemporary(path));
  const rest = [listing.links ?? [], listing.unreadable].map((one) => JSON.stringify(one));
  return { noted: { folder, asked, found: [...files.map(describe), ...rest] }, listing };
}

function describe({ path, sizeBytes, at }: ListedFile): string {
  return [path, sizeBytes, at].join("\t");
}

function sum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
