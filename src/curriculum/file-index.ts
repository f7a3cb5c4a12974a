import { posix } from "node:path";

/** The curriculum's files, found as they are spelled and, where only one fits, in any case. */
export interface FileIndex {
  readonly exact: ReadonlySet<string>;
  /** By path in lower case. */
  readonly folded: ReadonlyMap<string, readonly string[]>;
  /** By file name in lower case. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export function indexFiles(paths: readonly string[]): FileIndex {
  const folded = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const sorted = [...paths].sort();
  for (const path of sorted) {
    push(folded, foldCase(path), path);
    push(names, foldCase(posix.basename(path)), path);
  }
  return { exact: new Set(sorted), folded, names };
}

/** The file at a path, spelled as on the disk. */
export function findFile(index: FileIndex, path: string): string | undefined {
  if (index.exact.has(path)) return path;
  const composed = path.normalize("NFC");
  if (index.exact.has(composed)) return composed;
  const candidates = index.folded.get(foldCase(path)) ?? [];
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The file of this name that is nearest to a folder, where the name itself is right. */
export function findNamesake(index: FileIndex, path: string): string | undefined {
  const candidates = index.names.get(foldCase(posix.basename(path))) ?? [];
  return candidates[0];
}

/**
 * Joins a folder and a relative path; a path that leaves the root is undefined.
 */
export function joinInside(folder: string, path: string): string | undefined {
  const joined = posix.join(folder === "" ? "." : folder, path).replace(/\/+$/, "");
  if (joined === ".." || joined.startsWith("../") || joined.startsWith("/")) return undefined;
  return joined === "." ? "" : joined;
}

/** The folder of a file; empty at the root. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === "." ? "" : folder;
}

function foldCase(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function push(map: Map<string, string[]>, key: string, path: string): void {
  const paths = map.get(key);
  if (paths === undefined) map.set(key, [path]);
  else paths.push(path);
}
