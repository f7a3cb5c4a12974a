import { createHash } from "node:crypto";
import type { FileSystem, FileSystemReason } from "../../src/host/file-system.ts";
import { FileSystemError } from "../../src/host/file-system.ts";

export interface MemoryFileSystem extends FileSystem {
  /** Every file, by absolute POSIX path. */
  readonly files: Map<string, Uint8Array>;
  /** Paths that answer with this reason instead. */
  readonly faults: Map<string, FileSystemReason>;
}

/** The in-memory twin of `nodeFileSystem`. Paths are absolute POSIX paths. */
export function memoryFileSystem(
  texts: Readonly<Record<string, string | Uint8Array>>,
): MemoryFileSystem {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(texts)) {
    files.set(path, typeof content === "string" ? encoder.encode(content) : content);
  }
  const faults = new Map<string, FileSystemReason>();
  const locks = new Map<string, Promise<void>>();
  const check = (path: string) => {
    const reason = faults.get(path);
    if (reason !== undefined) throw new FileSystemError(reason, path);
  };
  return {
    files,
    faults,
    async readFile(where, mostBytes = Number.POSITIVE_INFINITY) {
      const path = typeof where === "string" ? where : where.at;
      check(path);
      const bytes = files.get(path);
      if (bytes === undefined) throw new FileSystemError("missing", path);
      if (bytes.byteLength > mostBytes) throw new FileSystemError("large", path);
      return bytes;
    },
    async hashFile(where) {
      return createHash("sha256")
        .update(await this.readFile(where))
        .digest("hex");
    },
    async listFiles(folder, options) {
      const closed = faults.get(folder);
      if (closed !== undefined) return { files: [], unreadable: [{ path: ".", reason: closed }] };
      const prefix = folder.endsWith("/") ? folder : `${folder}/`;
      const paths = [...files.keys()].filter((path) => path.startsWith(prefix)).sort();
      const found = paths.map((path) => path.slice(prefix.length));
      const unreadable = [...faults]
        .filter(([path]) => path.startsWith(prefix))
        .map(([path, reason]) => ({ path: path.slice(prefix.length), reason }));
      const entered = (path: string) =>
        path
          .split("/")
          .slice(0, -1)
          .every((_, index, parts) => options.enter(parts.slice(0, index + 1).join("/")));
      const isClosed = (path: string) =>
        unreadable.some((one) => path === one.path || path.startsWith(`${one.path}/`));
      return {
        files: found
          .filter((path) => entered(path) && !isClosed(path))
          .map((path) => {
            const at = prefix + path;
            return { path, sizeBytes: files.get(at)?.byteLength ?? 0, at };
          }),
        unreadable,
      };
    },
    async writeFile(path, bytes, _within) {
      check(path);
      files.set(path, bytes);
    },
    async remove(path) {
      check(path);
      for (const one of [...files.keys()]) {
        if (one === path || one.startsWith(`${path}/`)) files.delete(one);
      }
    },
    async removeLeftovers() {
      // Nobody else writes here.
    },
    async withLock(path, act) {
      const before = locks.get(path) ?? Promise.resolve();
      const running = before.then(act);
      locks.set(
        path,
        running.then(
          () => {},
          () => {},
        ),
      );
      return await running;
    },
    async stat(path) {
      check(path);
      const bytes = files.get(path);
      if (bytes !== undefined) return { kind: "file", sizeBytes: bytes.byteLength };
      const isFolder = [...files.keys()].some((one) => one.startsWith(`${path}/`));
      return isFolder ? { kind: "folder", sizeBytes: 0 } : undefined;
    },
  };
}
