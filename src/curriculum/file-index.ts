import { posix } from "node:path";
import { composeText } from "../language/text-form.ts";
import { findNearWord } from "../wording/near-word.ts";

/**
 * The curriculum's files, found as they are spelled, in whatever Unicode form (a Mac takes accents from
 * their letters), and, where only one fits, in any case.
 */
export interface FileIndex {
  /** By path, as on the disk and composed. */
  readonly exact: ReadonlyMap<string, string>;
  /** By path in lower case. */
  readonly folded: ReadonlyMap<string, readonly string[]>;
  /** By file name in lower case. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

export function indexFiles(paths: readonly string[]): FileIndex {
  const folded = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const sorted = [...paths].sort();
  const exact = new Map(sorted.map((path) => [composeText(path), path]));
  for (const path of sorted) {
    exact.set(path, path);
    push(folded, foldCase(path), path);
    push(names, foldCase(posix.basename(path)), path);
  }
  return { exact, folded, names };
}

/** The file at a path, spelled as on the disk. */
export function findFile(index: FileIndex, path: string): string | undefined {
  const exact = index.exact.get(path) ?? index.exact.get(composeText(path));
  if (exact !== undefined) return exact;
  const candidates = index.folded.get(foldCase(path)) ?? [];
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** A file of this name in another folder, or else the picture with the nearest name. */
export function findNamesake(index: FileIndex, path: string): string | undefined {
  const name = foldCase(posix.basename(path));
  const stem = name.replace(PICTURE, "");
  const pictures = [...index.names.keys()].filter((one) => PICTURE.test(one));
  const near = index.names.has(name)
    ? name
    : findNearWord(name, pictures, Math.floor(stem.length / 5));
  return near === undefined ? undefined : index.names.get(near)?.[0];
}

const PICTURE = /\.(png|jpe?g|gif|webp|svg|avif|tiff?)$/;

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
  return composeText(path).toLowerCase();
}

function push(map: Map<string, string[]>, key: string, path: string): void {
  const paths = map.get(key);
  if (paths === undefined) map.set(key, [path]);
  else paths.push(path);
}
