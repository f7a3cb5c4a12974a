import { join } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { MadeFile } from "../../provenance/record-schema.ts";
import type { Format } from "../../source/book-options.ts";
import { checksumOf } from "../record/checksum.ts";
import { attempt, type Entry, openKeptList } from "../stores/kept-list.ts";

/** A file of a book as it was made. */
export interface FinishedFile {
  readonly format: Format;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly pageCount?: number;
  /** Of the browser, as the build record names it, where the file has pages that it printed. */
  readonly browser?: string;
}

/** All that came of a book of which nothing was wanting: to be made again only when it changes. */
export interface FinishedBook {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: MadeFile["inputs"];
  /** SHA-256 of the pages and pictures that were read for it, by path inside the curriculum. */
  readonly readFiles: Readonly<Record<string, string>>;
  readonly files: readonly FinishedFile[];
}

/**
 * Books that earlier builds have finished, by a key that names all else that decides them. They are
 * known as long as the curriculum is open; their bytes, and the rest for the next run, lie in the
 * cache where there is one.
 */
export interface FinishedBooks {
  recall(key: string): FinishedBook | undefined;
  remember(key: string, book: FinishedBook, bytes: readonly Uint8Array[]): Promise<void>;
  /** Of a file whose bytes are in the cache and whole. */
  bytesOf(file: FinishedFile): Promise<Uint8Array | undefined>;
  /** Writes down what this build has finished, and forgets what is too much. */
  keep(): Promise<void>;
}

/** Another number for another form of what is kept: an older or newer program has a list of its own. */
export const FINISHED_FILE = "finished-books-1.json";
/** The folder in the cache of the files themselves, by their sum. */
export const FINISHED_FOLDER = "finished-books";
/** What the files may take: some thousand books, or a hundred with many pictures. */
const MOST_BYTES = 300_000_000;
const MOST_BOOKS = 4000;
const MOST_LIST_BYTES = 64_000_000;

/** @param limits of a test. */
export async function openFinishedBooks(
  host: Pick<Host, "fileSystem" | "cacheFolder" | "toolIdentity">,
  { mostBytes = MOST_BYTES }: { readonly mostBytes?: number } = {},
): Promise<FinishedBooks> {
  const { fileSystem } = host;
  // What cannot say which program it is cannot say which program has made a book.
  const cacheFolder = host.toolIdentity === undefined ? undefined : host.cacheFolder;
  const folder = cacheFolder === undefined ? undefined : join(cacheFolder, FINISHED_FOLDER);
  const books = await openKeptList<FinishedBook>(
    { fileSystem, ...(cacheFolder === undefined ? {} : { cacheFolder }) },
    {
      file: FINISHED_FILE,
      mostBytes: MOST_LIST_BYTES,
      // Which program wrote it is in its key, and its sum was compared.
      isValue: (value): value is FinishedBook => typeof value === "object" && value !== null,
      choose: (entries) => chooseBooks(entries, mostBytes),
      afterwards: async (kept) => {
        if (folder !== undefined) await removeOthers(host, folder, kept);
      },
    },
  );
  const pathOf = (file: FinishedFile) =>
    folder === undefined ? undefined : join(folder, file.sha256);
  return {
    recall: (key) => books.recall(key),
    async remember(key, book, bytes) {
      for (const [at, file] of book.files.entries()) {
        const path = pathOf(file);
        const own = bytes[at];
        if (path === undefined || own === undefined) continue;
        await attempt(async () => {
          if ((await fileSystem.stat(path)) === undefined) await fileSystem.writeFile(path, own);
        });
      }
      books.remember(key, book);
    },
    async bytesOf(file) {
      const path = pathOf(file);
      if (path === undefined) return undefined;
      return await attempt(async () => {
        const bytes = await fileSystem.readFile(path, file.sizeBytes);
        if (checksumOf(bytes) === file.sha256) return bytes;
        // A bad disk has changed it: the next build writes it anew.
        await fileSystem.remove(path);
        return undefined;
      });
    },
    keep: () => books.keep(),
  };
}

/** The latest whose files have room together. */
function chooseBooks(
  entries: readonly Entry<FinishedBook>[],
  mostBytes: number,
): readonly Entry<FinishedBook>[] {
  const kept: Entry<FinishedBook>[] = [];
  const counted = new Set<string>();
  let bytes = 0;
  for (const entry of [...entries].reverse().slice(0, MOST_BOOKS)) {
    for (const { sha256, sizeBytes } of entry[1].files) {
      if (!counted.has(sha256)) bytes += sizeBytes;
      counted.add(sha256);
    }
    if (bytes > mostBytes) break;
    kept.unshift(entry);
  }
  return kept;
}

async function removeOthers(
  { fileSystem }: Pick<Host, "fileSystem">,
  folder: string,
  kept: readonly Entry<FinishedBook>[],
): Promise<void> {
  await fileSystem.removeLeftovers([folder]);
  const named = new Set(kept.flatMap(([, { files }]) => files.map(({ sha256 }) => sha256)));
  const { files } = await fileSystem.listFiles(folder, { enter: () => false });
  for (const file of files) {
    if (/^[0-9a-f]{64}$/.test(file.path) && !named.has(file.path)) await fileSystem.remove(file.at);
  }
}
