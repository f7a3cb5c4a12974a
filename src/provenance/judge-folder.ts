import { RECORD_FILE } from "./build-record.ts";
import { type ReadPersons, readClaims } from "./claimed-name.ts";
import type { MadeFile } from "./record-schema.ts";
import { SUMS_FILE, type Sums } from "./render-sums.ts";
import { fileBeside, isInSystemFolder } from "./system-files.ts";

/** What a folder is found to be. */
export interface FoundFolder {
  /** Sums of the files that are there, by path; undefined where nobody needs to know it. Empty folders too. */
  readonly present: ReadonlyMap<string, string | undefined>;
  /** What systems leave in folders, which holds nothing else; empty folders of theirs with a slash behind. */
  readonly passedOver: readonly string[];
  /** What was not read: links, within the folder or out of it, pipes, what may not be opened. */
  readonly unreadable: ReadonlyMap<string, UnreadState>;
  readonly sums: Sums;
  /** The part of the folder that was looked at, such as `ar/`; empty for all of it. */
  readonly scope: string;
  /** Undefined where there is no record that can be read. */
  readonly record: readonly MadeFile[] | undefined;
}

/**
 * `same`: as the list says. `renamed`: a listed file under another name, known by its sum.
 * `missing`: not there, as in a copy of some of the books. `changed`: other bytes. `unlisted`: there,
 * and not in the list. `misnamed`: renamed, and the new name says something untrue of it.
 * `disputed`: as the list says, but the record says otherwise. `unrecorded`: as the list says, and not in the
 * record that is there. The others were not looked at.
 */
export type FileState =
  | "same"
  | "renamed"
  | "missing"
  | "changed"
  | "unlisted"
  | "misnamed"
  | "disputed"
  | "unrecorded"
  | UnreadState;

/** May not be opened; a link within the folder; one out of it; a pipe, a socket, a device. */
export type UnreadState = "closed" | "linked" | "outside" | "special";

export interface JudgedFile {
  readonly path: string;
  readonly state: FileState;
  /** By the list. */
  readonly expected?: string;
  readonly found?: string;
  /** The listed file whose bytes these are. */
  readonly renamedFrom?: string;
  /** It has the bytes that the record says: a build wrote it and did not end. */
  readonly isRecorded?: boolean;
}

/**
 * Holds every file of a folder against its list of sums and its build record, sorted by path.
 *
 * @param readPersons for whom a name says that a book is.
 */
export function judgeFolder(folder: FoundFolder, readPersons: ReadPersons): readonly JudgedFile[] {
  const { present, unreadable, sums, passedOver, scope, record } = folder;
  const recorded = new Map(record?.map(({ path, sha256 }) => [path, sha256]));
  const unlooked = new Set([SUMS_FILE, ...passedOver]);
  const paths = new Set([
    ...sums.keys(),
    ...recorded.keys(),
    ...present.keys(),
    ...unreadable.keys(),
  ]);
  const judged = [...paths]
    .filter((path) => path.startsWith(scope))
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
      if (isRecorded || record === undefined || path === RECORD_FILE) {
        return { ...base, state: "same" };
      }
      return { ...base, state: recorded.has(path) ? "disputed" : "unrecorded" };
    });
  return nameRenamed(judged, sums, readPersons);
}

/** A folder that cannot be opened is told by the files that are known to be in it. */
function isFolderOf(path: string, sums: Sums): boolean {
  return [...sums.keys()].some((name) => name.startsWith(`${path}/`));
}

/** What is in a folder that cannot be opened may well be there. */
function stateOfUnread(path: string, unreadable: FoundFolder["unreadable"]): FileState {
  const parts = path.split("/");
  const above = parts.map((_, at) => parts.slice(0, at).join("/"));
  const fault = above.map((folder) => unreadable.get(folder)).find((one) => one !== undefined);
  return fault ?? unreadable.get(path) ?? "missing";
}

/**
 * A file that nobody listed and that has the bytes of one in the list is that one: people rename
 * books, and sticks write names in their own way. A listed name with other bytes stays changed,
 * whatever bytes they are: books whose names were exchanged mislead.
 */
function nameRenamed(
  judged: readonly JudgedFile[],
  sums: Sums,
  readPersons: ReadPersons,
): readonly JudgedFile[] {
  const missing = judged.filter(({ state }) => state === "missing");
  const bySum = new Map([...sums].map(([path, sum]) => [sum, path]));
  for (const { path, expected } of missing) if (expected !== undefined) bySum.set(expected, path);
  const claimsAnother = readClaims(sums.keys(), readPersons);
  const named = judged.map((file): JudgedFile => {
    const renamedFrom = bySum.get(file.found ?? "");
    if (renamedFrom === undefined || renamedFrom === file.path) return file;
    if (file.state === "changed") return { ...file, renamedFrom };
    if (file.state !== "unlisted") return file;
    const isMisnamed = claimsAnother(file.path, renamedFrom);
    return { ...file, state: isMisnamed ? "misnamed" : "renamed", renamedFrom };
  });
  const found = new Set(
    named.flatMap(({ state, renamedFrom }) => (state === "changed" ? [] : [renamedFrom])),
  );
  return named.filter(({ state, path }) => state !== "missing" || !found.has(path));
}

/** What can be said of a folder as a whole. */
export interface FolderMarks {
  /** No file is a reason for distrust. A copy of some of the books is a good copy. */
  readonly isUnharmed: boolean;
  /** At least one book is there as the list says, under whatever name. */
  readonly holdsBooks: boolean;
  /** A build was stopped before its last step: what is wrong has the bytes that the record says. */
  readonly looksInterrupted: boolean;
  /** A Mac may have written a file that nobody listed: `._tails.epub`. */
  readonly hasCompanions: boolean;
  /** Files lie where a system keeps things of its own. */
  readonly isInSystemFolder: boolean;
}

export function markFolder(judged: readonly JudgedFile[]): FolderMarks {
  const isBook = ({ path, renamedFrom }: JudgedFile) => (renamedFrom ?? path) !== RECORD_FILE;
  const held = judged.filter(({ state }) => state === "same" || state === "renamed");
  const wrong = judged.filter(({ state }) => !HARMLESS.has(state));
  const ofBooks = wrong.filter(({ path }) => path !== RECORD_FILE);
  return {
    isUnharmed: wrong.length === 0,
    holdsBooks: held.some(isBook),
    looksInterrupted:
      wrong.length > ofBooks.length && ofBooks.every(({ isRecorded }) => isRecorded === true),
    hasCompanions: judged.some(
      ({ path, state }) => state === "unlisted" && fileBeside(path) !== undefined,
    ),
    isInSystemFolder: judged.some(
      ({ path, state }) => !NOT_THERE.has(state) && isInSystemFolder(path),
    ),
  };
}

const HARMLESS: ReadonlySet<FileState> = new Set(["same", "renamed", "missing"]);
/** The same is told of no file, and what is missing lies nowhere. */
const NOT_THERE: ReadonlySet<FileState> = new Set(["same", "missing"]);
