import { RECORD_FILE } from "./build-record.ts";
import type { MadeFile } from "./record-schema.ts";
import type { Sums } from "./render-sums.ts";

/** What lies in an output folder, as far as it concerns a build. */
export interface BeforeBuild {
  /** Of the record that is there. */
  readonly files: readonly MadeFile[];
  /** Of the list that is there. */
  readonly sums: Sums;
  /** Of the files themselves, where they are there: those of the record and of this build. */
  readonly present: Sums;
}

export interface MergedBuild {
  readonly files: readonly MadeFile[];
  /** Without the record's own. */
  readonly sums: Sums;
  /** Files of earlier builds that are not as they were written. */
  readonly changed: readonly string[];
}

/**
 * What is to be written down after a build that made some of the books: its own files, those of
 * earlier builds that are still there, and lines of the list that somebody else has added. The line
 * of a file that was changed by others stays as it was, so that no build makes a stranger's file one
 * of ours. Of two builds at once, that one counts for a file whose bytes are there.
 */
export function mergeBuild(before: BeforeBuild, made: readonly MadeFile[]): MergedBuild {
  const { present } = before;
  const isThere = ({ path, sha256 }: MadeFile) => present.get(path) === sha256;
  const files = new Map<string, MadeFile>();
  for (const file of before.files) if (present.has(file.path)) files.set(file.path, file);
  const changed = [...files.values()].filter((file) => !isThere(file)).map(({ path }) => path);
  for (const file of made) {
    const other = files.get(file.path);
    if (other === undefined || isThere(file) || !isThere(other)) files.set(file.path, file);
  }
  const sums = new Map(before.sums);
  for (const { path } of before.files) sums.delete(path);
  sums.delete(RECORD_FILE);
  for (const { path, sha256 } of files.values()) sums.set(path, sha256);
  const own = new Set(made.map(({ path }) => path));
  return {
    files: [...files.values()].sort((one, other) => (one.path < other.path ? -1 : 1)),
    sums,
    changed: changed.filter((path) => !own.has(path)).sort(),
  };
}
