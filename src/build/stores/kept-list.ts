import { createHash } from "node:crypto";
import { join } from "node:path";
import { type FileSystem, FileSystemError } from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";

/**
 * Values by key that outlive a build: a file in the cache, the oldest entries first. One that is
 * absent, damaged or closed is no fault: what was kept there is made again.
 */
export interface KeptList<Value> {
  recall(key: string): Value | undefined;
  remember(key: string, value: Value): void;
  /** Writes down what is new; nothing where nothing is. */
  keep(): Promise<void>;
}

export interface ListOptions<Value> {
  /** Its name in the cache. */
  readonly file: string;
  /** A file that is larger is not read. */
  readonly mostBytes: number;
  /** What of an entry can be trusted: it was written by this program, perhaps by another version. */
  readonly isValue: (value: unknown) => value is Value;
  /** Which entries stay, the oldest first. Called while no other run writes the file. */
  readonly choose: (entries: readonly Entry<Value>[]) => readonly Entry<Value>[];
  /** What is done with those that stay, while still no other run writes. */
  readonly afterwards?: (kept: readonly Entry<Value>[]) => Promise<void>;
}

export type Entry<Value> = readonly [key: string, value: Value];

export async function openKeptList<Value>(
  { fileSystem, cacheFolder }: Pick<Host, "fileSystem" | "cacheFolder">,
  options: ListOptions<Value>,
): Promise<KeptList<Value>> {
  const path = cacheFolder === undefined ? undefined : join(cacheFolder, options.file);
  const entries =
    path === undefined ? new Map<string, Value>() : await read(fileSystem, path, options);
  const news = new Set<string>();
  return {
    recall(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      // What is used is remembered longest.
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    remember(key, value) {
      entries.delete(key);
      entries.set(key, value);
      news.add(key);
    },
    async keep() {
      if (news.size === 0 || path === undefined) return;
      const own = new Set(news);
      news.clear();
      await attempt(() =>
        fileSystem.withLock(path, async () => {
          // What another build has written meanwhile stays; of this one's the latest count.
          const merged = await read(fileSystem, path, options);
          for (const [key, value] of entries) {
            // What somebody has removed meanwhile stays removed.
            if (!merged.delete(key) && !own.has(key)) continue;
            merged.set(key, value);
          }
          const kept = options.choose([...merged]);
          await fileSystem.writeFile(path, serialise(kept));
          await options.afterwards?.(kept);
        }),
      );
    },
  };
}

async function read<Value>(
  fileSystem: FileSystem,
  path: string,
  { mostBytes, isValue }: ListOptions<Value>,
): Promise<Map<string, Value>> {
  const found = await attempt(async () => parse(await fileSystem.readFile(path, mostBytes)));
  const entries = new Map<string, Value>();
  for (const one of found ?? []) {
    if (!Array.isArray(one)) continue;
    const [key, value, sum] = one as readonly unknown[];
    if (typeof key === "string" && sum === sumOf([key, value]) && isValue(value)) {
      entries.set(key, value);
    }
  }
  return entries;
}

function serialise(entries: readonly Entry<unknown>[]): Uint8Array {
  const lines = entries.map((entry) => JSON.stringify([...entry, sumOf(entry)]));
  return new TextEncoder().encode(`[\n${lines.join(",\n")}\n]\n`);
}

/** Of an entry: one that a bad disk has changed is none. */
function sumOf(entry: Entry<unknown>): string {
  return createHash("sha256").update(JSON.stringify(entry)).digest("hex").slice(0, 16);
}

function parse(bytes: Uint8Array): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** @returns undefined where the disk refuses. */
export async function attempt<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileSystemError) return undefined;
    throw error;
  }
}
