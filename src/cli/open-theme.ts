import { fileURLToPath } from "node:url";
import { themeFinder } from "../theme/find-theme.ts";
import { loadTheme } from "../theme/load-theme.ts";
import type { Theme } from "../theme/theme.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import type { Machine } from "./terminal.ts";

/** The product's own themes, beside `src/` and `dist/` alike. */
const THEMES = fileURLToPath(new URL("../../themes", import.meta.url));

/** The theme that the option, the configuration or nobody asks for. Throws ThemeError. */
export function openTheme(
  machine: Machine,
  loaded: LoadedCurriculum,
  name: string | undefined,
): Promise<Theme> {
  const wanted = name ?? loaded.configuration.theme ?? "handout";
  return loadTheme(wanted, themeFinder(machine.world, THEMES, loaded.root));
}
