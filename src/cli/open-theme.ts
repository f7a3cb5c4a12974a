import { resolve } from "node:path";
import { isThemePath, listThemeNames, themeFinder } from "../theme/find-theme.ts";
import { suggestTheme } from "../theme/load-layers.ts";
import { loadTheme } from "../theme/load-theme.ts";
import type { Theme } from "../theme/theme.ts";
import { ThemeError } from "../theme/theme-error.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { shownPrefix } from "./locate-curriculum.ts";
import { THEMES } from "./open-vocabulary.ts";
import { type Machine, UsageError } from "./terminal.ts";

/**
 * The theme that the option, the configuration or nobody asks for.
 *
 * A configuration comes with the content, from whoever wrote it, and themes are code: a folder of
 * one's own is used only where the person who builds names it.
 *
 * @throws UsageError for an option that names no theme; ThemeError, also with THM008 for a folder that only the configuration names.
 */
export async function openTheme(
  machine: Machine,
  loaded: LoadedCurriculum,
  option: string | undefined,
): Promise<Theme> {
  const configured = loaded.configuration.theme;
  const namedBy = loaded.configuration.themePlace ?? { file: "handpress.yaml" };
  if (option === undefined && configured !== undefined && isThemePath(configured)) {
    throw new ThemeError([
      {
        code: "THM008",
        severity: "error",
        message: `Unexpected theme folder \`${configured}\` in the configuration, expected the name of a theme that comes with Handpress`,
        place: namedBy,
        hint: `A theme is code. If you trust this one, build with: --theme ${shownPrefix(machine.cwd, loaded.root) || "./"}${configured.replace(/^\.\//, "")}`,
      },
    ]);
  }
  const name = option ?? configured ?? "handout";
  const locate = (path: string) => resolve(machine.cwd, path);
  const find = themeFinder(machine.world, THEMES, locate);
  const names = await listThemeNames(machine.world, THEMES);
  if (option !== undefined && (await find(option)) === undefined) {
    throw new UsageError(
      `Unexpected theme \`${option}\`, expected one that is there`,
      suggestTheme(option, names),
    );
  }
  return await loadTheme(name, find, { names, namedBy });
}
