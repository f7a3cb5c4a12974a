import { resolve } from "node:path";
import { THEMES } from "../build/load/open-vocabulary.ts";
import { RequestError } from "../build/request-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { parsePaper } from "../print/paper.ts";
import { listThemeNames, themeFinder } from "../theme/find-theme.ts";
import { describeAbsent } from "../theme/load-layers.ts";
import { loadTheme } from "../theme/load-theme.ts";
import type { Theme } from "../theme/theme.ts";
import { ThemeError } from "../theme/theme-error.ts";

/** What a theme is for. */
export interface ListedTheme extends Pick<Theme, "name" | "title" | "description"> {
  /** As `--paper` takes it. */
  readonly paper: string;
  readonly bodySizePt: number;
  readonly images: Theme["print"]["images"];
  /** Languages that have interface words. */
  readonly languages: readonly string[];
}

/**
 * The themes that come with the product, and a folder of one's own where it is named, looked at as a
 * build does.
 *
 * @param own a theme's name, or the path of a folder.
 * @returns no theme where one has errors.
 * @throws RequestError for a theme that is not there.
 */
export async function listThemes(
  { fileSystem, cwd }: Host,
  own: string | undefined,
): Promise<{
  readonly themes: readonly ListedTheme[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const names = await listThemeNames(fileSystem, THEMES);
  const find = themeFinder(fileSystem, THEMES, (path) => resolve(cwd, path));
  if (own !== undefined && (await find(own)) === undefined) {
    const { message, hint } = describeAbsent(own, names, { file: "" });
    throw new RequestError(message, hint);
  }
  const wanted = own === undefined || names.includes(own) ? names : [...names, own];
  try {
    const themes: ListedTheme[] = [];
    for (const name of wanted) themes.push(summarise(await loadTheme(name, find, { names })));
    return { themes, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    return { themes: [], diagnostics: error.diagnostics };
  }
}

function summarise({ name, title, description, bodySizePt, print, languages }: Theme): ListedTheme {
  const { paper = "a4", images } = print;
  const known = parsePaper(paper)?.name ?? "custom";
  return {
    name,
    title,
    description,
    paper: known === "custom" ? paper : known,
    bodySizePt,
    images,
    languages,
  };
}
