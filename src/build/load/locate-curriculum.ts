import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { quoteWord } from "../../host/command-name.ts";
import type { Host } from "../../host/host.ts";
import { parseLanguage } from "../../language/language.ts";
import { CONFIGURATION_FILE } from "../../source/configuration.ts";
import { findNearWord } from "../../wording/near-word.ts";
import { RequestError } from "../request-error.ts";

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
 * A word with a slash, or `.`, is a folder, or else a module's address or file. A bare word is a
 * module's name unless `isModule` says that the curriculum here has none of that name and there is
 * such a folder.
 *
 * @throws RequestError for two folders, a folder that is not there, or one inside a curriculum.
 */
export async function locateCurriculum(
  host: Host,
  words: readonly string[],
  isModule: (root: string, name: string) => Promise<boolean>,
): Promise<Location> {
  const { fileSystem, cwd } = host;
  const home = await findHome(host);
  const folders: string[] = [];
  const names: string[] = [];
  for (const word of words) {
    const path = resolve(cwd, word);
    const isFolder = (await fileSystem.stat(path))?.kind === "folder";
    if (isFolder && (isPath(word) || (await isMeantAsFolder(path, word)))) folders.push(path);
    else names.push(word);
  }
  if (folders.length > 1) {
    const shown = folders.map((path) => shownPrefix(cwd, path) || "./").join(" and ");
    throw new RequestError(
      "Unexpected second folder, expected one curriculum at a time",
      `${shown} are folders. Run the command once for each, or name modules behind the one that they are in.`,
    );
  }
  const root = folders[0] ?? home.root;
  await refuseInside(host, root);
  const wanted: string[] = [];
  for (const name of names) wanted.push(await nameModule(name));
  return { root, prefix: shownPrefix(cwd, root), wanted };

  async function isMeantAsFolder(path: string, word: string): Promise<boolean> {
    // Without a curriculum here, every page of somebody's whole home folder would be read.
    if (!home.isEvident && (await looksLikeCurriculum(host, path))) return true;
    return !(await isModule(home.root, word));
  }

  async function nameModule(word: string): Promise<string> {
    const path = resolve(cwd, word);
    const kind = (await fileSystem.stat(path))?.kind;
    if (kind !== "file" && !isPath(word)) return word;
    const file = kind === "file" ? relative(root, path).replaceAll("\\", "/") : word;
    for (const name of [word, file]) if (await isModule(root, name)) return name;
    throw await notThere(host, word, kind === "file");
  }
}

function isPath(word: string): boolean {
  return /[\\/]/.test(word) || word === "." || word === "..";
}

/** The curriculum where the command is called; `isEvident` where it is more than a guess. */
async function findHome(
  host: Host,
): Promise<{ readonly root: string; readonly isEvident: boolean }> {
  const { fileSystem, cwd } = host;
  if (await looksLikeCurriculum(host, cwd)) return { root: cwd, isEvident: true };
  const content = resolve(cwd, "content");
  if ((await fileSystem.stat(content))?.kind !== "folder") return { root: cwd, isEvident: false };
  // Translations in `content.ar/` lie beside their source: the curriculum is what holds both.
  const { files } = await fileSystem.listFiles(cwd, {
    enter: (folder) => parseLanguage(/^content\.([\w-]+)$/.exec(folder)?.[1] ?? "") !== undefined,
  });
  const isBeside = files.some(({ path }) => /^content\.[^/]+\//.test(path));
  return { root: isBeside ? cwd : content, isEvident: true };
}

async function looksLikeCurriculum({ fileSystem }: Host, folder: string): Promise<boolean> {
  if ((await fileSystem.stat(join(folder, CONFIGURATION_FILE)))?.kind === "file") return true;
  return (await fileSystem.stat(join(folder, "_pages")))?.kind === "folder";
}

async function notThere(host: Host, word: string, isFile: boolean): Promise<RequestError> {
  if (isFile) {
    return new RequestError(
      `Unexpected file \`${word}\`, expected a module or a curriculum's folder`,
      `\`${host.command} list\` shows the names of the modules.`,
    );
  }
  return new RequestError(
    `Unexpected folder \`${word}\`, expected one that is there`,
    await hintAtFolder(host, word),
  );
}

async function hintAtFolder(host: Host, word: string): Promise<string> {
  const { fileSystem, cwd } = host;
  if (/^[a-z]+:\/\//i.test(word)) {
    return "Handpress never uses the network, and names folders by their path, such as ../my-curriculum.";
  }
  if (/[*?]/.test(word)) return "Signs such as * stand for nothing here. Name one folder.";
  const path = resolve(cwd, word);
  const slashed = word.replaceAll("\\", "/");
  if (slashed !== word && (await fileSystem.stat(resolve(cwd, slashed))) !== undefined) {
    return `Write it with the other slashes: ${slashed}`;
  }
  const [, folder = "", name = ""] = /^(.*?)[\\/]+([^\\/]+)[\\/]*$/.exec(word) ?? [];
  if (folder !== "" && name !== ".." && (await looksLikeCurriculum(host, resolve(cwd, folder)))) {
    return `For a module of ${folder}, write two words: ${quoteWord(folder)} ${quoteWord(name)}`;
  }
  const beside: string[] = [];
  if ((await fileSystem.stat(dirname(path)))?.kind === "folder") {
    await fileSystem.listFiles(dirname(path), {
      enter: (one) => {
        beside.push(one);
        return false;
      },
    });
  }
  const near = findNearWord(basename(path), beside, Math.ceil(basename(path).length / 4));
  const where = isAbsolute(word) ? "" : ` The path is taken from the current folder, ${cwd}.`;
  return near === undefined
    ? `Check the spelling of each part.${where}`
    : `Did you mean ${shownPrefix(cwd, join(dirname(path), near))}?${where}`;
}

/** In a part of a curriculum its images and configuration would be missed one by one. */
async function refuseInside({ fileSystem, cwd, command }: Host, root: string): Promise<void> {
  const isConfigured = async (folder: string) =>
    (await fileSystem.stat(join(folder, CONFIGURATION_FILE)))?.kind === "file";
  if (await isConfigured(root)) return;
  for (
    let inner = root, outer = dirname(root);
    outer !== inner;
    inner = outer, outer = dirname(outer)
  ) {
    if (!(await isConfigured(outer))) continue;
    throw new RequestError(
      `Unexpected folder ${shownPrefix(cwd, root) || "."} inside a curriculum, expected the whole of it`,
      `Name ${shownPrefix(cwd, outer) || "."} and the modules that you want; \`${command} list\` shows their names. A curriculum of its own has its own ${CONFIGURATION_FILE}.`,
    );
  }
}

/** With forward slashes on every system: it stands before POSIX paths in messages. */
export function shownPrefix(cwd: string, folder: string): string {
  const way = relative(cwd, folder).replaceAll("\\", "/");
  if (way === "") return "";
  return `${isAbsolute(way) ? folder.replaceAll("\\", "/") : way}/`;
}
