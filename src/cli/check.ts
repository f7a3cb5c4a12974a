import { checkBooks, checkPages } from "../build/check/check-books.ts";
import { addCauses, concerning } from "../build/plan/book-diagnostics.ts";
import { chooseBooks } from "../build/plan/choose-books.ts";
import { isOneLanguage } from "../build/plan/select-books.ts";
import { findStrays } from "../build/plan/stray-pages.ts";
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
import type { ExitCode, Shell } from "./terminal.ts";

export interface CheckOptions {
  /** Limits that are set for this call. */
  readonly limit?: SetLimits;
  readonly lang?: string;
  readonly theme?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `handpress check`: every problem that a build would tell, and those of pages in no book. */
export async function runCheck(
  shell: Shell,
  words: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(shell, words, [options.lang], options.limit);
  const { books, broken, everyBook } = chooseBooks(loaded, options.lang ?? "all", wanted);
  const isWhole = wanted.length === 0 && !isOneLanguage(options.lang);
  const checked = await checkBooks(shell, loaded, books, options.theme);
  const diagnostics = addCauses(loaded, [
    ...concerning(loaded, books, [...broken, ...findStrays(loaded, books, everyBook)], isWhole),
    ...checked.diagnostics,
    ...(isWhole ? await checkPages(shell, loaded, checked.wording) : []),
  ]);
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
