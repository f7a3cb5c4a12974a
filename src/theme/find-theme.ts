import type { World } from "../world/world.ts";
import type { ThemeFiles, ThemeFinder } from "./load-theme.ts";

/**
 * Finds themes by name among the bundled ones, and by path (`./my-theme`) beside the curriculum.
 *
 * @param bundled absolute path of the product's `themes/` folder.
 * @param root absolute path of the curriculum.
 */
export function themeFinder(world: World, bundled: string, root: string): ThemeFinder {
  return async (name) => {
    const own = name.startsWith("./");
    if (!own && !/^[a-z][a-z0-9-]*$/.test(name)) return undefined;
    const folder = own ? `${root}/${name.slice(2)}` : `${bundled}/${name}`;
    if ((await world.stat(folder))?.kind !== "folder") return undefined;
    return await readTheme(world, folder, own ? name.slice(2) : folder);
  };
}

async function readTheme(world: World, folder: string, shown: string): Promise<ThemeFiles> {
  const { files } = await world.listFiles(folder, { enter: (path) => !path.startsWith(".") });
  const texts = new Map<string, string>();
  for (const { path } of files) {
    if (!/\.(hbs|css|yaml)$/.test(path)) continue;
    texts.set(path, new TextDecoder().decode(await world.readFile(`${folder}/${path}`)));
  }
  return { folder: shown, texts };
}
