import { resolve } from "node:path";
import { THEMES } from "../build/load/open-vocabulary.ts";
import { RequestError } from "../build/request-error.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { parsePaper } from "../print/paper.ts";
import { listThemeNames, themeFinder } from "../theme/find-theme.ts";
import { describeAbsent } from "../theme/load-layers.ts";
import { loadTheme } from "../theme/load-theme.ts";
import type { Theme } from "../theme/theme.ts";
import { ThemeError } from "../theme/theme-error.ts";
import { diagnosticsForJson, printJson, reportDiagnostics } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface ThemesOptions {
  readonly theme?: string;
  readonly json?: boolean;
}

/** Lines are no longer, so that they stand whole in every terminal. */
const LINE_LENGTH = 80;

/**
 * `handpress themes`: what comes with the product and what each is for. A folder of one's own is
 * listed where it is named, and looked at as a build does.
 *
 * @throws RequestError for a theme that is not there.
 */
export async function runThemes(shell: Shell, options: ThemesOptions): Promise<ExitCode> {
  const names = await listThemeNames(shell.fileSystem, THEMES);
  const find = themeFinder(shell.fileSystem, THEMES, (path) => resolve(shell.cwd, path));
  const { theme: own } = options;
  if (own !== undefined && (await find(own)) === undefined) {
    const { message, hint } = describeAbsent(own, names, { file: "" });
    throw new RequestError(message, hint);
  }
  const wanted = own === undefined || names.includes(own) ? names : [...names, own];
  try {
    const themes: Theme[] = [];
    for (const name of wanted) themes.push(await loadTheme(name, find, { names }));
    if (options.json) printJson(shell, { exitCode: EXIT.clean, themes: themes.map(summarise) });
    else shell.terminal.out(themes.map(describe).join("\n"));
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    const { diagnostics } = error;
    if (options.json) {
      const found = diagnosticsForJson(diagnostics, { prefix: "" });
      printJson(shell, { exitCode: EXIT.contentErrors, diagnostics: found });
    } else reportDiagnostics(shell, diagnostics, { prefix: "" });
    return EXIT.contentErrors;
  }
}

function summarise({ name, title, description, bodySizePt, print, languages }: Theme): object {
  return {
    name,
    title,
    description,
    paper: nameOf(print.paper),
    bodySizePt,
    images: print.images,
    languages,
  };
}

/** As `--paper` takes it. */
function nameOf(paper: string | undefined): string {
  if (paper === undefined) return "a4";
  const { name } = parsePaper(paper) ?? {};
  return name === undefined || name === "custom" ? paper : name;
}

function describe({ name, title, description, bodySizePt, print }: Theme): string {
  const named = nameOf(print.paper);
  const paper = /^\d/.test(named) ? `${named.replace("x", " × ")} mm` : named.toUpperCase();
  return [
    showControls(`${name}  (${title}; ${paper}, ${bodySizePt} pt)`),
    ...wrap(showControls(description), LINE_LENGTH - 4).map((line) => `    ${line}`),
    "",
  ].join("\n");
}

function wrap(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
