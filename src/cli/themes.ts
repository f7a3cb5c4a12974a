import { type ListedTheme, listThemes } from "../api/list-themes.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { LINE, wrapText } from "./lines.ts";
import { diagnosticsForJson, exitCodeOf, printJson, reportDiagnostics } from "./report.ts";
import type { CommonOptions, ExitCode, Shell } from "./terminal.ts";

export interface ThemesOptions extends CommonOptions {
  readonly theme?: string;
}

/** `handpress themes`: what comes with the product, what each is for, and a folder of one's own. */
export async function runThemes(shell: Shell, options: ThemesOptions): Promise<ExitCode> {
  const { themes, diagnostics } = await listThemes(shell, options.theme);
  const exitCode = exitCodeOf(diagnostics);
  const source = { prefix: "" };
  if (options.json) {
    const found =
      themes.length > 0 ? { themes } : { diagnostics: diagnosticsForJson(diagnostics, source) };
    printJson(shell, { exitCode, ...found });
  } else {
    reportDiagnostics(shell, diagnostics, source);
    shell.terminal.out(themes.map(describe).join("\n"));
  }
  return exitCode;
}

function describe({ name, title, description, bodySizePt, paper: written }: ListedTheme): string {
  const paper = /^\d/.test(written) ? `${written.replace("x", " × ")} mm` : written.toUpperCase();
  const head = showControls(`${name}  (${title}; ${paper}, ${bodySizePt} pt)`);
  const lines = wrapText(showControls(description), LINE - 4).map((line) => `    ${line}\n`);
  return `${head}\n${lines.join("")}`;
}
