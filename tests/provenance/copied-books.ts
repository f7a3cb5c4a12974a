import { MEMORY, type OverlayFileSystem } from "../support/overlay-file-system.ts";
import { build, copyWorld, openWorld, readText, writeText } from "./curriculum.ts";

/** Copies files of `output` into `copy`, under names of their own; undefined leaves one behind. */
export function copy(
  fileSystem: OverlayFileSystem,
  rename: (path: string) => string | undefined,
): void {
  for (const [path, bytes] of [...fileSystem.memory.files]) {
    const [, name] = /^.*\/output\/(.*)$/.exec(path) ?? [];
    const to = name === undefined ? undefined : rename(name);
    if (to !== undefined) fileSystem.memory.files.set(`${MEMORY}/copy/${to}`, bytes);
  }
}

/** Books in two languages. */
export function translatedWorld(): Promise<OverlayFileSystem> {
  return copyWorld("translated", async () => {
    const fileSystem = openWorld();
    writeText(
      fileSystem,
      "c/es/locks.md",
      readText(fileSystem, "c/locks.md").replace("layout", "language: es\nlayout"),
    );
    await build(fileSystem, "--lang", "all");
    return fileSystem;
  });
}

export const SUMS = "SHA256SUMS";

export const baseOf = (path: string) => path.split("/").at(-1) ?? "";

/** What people take along, how they name it, and the first line that they should read. */
export const COPIES: readonly (readonly [string, (path: string) => string | undefined, RegExp])[] =
  [
    [
      "one language and the list",
      (path) => (path.startsWith("es/") || path === SUMS ? path : undefined),
      /^What is here is unchanged: 1 file of the 4 that SHA256SUMS names\. Not here: en\/doors\.epub, en\/locks\.epub, handpress-record\.json\.\n/,
    ],
    [
      "one language's files and the list, in one folder",
      (path) => (path.startsWith("es/") || path === SUMS ? baseOf(path) : undefined),
      /^What is here is unchanged: 1 file of the 4 that SHA256SUMS names, 1 of them under another name\. Not here: /,
    ],
    [
      "the books without the record",
      (path) => (path.endsWith(".json") ? undefined : path),
      /^What is here is unchanged: 3 files of the 4 that SHA256SUMS names\. Not here: handpress-record\.json\.\n/,
    ],
    [
      "all in one folder, with the language behind the name",
      (path) => path.replace(/^(\w\w)\/(\w+)/, "$2 ($1)"),
      /^This copy is whole: all 4 files are as SHA256SUMS says, 3 of them under another name\.\n/,
    ],
    [
      "a stick that writes capitals only",
      (path) => path.toUpperCase(),
      /^This copy is whole: all 4 files are as SHA256SUMS says\.\n/,
    ],
    [
      "a stick that cuts names",
      (path) =>
        path === SUMS
          ? path
          : path.toUpperCase().replace(/\w+\.EPUB/, (name) => `${name.slice(0, 3)}~1.EPU`),
      /^This copy is whole: all 4 files are as SHA256SUMS says, 3 of them under another name\.\n/,
    ],
    [
      "a list that a mail program has named",
      (path) => (path === SUMS ? "sha256sums.txt" : path),
      /^This copy is whole: all 4 files are as SHA256SUMS says\.\n/,
    ],
  ];
