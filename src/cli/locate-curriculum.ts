import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { CONFIGURATION_FILE } from "../source/configuration.ts";
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
 * @throws UsageError for two folders, a folder that is not there, or one inside a curriculum.
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
      else throw await notThere(machine, word, kind);
    } else if (kind === "folder" && !(await isModule(home, word))) folders.push(path);
    else names.push(word);
  }
  if (folders.length > 1) {
    throw new UsageError("Unexpected second folder, expected one curriculum at a time");
  }
  const root = folders[0] ?? home;
  await refuseInside(machine, root);
  return { root, prefix: shownPrefix(machine.cwd, root), wanted: names };
}

async function notThere(
  { world, cwd }: Machine,
  word: string,
  kind: "file" | undefined,
): Promise<UsageError> {
  if (kind === "file") {
    return new UsageError(
      `Unexpected file \`${word}\`, expected a curriculum's folder or a module's name`,
      "`handpress list` shows the names of the modules.",
    );
  }
  const [, folder = "", name = ""] = /^(.*?)[\\/]+([^\\/]+)[\\/]*$/.exec(word) ?? [];
  const isFolder = folder !== "" && (await world.stat(resolve(cwd, folder)))?.kind === "folder";
  return new UsageError(
    `Unexpected folder \`${word}\`, expected one that is there`,
    isFolder
      ? `For a module of ${folder}, write two words: ${folder} ${name}`
      : "Check the spelling; the path is taken from the current folder.",
  );
}

/** In a part of a curriculum its images and configuration would be missed one by one. */
async function refuseInside({ world, cwd }: Machine, root: string): Promise<void> {
  const isConfigured = async (folder: string) =>
    (await world.stat(join(folder, CONFIGURATION_FILE)))?.kind === "file";
  if (await isConfigured(root)) return;
  for (
    let inner = root, outer = dirname(root);
    outer !== inner;
    inner = outer, outer = dirname(outer)
  ) {
    if (!(await isConfigured(outer))) continue;
    throw new UsageError(
      `Unexpected folder ${shownPrefix(cwd, root) || "."} inside a curriculum, expected the whole of it`,
      `Name ${shownPrefix(cwd, outer) || "."} and the modules that you want; \`handpress list\` shows their names. A curriculum of its own has its own ${CONFIGURATION_FILE}.`,
    );
  }
}

async function defaultRoot({ world, cwd }: Machine): Promise<string> {
  if ((await world.stat(resolve(cwd, CONFIGURATION_FILE)))?.kind === "file") return cwd;
  const content = resolve(cwd, "content");
  return (await world.stat(content))?.kind === "folder" ? content : cwd;
}

/** With forward slashes on every system: it stands before POSIX paths in messages. */
export function shownPrefix(cwd: string, folder: string): string {
  const way = relative(cwd, folder).replaceAll("\\", "/");
  if (way === "") return "";
  return `${isAbsolute(way) ? folder.replaceAll("\\", "/") : way}/`;
}
