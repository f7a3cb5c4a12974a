import type { FileSystem } from "./file-system.ts";

/** What the making of books may use of the machine that it runs on; tests give their own. */
export interface Host {
  readonly fileSystem: FileSystem;
  /** Absolute path of the folder from which relative paths are taken and shown. */
  readonly cwd: string;
  /** How this program was called: what hints name, ready to be typed. */
  readonly command: string;
  /** Absolute path of a folder of this user's, for what saves time; nothing is kept without it. */
  readonly cacheFolder?: string;
  /** A name for this very program: what another has made is not taken for its own. */
  readonly toolIdentity?: string;
}

/** The same, keeping nothing for the next run and taking nothing from the last. */
export function withoutCache<Whole extends Host>({
  cacheFolder: _,
  ...rest
}: Whole): Omit<Whole, "cacheFolder"> {
  return rest;
}
