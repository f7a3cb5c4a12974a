import type { Host } from "../../host/host.ts";
import type { PageMemory } from "../../pdf/remembered-pages.ts";
import { openKeptList } from "./kept-list.ts";

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

/** Reads the page numbers that earlier builds left in the cache: hashes and numbers, no word of any book. */
export async function openPageMemory(
  host: Pick<Host, "fileSystem" | "cacheFolder">,
): Promise<KeptPages> {
  const prints = await openKeptList<Pages>(host, {
    file: PAGE_MEMORY_FILE,
    mostBytes: MOST_BYTES,
    isValue: isPages,
    choose: (entries) => entries.slice(-MOST_PRINTS),
  });
  return {
    recall(key) {
      const found = prints.recall(key);
      if (found === undefined) return undefined;
      const [texts, tightened, blankPagesBefore] = found;
      return { texts: new Map(texts), tightened, blankPagesBefore };
    },
    remember: (key, { texts, tightened, blankPagesBefore }) =>
      prints.remember(key, [[...texts], tightened, blankPagesBefore]),
    keep: () => prints.keep(),
  };
}

function isPages(value: unknown): value is Pages {
  if (!Array.isArray(value)) return false;
  const [texts, tightened, blanks] = value;
  const isText = (one: unknown) => typeof one === "string";
  return (
    Array.isArray(texts) &&
    texts.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)) &&
    [tightened, blanks].every((ids) => Array.isArray(ids) && ids.every(isText))
  );
}
