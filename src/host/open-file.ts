import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, readlink, realpath, stat } from "node:fs/promises";
import { FileSystemError, type ListedFile } from "./file-system.ts";

/** Windows has neither; what the handle is and where it lies is looked at on every system. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** A regular file that is open for reading. */
export interface OpenedFile {
  /** When it was opened: no more is read of it. */
  readonly sizeBytes: number;
  /** Its bytes; each piece is gone when the next is asked for. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * Runs `act` with a regular file open, and opens nothing else: pipes, sockets and devices could keep a reader waiting for
 * ever. A file of a listing is opened where the listing found it; no link is followed, neither at
 * its end nor on the way, whatever was put in its place since then. A name that a person typed may
 * be a link.
 *
 * Throws FileSystemError: `special` for what is no regular file, `outside` for a listed one that now
 * lies elsewhere; and what the system throws.
 */
export async function withFile<T>(
  where: string | ListedFile,
  act: (file: OpenedFile) => Promise<T>,
): Promise<T> {
  const isListed = typeof where !== "string";
  const path = isListed ? where.at : where;
  // To open a device can do something: what is none is known before.
  demandRegular(path, await (isListed ? lstat : stat)(path));
  const handle = await openHandle(path, isListed ? O_NOFOLLOW : 0);
  try {
    const found = await handle.stat();
    demandRegular(path, found);
    if (isListed && (await placeOf(handle, path)) !== path)
      throw new FileSystemError("outside", path);
    return await act({ sizeBytes: found.size, pieces: readPieces(handle, found.size) });
  } finally {
    await handle.close();
  }
}

/**
 * Where a folder really lies. On Linux by the name that the kernel goes by: on a stick it can differ
 * in capitals from what was typed, and `withFile` compares.
 */
export async function realFolder(path: string): Promise<string> {
  const real = await realpath(path);
  if (process.platform !== "linux") return real;
  const handle = await open(real, O_RDONLY | constants.O_DIRECTORY);
  try {
    return (await placeOf(handle, real)) ?? real;
  } finally {
    await handle.close();
  }
}

function demandRegular(path: string, found: Stats): void {
  if (found.isFile()) return;
  if (found.isSymbolicLink()) throw new FileSystemError("outside", path);
  throw new FileSystemError(found.isDirectory() ? "other" : "special", path);
}

async function openHandle(path: string, follow: number): Promise<FileHandle> {
  try {
    return await open(path, O_RDONLY | O_NONBLOCK | follow);
  } catch (error) {
    // POSIX open(), O_NOFOLLOW: ELOOP where the last part of the path is a link.
    const isLink = follow !== 0 && error instanceof Error && "code" in error;
    if (isLink && error.code === "ELOOP")
      throw new FileSystemError("outside", path, { cause: error });
    throw error;
  }
}

/**
 * The path of what is open, without links. Linux knows it of the handle itself (proc_pid_fd(5));
 * elsewhere the path is resolved once more, and must lead to the same file.
 */
async function placeOf(handle: FileHandle, path: string): Promise<string | undefined> {
  try {
    const place = await readlink(`/proc/self/fd/${handle.fd}`);
    // An editor may have put a newer file in its place since it was opened.
    return place === `${path} (deleted)` ? path : place;
  } catch {
    const real = await realpath(path);
    const found = await lstat(real, { bigint: true });
    const opened = await handle.stat({ bigint: true });
    return found.dev === opened.dev && found.ino === opened.ino ? real : undefined;
  }
}

async function* readPieces(handle: FileHandle, sizeBytes: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(Math.min(sizeBytes, 1_000_000));
  for (let at = 0; at < sizeBytes; ) {
    const length = Math.min(piece.byteLength, sizeBytes - at);
    const { bytesRead } = await handle.read(piece, 0, length, at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}
