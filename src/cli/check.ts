import type { WorkEnd } from "../api/repeat-work.ts";
import { type CurriculumOptions, openCurriculum } from "./open-curriculum.ts";
import {
  countProblems,
  diagnosticsForJson,
  exitCodeOf,
  plural,
  printJson,
  reportDiagnostics,
} from "./report.ts";
import type { ExitCode, Shell } from "./terminal.ts";

export interface CheckOptions extends CurriculumOptions {
  readonly theme?: string;
}

/** `handpress check`: every problem that a build would tell, and those of pages in no book. */
export async function runCheck(
  shell: Shell,
  words: readonly string[],
  options: CheckOptions,
): Promise<WorkEnd<ExitCode>> {
  const curriculum = await openCurriculum(shell, words, options);
  const { lang: language, theme } = options;
  const { books, diagnostics } = await curriculum.check({ language, theme });
  const code = exitCodeOf(diagnostics);
  const end = { told: code, isRepeatable: curriculum.isKept };
  if (options.json) {
    const found = diagnosticsForJson(diagnostics, curriculum);
    printJson(shell, { exitCode: code, pages: curriculum.pageCount, diagnostics: found });
    return end;
  }
  reportDiagnostics(shell, diagnostics, curriculum);
  if (!options.quiet && diagnostics.length === 0) {
    const pages = plural(curriculum.pageCount, "page");
    shell.terminal.out(`${pages}, ${plural(books.length, "book")}: ${countProblems([])}.\n`);
  }
  return end;
}
