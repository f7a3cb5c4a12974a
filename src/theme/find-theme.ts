import type { FileSystem } from "../host/file-system.ts";
import { diagnose } from "./rules.ts";
import { themeError } from "./theme-error.ts";
import type { ThemeFiles, ThemeFinder } from "./theme-files.ts";

/** A theme of one's own is given as a path; everything else is the name of a bundled one. */
export function isThemePath(name: string): boolean {
  return /[\\/]/.test(name);
}

/**
 * Finds themes by name among the bundled ones, and by path for a folder of one's own.
 *
 * @param bundled absolute path of the product's `themes/` folder.
 * @param locate makes a path absolute.
 */
export function themeFinder(
  fileSystem: FileSystem,
  bundled: string,
  locate: (path: string) => string,
): ThemeFinder {
  return async (name) => {
    const isOwn = isThemePath(name);
    if (!isOwn && !/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
    const folder = isOwn ? locate(name) : `${bundled}/${name}`;
    if ((await fileSystem.stat(folder))?.kind !== "folder") return undefined;
    return { ...(await readTheme(fileSystem, folder)), isBundled: !isOwn };
  };
}

/** The names of the themes that come with the product, the plain one first. */
export async function listThemeNames(
  fileSystem: FileSystem,
  bundled: string,
): Promise<readonly string[]> {
  const { files } = await fileSystem.listFiles(bundled, { enter: (path) => !path.includes("/") });
  const names = files.flatMap(({ path }) => /^([^/]+)\/theme\.yaml$/.exec(path)?.[1] ?? []);
  return names.sort((one, other) => Number(other === "handout") - Number(one === "handout"));
}

/** Names the folder by its absolute path: it need not lie in the curriculum. */
async function readTheme(fileSystem: FileSystem, folder: string): Promise<ThemeFiles> {
  const { files, unreadable } = await fileSystem.listFiles(folder, {
    enter: (path) => !path.startsWith("."),
  });
  const closed = unreadable.find(({ path }) => isPart(path));
  if (closed !== undefined) {
    throw themeError(diagnose("THM013", { file: `${folder}/${closed.path}` }));
  }
  const texts = new Map<string, string>();
  for (const file of files) {
    if (!isPart(file.path)) continue;
    texts.set(file.path, new TextDecoder().decode(await fileSystem.readFile(file)));
  }
  return { folder, texts };
}

function isPart(path: string): boolean {
  return /\.(hbs|css|yaml)$/.test(path);
}
