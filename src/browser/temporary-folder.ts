import { lstatSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanAtExit, removeFolder } from "../host/exit-cleaning.ts";
import { isOwn } from "../host/leftovers.ts";
import { isLeftOver, issueMark, MARK } from "../host/run-mark.ts";

const NAME = new RegExp(`^handpress-(?:browser|cache|books)-(${MARK})$`);
/** No build takes as long. */
const STRANGE_AGE_MS = 24 * 3_600_000;

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/**
 * Makes a folder for a browser's profile, for a cache that has no other place, or for books that are
 * built to be compared, among the system's temporary files. Only this user can enter it. It is removed
 * when we end, however early. Throws the file system's error.
 */
export function makeTemporaryFolder(purpose: "browser" | "cache" | "books"): TemporaryFolder {
  const path = join(tmpdir(), `handpress-${purpose}-${issueMark()}`);
  const cleaning = cleanAtExit({ path });
  try {
    // Fails where somebody has put anything in its place.
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    cleaning.release();
    throw error;
  }
  return {
    path,
    remove: () => {
      removeFolder(path);
      cleaning.release();
    },
  };
}

/**
 * Removes the folders of runs that were killed before they could do it, and of none that lives.
 *
 * @param folder one that was made just now: its time is the present, by the clock of the disk.
 */
export function removeDeadFolders(folder: string): void {
  try {
    const nowMs = lstatSync(folder).mtimeMs;
    for (const name of readdirSync(tmpdir())) {
      const mark = NAME.exec(name)?.[1];
      if (mark === undefined) continue;
      const path = join(tmpdir(), name);
      const found = lstatSync(path, { throwIfNoEntry: false });
      if (found === undefined || !found.isDirectory() || !isOwn(found)) continue;
      if (isLeftOver(mark, nowMs - found.mtimeMs, STRANGE_AGE_MS)) removeFolder(path);
    }
  } catch {
    // A folder that may be written and not be listed: the system empties it in the end.
  }
}
