import type { Stats } from "node:fs";
import { lstat, readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isLeftOver, issueMark, MARK } from "./run-mark.ts";

const TEMPORARY = new RegExp(`^\\..*\\.(${MARK})\\.(?:part|lock)$`, "u");
/** The longest name is 255 bytes on most systems, and a book's may be near that. */
const NAME_CHARACTERS = 40;
/** A file that is being written is touched all the time. */
const STRANGE_AGE_MS = 600_000;

/** The name under which a file is written before it gets its own: `.tails.pdf.….part`. */
export function namePart(path: string): string {
  return nameTemporary(path, "part");
}

/** Of a path: true for what a run writes under another name first, and for its locks. */
export function isTemporary(path: string): boolean {
  return TEMPORARY.test(basename(path));
}

/** The name of a claim to a lock. */
export function nameClaim(path: string): string {
  return nameTemporary(path, "lock");
}

/** The begin and end that the claims to one lock have in common. */
export function claimPattern(path: string): RegExp {
  const begin = shortName(path).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`^\\.${begin}\\.(${MARK})\\.lock$`, "u");
}

/**
 * Removes what runs that were killed left in these folders: parts of files and claims to locks,
 * of this user, none of a run that lives. Folders in the folders are not entered. Never throws:
 * what cannot be tidied harms nobody.
 */
export async function removeLeftovers(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await tidyFolder(folder).catch(() => {});
}

async function tidyFolder(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => TEMPORARY.test(name));
  if (names.length === 0) return;
  const found = new Map<string, Stats>();
  for (const name of names) {
    const stats = await lstat(join(folder, name)).catch(() => undefined);
    if (stats?.isFile() && isOwn(stats)) found.set(name, stats);
  }
  // The newest time in the folder is not after now, whatever the clocks of two machines say.
  const times = [await lstat(folder), ...found.values()].map(({ mtimeMs }) => mtimeMs);
  const nowMs = times.reduce((most, each) => Math.max(most, each), 0);
  for (const [name, { mtimeMs }] of found) {
    const mark = TEMPORARY.exec(name)?.[1] ?? "";
    if (!isLeftOver(mark, nowMs - mtimeMs, STRANGE_AGE_MS)) continue;
    await rm(join(folder, name), { force: true }).catch(() => {});
  }
}

/** Another user's is that user's to remove. */
export function isOwn({ uid }: Stats): boolean {
  const user = process.getuid?.();
  return user === undefined || uid === user;
}

function nameTemporary(path: string, ending: "part" | "lock"): string {
  return join(dirname(path), `.${shortName(path)}.${issueMark()}.${ending}`);
}

function shortName(path: string): string {
  return [...basename(path)].slice(0, NAME_CHARACTERS).join("");
}
