import { resolve } from "node:path";
import type { Host } from "../../host/host.ts";
import { isThemePath, listThemeNames, themeFinder } from "../../theme/find-theme.ts";
import { describeAbsent } from "../../theme/load-layers.ts";
import { loadTheme } from "../../theme/load-theme.ts";
import { diagnose } from "../../theme/rules.ts";
import type { Theme } from "../../theme/theme.ts";
import { themeError } from "../../theme/theme-error.ts";
import { RequestError } from "../request-error.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { THEMES } from "./open-vocabulary.ts";

/**
 * The theme that the option, the configuration or nobody asks for.
 *
 * A configuration comes with the content, from whoever wrote it, and themes are code: a folder of
 * one's own is used only where the person who builds names it.
 *
 * @throws RequestError for an option that names no theme; ThemeError, also with THM008 for a folder that only the configuration names.
 */
export async function openTheme(
  host: Host,
  loaded: LoadedCurriculum,
  option: string | undefined,
): Promise<Theme> {
  const configured = loaded.configuration.theme;
  const namedBy = loaded.configuration.themePlace ?? { file: "handpress.yaml" };
  if (option === undefined && configured !== undefined && isThemePath(configured)) {
    const path = `${loaded.prefix || "./"}${configured.replace(/^\.\//, "")}`;
    throw themeError(diagnose("THM008", namedBy, { theme: configured, path }));
  }
  const name = option ?? configured ?? "handout";
  const locate = (path: string) => resolve(host.cwd, path);
  const find = themeFinder(host.fileSystem, THEMES, locate);
  const names = await listThemeNames(host.fileSystem, THEMES);
  if (option !== undefined && (await find(option)) === undefined) {
    const { message, hint } = describeAbsent(option, names, { file: "" });
    throw new RequestError(message, hint);
  }
  return await loadTheme(name, find, { names, namedBy });
}
