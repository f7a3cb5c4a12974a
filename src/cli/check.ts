import { CurriculumContext } from "../build/curriculum-context.ts";
import type { SetLimits } from "../source/limits.ts";
import { openCurriculum } from "./open-curriculum.ts";
import {
  countProblems,
  diagnosticsForJson,
  exitCodeOf,
  plural,
  printJson,
  reportDiagnostics,
} from "./report.ts";
import type { CommonOptions, ExitCode, Shell } from "./terminal.ts";

export interface CheckOptions extends CommonOptions {
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
  readonly lang?: string;
  readonly theme?: string;
}

/** `handpress check`: every problem that a build would tell, and those of pages in no book. */
export async function runCheck(
  shell: Shell,
  words: readonly string[],
  options: CheckOptions,
  version: string,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(shell, words, [options.lang], options.limit);
  const context = new CurriculumContext(shell, loaded, { version });
  const choice = { modules: wanted, language: options.lang, theme: options.theme };
  const { books, diagnostics } = await context.check(choice);
  const code = exitCodeOf(diagnostics);
  if (options.json) {
    const found = diagnosticsForJson(diagnostics, loaded);
    printJson(shell, { exitCode: code, pages: loaded.pages.length, diagnostics: found });
    return code;
  }
  reportDiagnostics(shell, diagnostics, loaded);
  if (!options.quiet && diagnostics.length === 0) {
    const pages = plural(loaded.pages.length, "page");
    shell.terminal.out(`${pages}, ${plural(books.length, "book")}: ${countProblems([])}.\n`);
  }
  return code;
}
