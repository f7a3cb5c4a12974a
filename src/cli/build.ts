import { join, relative } from "node:path";
import type { BrowserError } from "../browser/browser-error.ts";
import type { BuildResult } from "../build/build-result.ts";
import { CurriculumContext } from "../build/curriculum-context.ts";
import type { LoadedCurriculum } from "../build/load/load-curriculum.ts";
import type { BuiltBook, BuiltFile } from "../build/make/book-tools.ts";
import { type BuildSettings, settleFormats } from "../build/plan/build-settings.ts";
import { nameOutput, type SkippedBook } from "../build/plan/plan-build.ts";
import type { Book } from "../build/plan/select-books.ts";
import { locateFile, showControls } from "../diagnostics/format-diagnostic.ts";
import { withoutCache } from "../host/host.ts";
import { SUMS_FILE } from "../provenance/render-sums.ts";
import {
  type BuildOptions,
  listIdleOptions,
  readBuildRequest,
  refuseIdleSheets,
} from "./build-request.ts";
import { adviseOnSheets, describePaperNeed } from "./describe-sheets.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { withProgress } from "./progress.ts";
import type { BuildEnd } from "./repeat-build.ts";
import { diagnosticsForJson, exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** `handpress build`: every book whose content allows it, and the problems of all. */
export async function runBuild(
  shell: Shell,
  words: readonly string[],
  options: BuildOptions,
  version: string,
): Promise<BuildEnd> {
  const { loaded, wanted } = await openCurriculum(shell, words, [options.lang], options.limit);
  const request = readBuildRequest(options, wanted, shell.environment.SOURCE_DATE_EPOCH);
  const formats = settleFormats(request, loaded.configuration);
  refuseIdleSheets(options, formats);
  for (const line of listIdleOptions(options, formats)) shell.terminal.note(`${line}\n`);
  const host = options.cache === false ? withoutCache(shell) : shell;
  const context = new CurriculumContext(host, loaded, { version, browser: options.browser });
  let result: BuildResult;
  try {
    result = await withProgress(shell.terminal, options, (onBook) =>
      context.build(request, { onBook }),
    );
  } finally {
    await context.close();
  }
  const code = result.machineFault ? EXIT.machine : exitCodeOf(result.diagnostics);
  if (options.json) {
    printJson(shell, describeForJson(shell, loaded, result, code));
  } else {
    reportDiagnostics(shell, result.diagnostics, loaded);
    reportBooks(shell, result, options.quiet === true);
    if (result.browserFault !== undefined) reportBrowser(shell, result.browserFault);
  }
  reportDefects(shell, result.built);
  // What is told of the output folder as it was before holds once.
  const isAboutOutput = result.diagnostics.some((one) => one.code.startsWith("OUT"));
  const isRepeatable = !isAboutOutput && loaded.configuration.cache !== false;
  return { code, isRepeatable };
}

/** @throws the first defect, when all that could be built has been built and told. */
function reportDefects(shell: Shell, built: readonly BuiltBook[]): void {
  const faulty = built.filter(({ defect }) => defect !== undefined);
  for (const { book } of faulty) {
    shell.terminal.note(`not built as a whole: ${nameOutput(book)} (a defect, see below)\n`);
  }
  if (faulty[0] !== undefined) throw faulty[0].defect;
}

function reportBooks(
  shell: Shell,
  { settings, built, skipped, broken, diagnostics, fingerprint }: BuildResult,
  isQuiet: boolean,
): void {
  const hasProblems = diagnostics.length > 0;
  const files = built.flatMap((one) => one.files);
  if (built.length + skipped.length + broken.length === 0 && !hasProblems) {
    shell.terminal.note(
      "No module is here, so nothing was built. A page becomes a module by `layout: module` in its header.\n",
    );
  }
  if (!isQuiet) {
    if (files.length > 0 && hasProblems) shell.terminal.note("\n");
    const shown = built.flatMap(({ book, files: own }) =>
      own.map((file) => ({
        path: shownPath(shell, file.path),
        description: describeFile(file, book, settings),
      })),
    );
    const width = shown
      .map(({ path }) => path.length)
      .reduce((most, each) => Math.max(most, each), 0);
    for (const { path, description } of shown) {
      shell.terminal.out(`${path.padEnd(width)}  ${description}\n`);
    }
    if (files.length > 0) {
      const count = built.filter((one) => one.files.length > 0).length;
      shell.terminal.out(`${plural(files.length, "file")} of ${plural(count, "book")}.\n`);
      if (fingerprint !== undefined) {
        shell.terminal.out(
          `Sums for \`${shell.command} verify\`: ${shownPath(shell, join(settings.output, SUMS_FILE))}\n`,
        );
      }
      for (const line of adviseOnPaper({ settings, built })) shell.terminal.out(`${line}\n`);
    }
  }
  for (const { book } of built.filter(({ isRefused }) => isRefused === true)) {
    const line = `not built: ${nameOutput(book)} (a part of it may be for trainers, see above)`;
    shell.terminal.note(`${showControls(line)}\n`);
  }
  const lines = skipped.map((one) =>
    showControls(`not built: ${nameOutput(one.book)} (${explainSkipped(one)})`),
  );
  for (const line of new Set(lines)) shell.terminal.note(`${line}\n`);
  for (const { language, name, place } of broken) {
    const line = `not built: ${language}/${name} (its page could not be read: ${place})`;
    shell.terminal.note(`${showControls(line)}\n`);
  }
}

function explainSkipped({ book, why, conflicts = [] }: SkippedBook): string {
  if (why === "for-trainers") return "it is for trainers only";
  if (why === "conflict") return `${conflicts.join(" and ")} have one address, see above`;
  if (why === "theme") return "see above";
  return `${plural(book.module.missingCount, "session")} missing, see above; --allow-missing builds it all the same`;
}

/** How the PDFs that were made are printed, where it is not plain. */
function adviseOnPaper({
  settings,
  built,
}: Pick<BuildResult, "settings" | "built">): readonly string[] {
  const files = built.flatMap((one) => one.files);
  return adviseOnSheets(
    settings.sheets,
    files.flatMap(({ pageCount }) => pageCount ?? []),
  );
}

function describeFile(
  { sizeBytes, pageCount, sheets = 0, ...need }: BuiltFile,
  { edition }: Book,
  settings: BuildSettings,
): string {
  const size = `${Math.max(1, Math.round(sizeBytes / 1000))} kB`;
  if (pageCount === undefined) return size;
  const paper = describePaperNeed({ ...need, sheets }, pageCount, edition, settings);
  return `${plural(pageCount, "page")}, ${paper}, ${size}`;
}

function shownPath(shell: Shell, path: string): string {
  const way = relative(shell.cwd, path);
  return way.startsWith("..") && way.length > path.length ? path : way.replaceAll("\\", "/");
}

function reportBrowser(shell: Shell, fault: BrowserError): void {
  shell.terminal.note(`\nhandpress: no PDF was made. ${fault.message}\n`);
  for (const detail of fault.details) shell.terminal.note(`  - ${detail}\n`);
  shell.terminal.note(
    `  hint: EPUB books need no browser. \`${shell.command} doctor\` looks again.\n`,
  );
}

function describeForJson(
  shell: Shell,
  loaded: LoadedCurriculum,
  result: BuildResult,
  exitCode: ExitCode,
): object {
  const built = result.built.map(({ book, title, files, isRefused }) => ({
    language: book.module.language,
    module: book.name,
    ...(book.offprint === undefined ? {} : { session: book.offprint.name }),
    edition: book.edition,
    title,
    ...(isRefused === true ? { mayBeForTrainers: true } : {}),
    files: files.map((file) => ({ ...file, path: shownPath(shell, file.path) })),
  }));
  const skipped = result.skipped.map(({ book, why }) => ({
    language: book.module.language,
    module: book.name,
    ...(book.offprint === undefined ? {} : { session: book.offprint.name }),
    edition: book.edition,
    missingSessions: book.module.missingCount,
    ...(why === "for-trainers" ? { forTrainersOnly: true } : {}),
    ...(why === "conflict" ? { page: locateFile(book.module.page.path, loaded.prefix) } : {}),
  }));
  const unread = result.broken.map(({ language, name, path }) => ({
    language,
    module: name,
    unreadable: locateFile(path, loaded.prefix),
  }));
  const advice = adviseOnPaper(result).join(" ");
  return {
    exitCode,
    built,
    notBuilt: [...skipped, ...unread],
    ...(advice === "" ? {} : { printing: advice }),
    ...(result.fingerprint === undefined
      ? {}
      : {
          sums: {
            path: shownPath(shell, join(result.settings.output, SUMS_FILE)),
            fingerprint: result.fingerprint,
          },
        }),
    ...(result.browserFault === undefined
      ? {}
      : { browser: { problem: result.browserFault.message, ways: result.browserFault.details } }),
    diagnostics: diagnosticsForJson(result.diagnostics, loaded),
  };
}
