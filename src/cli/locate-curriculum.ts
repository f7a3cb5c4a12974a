import { isAbsolute, relative, resolve } from "node:path";
import { parseLanguage } from "../language/language.ts";
import { type Machine, UsageError } from "./terminal.ts";

/** The folder to read and the modules that were asked for by name. */
export interface Location {
  /** Absolute path of the curriculum. */
  readonly root: string;
  /** The way from the current folder to it, with a slash at the end; empty when it is there. */
  readonly prefix: string;
  /** Empty: all modules. */
  readonly wanted: readonly string[];
}

/**
 * Sorts the words of a command line into a folder and module names.
 *
 * A word with a slash, or `.`, is a folder. A bare word is a module's name unless `isModule` says
 * that the curriculum here has none of that name and there is such a folder.
 *
 * @throws UsageError for two folders, or a folder that is not there.
 */
export async function locateCurriculum(
  machine: Machine,
  words: readonly string[],
  isModule: (root: string, name: string) => Promise<boolean>,
): Promise<Location> {
  const folders: string[] = [];
  const names: string[] = [];
  const home = await defaultRoot(machine);
  for (const word of words) {
    const path = resolve(machine.cwd, word);
    const kind = (await machine.world.stat(path))?.kind;
    if (/[\\/]/.test(word) || word === "." || word === "..") {
      if (kind === "folder") folders.push(path);
      else if (await isModule(home, word)) names.push(word);
      else throw notThere(word, kind);
    } else if (kind === "folder" && !(await isModule(home, word))) folders.push(path);
    else names.push(word);
  }
  if (folders.length > 1) {
    throw new UsageError("Unexpected second folder, expected one curriculum at a time");
  }
  const root = folders[0] ?? home;
  return { root, prefix: shownPrefix(machine.cwd, root), wanted: names };
}

function notThere(word: string, kind: "file" | undefined): UsageError {
  return kind === "file"
    ? new UsageError(
        `Unexpected file \`${word}\`, expected a curriculum's folder or a module's name`,
        "`handpress list` shows the names of the modules.",
      )
    : new UsageError(
        `Unexpected folder \`${word}\`, expected one that is there`,
        "Check the spelling; the path is taken from the current folder.",
      );
}

async function defaultRoot({ world, cwd }: Machine): Promise<string> {
  if ((await world.stat(resolve(cwd, "handpress.yaml")))?.kind === "file") return cwd;
  const content = resolve(cwd, "content");
  if ((await world.stat(content))?.kind !== "folder") return cwd;
  // Translations in `content.ar/` lie beside their source: the curriculum is what holds both.
  const { files } = await world.listFiles(cwd, {
    enter: (folder) => parseLanguage(/^content\.([\w-]+)$/.exec(folder)?.[1] ?? "") !== undefined,
  });
  return files.some(({ path }) => path.startsWith("content.")) ? cwd : content;
}

/** With forward slashes on every system: it stands before POSIX paths in messages. */
export function shownPrefix(cwd: string, folder: string): string {
  const way = relative(cwd, folder).replaceAll("\\", "/");
  if (way === "") return "";
  return `${isAbsolute(way) ? folder.replaceAll("\\", "/") : way}/`;
}
