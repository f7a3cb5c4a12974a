/**
 * What systems put into every folder and stick that they show, by names as they are, in small
 * letters. Nothing else that is hidden is passed over: what one system hides, another shows.
 */
const FOLDERS = new Set([
  ".trash",
  ".trashes",
  ".spotlight-v100",
  ".fseventsd",
  ".temporaryitems",
  ".documentrevisions-v100",
  ".android_secure",
  ".thumbnails",
  "system volume information",
  "$recycle.bin",
  "lost+found",
  "lost.dir",
]);
const TRASH_OF_A_USER = /^\.trash-\d+$/;
const FILES = new Set([
  ".ds_store",
  ".localized",
  ".apdisk",
  ".volumeicon.icns",
  ".metadata_never_index",
  ".directory",
  ".hidden",
  ".nomedia",
  "thumbs.db",
  "ehthumbs.db",
  "desktop.ini",
]);
/** What a build that was killed left, and the next one removes. */
const OF_A_BUILD = /^\..+\.(?:part|lock)$/;

/** @param path of a folder, with slashes. */
export function isSystemFolder(path: string): boolean {
  const name = nameOf(path);
  return FOLDERS.has(name) || TRASH_OF_A_USER.test(name);
}

/** @param path of a file, with slashes. */
export function isSystemFile(path: string): boolean {
  const name = nameOf(path);
  return FILES.has(name) || OF_A_BUILD.test(name);
}

/**
 * A Mac writes what a stick of another system cannot hold into a second file, `._tails.epub`. On a
 * telephone it stands among the books: it has to be one by its bytes.
 */
export const COMPANION = {
  matches: (path: string): boolean => nameOf(path).startsWith("._"),
  mostBytes: 1_000_000,
  /** AppleSingle/AppleDouble formats, "Entry descriptors": the magic number. */
  begins: [0x00, 0x05, 0x16, 0x07],
} as const;

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}
