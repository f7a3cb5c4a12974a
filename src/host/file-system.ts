/**
 * The edge: the one interface through which the program touches files. `nodeFileSystem` is the real
 * one, `memoryFileSystem` its twin for tests. Paths are absolute, in the machine's own form.
 */
export interface FileSystem {
  /**
   * The bytes of a regular file. One of a listing is read only where the listing found it, whatever
   * was put there since; a path by itself may be or go through a link.
   *
   * @param mostBytes one that is larger is not read: `large`.
   *
   * Throws FileSystemError, `special` for what is no file, `outside` for a listed one that lies elsewhere now.
   */
  readFile(where: string | ListedFile, mostBytes?: number): Promise<Uint8Array>;
  /** SHA-256 of a file in small hex digits, read in pieces: it may be of any size. Throws FileSystemError. */
  hashFile(where: string | ListedFile): Promise<string>;
  /** All regular files below a folder, as POSIX paths relative to it, sorted by code unit. */
  listFiles(folder: string, options: ListOptions): Promise<Listing>;
  /**
   * Writes to a temporary name in the same folder, flushes, and renames over the old file:
   * readers see the old whole file or the new whole file. Makes the folder. Throws FileSystemError.
   *
   * @param within a folder that no link on the way may lead out of (`outside`).
   */
  writeFile(path: string, bytes: Uint8Array, within?: string): Promise<void>;
  /** Removes a file, a link, or a folder with all that is in it; what is not there is no fault. Throws FileSystemError. */
  remove(path: string): Promise<void>;
  /**
   * Removes what runs that were killed left in these folders while they wrote. Nothing of a run
   * that lives, nothing of another user. Never throws.
   */
  removeLeftovers(folders: readonly string[]): Promise<void>;
  /**
   * Runs `act` while no other run (or other part of this one) holds the lock of this path: for a
   * file that is read, changed and written again. Makes the folder; the file itself is not touched.
   * The lock of a run that was killed counts for nothing. Not to be taken again inside `act`.
   * Throws FileSystemError, `busy` where another run holds it for half a minute, and what `act` throws.
   */
  withLock<T>(path: string, act: () => Promise<T>): Promise<T>;
  /**
   * Undefined for what is not there; `special` for pipes, sockets and devices. Throws FileSystemError for
   * what may not be looked at.
   */
  stat(
    path: string,
  ): Promise<{ kind: "file" | "folder" | "special"; sizeBytes: number } | undefined>;
}

export interface ListOptions {
  /** Asked for every folder (POSIX path relative to the root); false skips it. */
  readonly enter: (folder: string) => boolean;
}

export interface ListedFile {
  /** From the folder that was listed, with slashes. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Its absolute path without a link on the way, in the machine's own form. */
  readonly at: string;
}

export interface Listing {
  readonly files: readonly ListedFile[];
  /** All symbolic links, wherever they lead, where there are any. What is in folders behind them is not listed. */
  readonly links?: readonly string[];
  /**
   * Folders or files that could not be read, links that leave the folder, and what is neither folder
   * nor file; `.` is the folder itself.
   */
  readonly unreadable: readonly { readonly path: string; readonly reason: FileSystemReason }[];
}

export type FileSystemReason =
  | "missing"
  | "permission"
  | "full"
  | "outside"
  | "special"
  | "large"
  | "busy"
  | "other";

export class FileSystemError extends Error {
  readonly reason: FileSystemReason;
  readonly path: string;
  constructor(reason: FileSystemReason, path: string, options?: { cause?: unknown }) {
    super(`${reason}: ${path}`, options);
    this.name = "FileSystemError";
    this.reason = reason;
    this.path = path;
  }
}
