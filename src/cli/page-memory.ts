import { join } from "node:path";
import type { PageMemory, RememberedPages } from "../pdf/remembered-pages.ts";
import { WorldError } from "../world/world.ts";
import type { Machine } from "./terminal.ts";

/** The page numbers of earlier builds, which save a print of every book that has not changed. */
export interface KeptPages extends PageMemory {
  /** Writes down what this build has learnt. */
  keep(): Promise<void>;
}

/** As many prints are remembered; the oldest are forgotten. */
const MOST_PRINTS = 400;
const FILE = "page-numbers.json";

type Entry = readonly [
  key: string,
  texts: readonly (readonly [string, string])[],
  blanks: readonly string[],
];

/**
 * Reads the page numbers that earlier builds left in the cache: hashes and numbers, no word of any
 * book. A cache that is absent, damaged or closed is no fault: the build takes longer.
 */
export async function openPageMemory({ world, cacheFolder }: Machine): Promise<KeptPages> {
  const path = cacheFolder === undefined ? undefined : join(cacheFolder, FILE);
  const before =
    path === undefined ? [] : await attempt(async () => parse(await world.readFile(path)));
  const prints = new Map(before?.map(([key, texts, blanks]) => [key, { texts, blanks }]));
  let hasNews = false;
  return {
    recall(key) {
      const found = prints.get(key);
      if (found === undefined) return undefined;
      // What is used is remembered longest.
      prints.delete(key);
      prints.set(key, found);
      return { texts: new Map(found.texts), blankPagesBefore: found.blanks };
    },
    remember(key, { texts, blankPagesBefore }: RememberedPages) {
      prints.delete(key);
      prints.set(key, { texts: [...texts], blanks: blankPagesBefore });
      hasNews = true;
    },
    async keep() {
      if (!hasNews || path === undefined) return;
      const entries = [...prints].slice(-MOST_PRINTS);
      const lines = entries.map(([key, { texts, blanks }]) => JSON.stringify([key, texts, blanks]));
      const text = `[\n${lines.join(",\n")}\n]\n`;
      await attempt(() => world.writeFile(path, new TextEncoder().encode(text)));
    },
  };
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
  const [key, texts, blanks] = value;
  const isText = (one: unknown) => typeof one === "string";
  return (
    isText(key) &&
    Array.isArray(texts) &&
    texts.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)) &&
    Array.isArray(blanks) &&
    blanks.every(isText)
  );
}

async function attempt<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof WorldError) return undefined;
    throw error;
  }
}
