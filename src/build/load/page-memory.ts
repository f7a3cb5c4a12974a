import { createHash } from "node:crypto";
import { join } from "node:path";
import { type FileSystem, FileSystemError } from "../../host/file-system.ts";
import type { Host } from "../../host/host.ts";
import type { PageMemory, RememberedPages } from "../../pdf/remembered-pages.ts";

/** The page numbers of earlier builds, which save a print of every book that has not changed. */
export interface KeptPages extends PageMemory {
  /** Writes down what this build has learnt. */
  keep(): Promise<void>;
}

/** As many prints are remembered; the oldest are forgotten. */
const MOST_PRINTS = 400;
/** The file's name in the cache. */
export const PAGE_MEMORY_FILE = "page-numbers.json";
/** Of a thousand books it takes a tenth of this. */
const MOST_BYTES = 32_000_000;

type Pages = readonly [
  texts: readonly (readonly [string, string])[],
  tightened: readonly string[],
  blanks: readonly string[],
];
type Entry = readonly [key: string, ...pages: Pages, sum: string];

/** Of an entry without its last part: one that a bad disk has changed is none. */
function sumOf(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/**
 * Reads the page numbers that earlier builds left in the cache: hashes and numbers, no word of any
 * book. A cache that is absent, damaged or closed is no fault: the build takes longer.
 */
export async function openPageMemory({ fileSystem, cacheFolder }: Host): Promise<KeptPages> {
  const path = cacheFolder === undefined ? undefined : join(cacheFolder, PAGE_MEMORY_FILE);
  const prints = path === undefined ? new Map<string, Pages>() : await readPrints(fileSystem, path);
  let hasNews = false;
  return {
    recall(key) {
      const found = prints.get(key);
      if (found === undefined) return undefined;
      // What is used is remembered longest.
      prints.delete(key);
      prints.set(key, found);
      const [texts, tightened, blankPagesBefore] = found;
      return { texts: new Map(texts), tightened, blankPagesBefore };
    },
    remember(key, { texts, tightened, blankPagesBefore }: RememberedPages) {
      prints.delete(key);
      prints.set(key, [[...texts], tightened, blankPagesBefore]);
      hasNews = true;
    },
    async keep() {
      if (!hasNews || path === undefined) return;
      await attempt(() =>
        fileSystem.withLock(path, async () => {
          // What another build has written meanwhile stays; of this one's the latest count.
          const merged = await readPrints(fileSystem, path);
          for (const [key, pages] of prints) {
            merged.delete(key);
            merged.set(key, pages);
          }
          await fileSystem.writeFile(path, serialise([...merged].slice(-MOST_PRINTS)));
        }),
      );
    },
  };
}

async function readPrints(fileSystem: FileSystem, path: string): Promise<Map<string, Pages>> {
  const found = await attempt(async () => parse(await fileSystem.readFile(path, MOST_BYTES)));
  return new Map(
    found?.map(([key, texts, tightened, blanks]) => [key, [texts, tightened, blanks] as const]),
  );
}

function serialise(prints: readonly (readonly [string, Pages])[]): Uint8Array {
  const lines = prints.map(([key, pages]) =>
    JSON.stringify([key, ...pages, sumOf([key, ...pages])]),
  );
  return new TextEncoder().encode(`[\n${lines.join(",\n")}\n]\n`);
}

function parse(bytes: Uint8Array): readonly Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [key, texts, tightened, blanks, sum] = value;
  const isText = (one: unknown) => typeof one === "string";
  return (
    isText(key) &&
    Array.isArray(texts) &&
    texts.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)) &&
    [tightened, blanks].every((ids) => Array.isArray(ids) && ids.every(isText)) &&
    sum === sumOf([key, texts, tightened, blanks])
  );
}

async function attempt<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileSystemError) return undefined;
    throw error;
  }
}
