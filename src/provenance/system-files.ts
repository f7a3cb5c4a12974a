import { APPLE_DOUBLE_MOST_BYTES, isAppleDouble } from "./apple-double.ts";
import { FINDER_STORE_MOST_BYTES, isFinderStore } from "./finder-store.ts";
import { isFolderSettings, isKdeSettings } from "./folder-settings.ts";
import { isWordless } from "./idle-bytes.ts";
import { isThumbnailStore, THUMBNAIL_STORE_MOST_BYTES } from "./thumbnail-store.ts";

/** A file that a system puts into every folder and stick that it shows. */
interface SystemFile {
  /** Of the path, with slashes, in small letters. */
  readonly path: RegExp;
  readonly mostBytes: number;
  /** Whether the bytes are what the system writes, to the last one. */
  holds(bytes: Uint8Array, path: string): boolean;
}

const GUID = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

/**
 * Nobody is asked by name alone: behind each of these names anything could lie. Files whose content
 * nobody can tell from any other (indexes, logs, pictures) are not here: they are named as extra.
 */
const FILES: readonly SystemFile[] = [
  {
    path: /(?:^|\/)\._(?!\._)[^/]+$/,
    mostBytes: APPLE_DOUBLE_MOST_BYTES,
    holds: isAppleDouble,
  },
  { path: /(?:^|\/)\.ds_store$/, mostBytes: FINDER_STORE_MOST_BYTES, holds: isFinderStore },
  {
    path: /(?:^|\/)(?:eh)?thumbs\.db$/,
    mostBytes: THUMBNAIL_STORE_MOST_BYTES,
    holds: isThumbnailStore,
  },
  { path: /(?:^|\/)desktop\.ini$/, mostBytes: 4000, holds: isFolderSettings },
  { path: /(?:^|\/)\.directory$/, mostBytes: 4000, holds: isKdeSettings },
  {
    path: /(?:^|\/)(?:\.localized|\.nomedia|\.metadata_never_index|\.fseventsd\/no_log|icon\r)$/,
    mostBytes: 0,
    holds: (bytes) => bytes.length === 0,
  },
  {
    path: /(?:^|\/)system volume information\/wpsettings\.dat$/,
    mostBytes: 12,
    // Its own length in four bytes, and eight of chance.
    holds: (bytes) =>
      bytes.length === 12 &&
      [12, 0, 0, 0].every((byte, at) => bytes[at] === byte) &&
      isWordless(bytes.subarray(4)),
  },
  {
    path: /(?:^|\/)system volume information\/indexervolumeguid$/,
    mostBytes: 76,
    holds: (bytes) => GUID.test(Buffer.from(bytes).toString("utf16le")),
  },
  {
    path: /(?:^|\/)\.fseventsd\/fseventsd-uuid$/,
    mostBytes: 36,
    holds: (bytes) => GUID.test(`{${Buffer.from(bytes).toString("latin1")}}`),
  },
];

/** Folders that systems make, with those in them: empty, or with nothing but the files above. */
const FOLDERS = new RegExp(
  `(?:^|/)(?:${[
    "\\.trash(?:-\\d+)?(?:/(?:files|info|expunged))?",
    "\\.trashes(?:/\\d+)?",
    "\\.spotlight-v100",
    "\\.fseventsd",
    "\\.temporaryitems(?:/folders\\.\\d+)?",
    "\\.documentrevisions-v100",
    "\\.android_secure",
    "\\.thumbnails",
    "android(?:/(?:data|media|obb))?",
    "system volume information",
    "\\$recycle\\.bin(?:/s-1-[\\d-]+)?",
    "recycler(?:/s-1-[\\d-]+)?",
    "found\\.\\d{3}",
    "lost\\+found",
    "lost\\.dir",
  ].join("|")})$`,
);

/** Whether a system makes folders of this name; what lies in one is another question. */
export function isSystemFolder(path: string): boolean {
  return FOLDERS.test(path.toLowerCase());
}

/** Whether a path leads into such a folder: many are at the top of a stick, and not among books. */
export function isInSystemFolder(path: string): boolean {
  return listFoldersOf(path).some(isSystemFolder);
}

/** The folders that a file or folder is in, from the outermost on. */
export function listFoldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

/**
 * Whether what a system left lies in folders of which nobody chose the name for it: those of books, and
 * those that systems make. A folder of any other name says what it likes, with nothing in it but that.
 *
 * @param homes folders of books, folded.
 */
export function isAtHome(path: string, homes: ReadonlySet<string>): boolean {
  return listFoldersOf(path).every(
    (folder) => isSystemFolder(folder) || homes.has(foldName(folder)),
  );
}

/** Sticks write names in capitals, or with accents apart from their letters. */
export function foldName(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/**
 * Which file or folder a Mac's file says something of: `en/tails.epub` for `en/._tails.epub`. Where that is
 * not there, it is a file as any other. Undefined for all other names.
 */
export function fileBeside(path: string): string | undefined {
  const [, folder, name] = /^((?:.*\/)?)\._(?!\._)([^/]+)$/s.exec(path) ?? [];
  return name === undefined ? undefined : `${folder}${name}`;
}

/** How many bytes a system file of this name has at most; undefined where no system makes one. */
export function mostBytesOfSystemFile(path: string): number | undefined {
  return findFile(path)?.mostBytes;
}

/**
 * Whether a file is one that a system leaves, and holds nothing else.
 *
 * @param path of the file, with slashes.
 */
export function isSystemFile(path: string, bytes: Uint8Array): boolean {
  const file = findFile(path);
  return file !== undefined && bytes.length <= file.mostBytes && file.holds(bytes, path);
}

function findFile(path: string): SystemFile | undefined {
  const small = path.toLowerCase();
  return FILES.find((file) => file.path.test(small));
}
