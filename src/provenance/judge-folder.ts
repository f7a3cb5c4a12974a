import { RECORD_FILE } from "./build-record.ts";
import type { MadeFile } from "./record-schema.ts";
import { SUMS_FILE, type Sums } from "./render-sums.ts";

/** What a folder is found to be. */
export interface FoundFolder {
  /** Sums of the files that are there, by path; undefined where nobody needs to know it. */
  readonly present: ReadonlyMap<string, string | undefined>;
  /** Files that nobody has listed and that were not looked at: what systems leave in folders. */
  readonly passedOver: readonly string[];
  /** Files that could not be read, or that are links out of the folder. */
  readonly unreadable: ReadonlyMap<string, "outside" | "closed">;
  readonly sums: Sums;
  /** Undefined where there is no record that can be read. */
  readonly record: readonly MadeFile[] | undefined;
}

/**
 * `same`: as the list says. `changed`: other bytes. `missing`: not there. `unlisted`: there, and not
 * in the list. `disputed`: as the list says, but the record says otherwise. `closed` and `outside`:
 * not looked at.
 */
export type FileState =
  | "same"
  | "changed"
  | "missing"
  | "unlisted"
  | "disputed"
  | "closed"
  | "outside";

export interface JudgedFile {
  readonly path: string;
  readonly state: FileState;
  /** By the list. */
  readonly expected?: string;
  readonly found?: string;
  /** The missing file that this one is, under another name. */
  readonly renamedFrom?: string;
  /** It has the bytes that the record says: a build wrote it and did not end. */
  readonly isRecorded?: boolean;
}

/** Holds every file of a folder against its list of sums and its build record, sorted by path. */
export function judgeFolder(folder: FoundFolder): readonly JudgedFile[] {
  const { present, unreadable, sums, passedOver } = folder;
  const recorded = new Map(folder.record?.map(({ path, sha256 }) => [path, sha256]));
  const unlooked = new Set([SUMS_FILE, ...passedOver]);
  const paths = new Set([
    ...sums.keys(),
    ...recorded.keys(),
    ...present.keys(),
    ...unreadable.keys(),
  ]);
  const judged = [...paths]
    .filter((path) => !unlooked.has(path) || sums.has(path))
    .filter((path) => unreadable.get(path) !== "closed" || !isFolderOf(path, sums))
    .sort()
    .map((path): JudgedFile => {
      const expected = sums.get(path);
      const found = present.get(path);
      const base = {
        path,
        ...(expected === undefined ? {} : { expected }),
        ...(found === undefined ? {} : { found }),
      };
      if (!present.has(path)) return { ...base, state: stateOfUnread(path, unreadable) };
      const isRecorded = found !== undefined && recorded.get(path) === found;
      if (expected === undefined) return { ...base, state: "unlisted", isRecorded };
      if (expected !== found) return { ...base, state: "changed", isRecorded };
      const isDisputed = recorded.has(path) && !isRecorded;
      return { ...base, state: isDisputed ? "disputed" : "same" };
    });
  return nameRenamed(judged);
}

/** A folder that cannot be opened is told by the files that are known to be in it. */
function isFolderOf(path: string, sums: Sums): boolean {
  return [...sums.keys()].some((name) => name.startsWith(`${path}/`));
}

/** What is in a folder that cannot be opened may well be there. */
function stateOfUnread(path: string, unreadable: FoundFolder["unreadable"]): FileState {
  const parts = path.split("/");
  const above = parts.map((_, at) => parts.slice(0, at).join("/"));
  if (above.some((folder) => unreadable.get(folder) === "closed")) return "closed";
  return unreadable.get(path) ?? "missing";
}

/** A file that nobody listed and that has the bytes of one that is missing is that one. */
function nameRenamed(judged: readonly JudgedFile[]): readonly JudgedFile[] {
  const missing = new Map(
    judged.flatMap(({ state, expected, path }) =>
      state === "missing" && expected !== undefined ? [[expected, path] as const] : [],
    ),
  );
  return judged.map((file) => {
    const renamedFrom = file.state === "unlisted" ? missing.get(file.found ?? "") : undefined;
    return renamedFrom === undefined ? file : { ...file, renamedFrom };
  });
}

/**
 * True where the folder looks as one does in which a build was stopped before its last step: what
 * is wrong has the bytes that the record says.
 */
export function looksInterrupted(judged: readonly JudgedFile[]): boolean {
  const wrong = judged.filter(({ state }) => state !== "same");
  const ofBooks = wrong.filter(({ path }) => path !== RECORD_FILE);
  return wrong.length > ofBooks.length && ofBooks.every(({ isRecorded }) => isRecorded === true);
}
