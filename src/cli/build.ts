import { join, relative } from "node:path";
import type { BrowserError } from "../browser/browser-error.ts";
import type { LoadedCurriculum } from "../build/load/load-curriculum.ts";
import type { BuiltBook, BuiltFile } from "../build/make/make-book.ts";
import {
  type BuildResult,
  isEmptyEdition,
  lacksSessions,
  listConflicts,
  makeBooks,
  nameOutput,
} from "../build/make/make-books.ts";
import {
  acceptMissing,
  addCauses,
  concerning,
  ignoreMissing,
} from "../build/plan/book-diagnostics.ts";
import { listEditions, nameLanguages, reportEmptyEditions } from "../build/plan/book-editions.ts";
import type { BrokenBook } from "../build/plan/broken-books.ts";
import {
  type BuildOptions,
  type BuildSettings,
  listIdleOptions,
  settleBuild,
} from "../build/plan/build-settings.ts";
import { chooseBooks } from "../build/plan/choose-books.ts";
import { type Book, isOneLanguage } from "../build/plan/select-books.ts";
import { listHandouts, selectSessions } from "../build/plan/select-sessions.ts";
import { recordBuild } from "../build/record/record-build.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locateFile, showControls } from "../diagnostics/format-diagnostic.ts";
import { SUMS_FILE } from "../provenance/render-sums.ts";
import { adviseOnSheets, describePaperNeed } from "./describe-sheets.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { withProgress } from "./progress.ts";
import { diagnosticsForJson, exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** `handpress build`: every book whose content allows it, and the problems of all. */
export async function runBuild(
  shell: Shell,
  words: readonly string[],
  options: BuildOptions,
  version: string,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(shell, words, [options.lang], options.limit);
  const settings = settleBuild(shell, loaded, {
    ...options,
    sourceDate: shell.environment.SOURCE_DATE_EPOCH,
  });
  for (const line of listIdleOptions(options, settings.formats)) shell.terminal.note(`${line}\n`);
  const { books: modules, broken, everyBook } = chooseBooks(loaded, options.lang, wanted);
  const names = everyBook.map(({ name }) => name);
  const isHandouts = options.session !== undefined;
  const handouts = isHandouts ? listHandouts(loaded.curriculum, everyBook, new Set(names)) : [];
  const ofModules = handouts.filter((one) => modules.some(({ module }) => module === one.module));
  const chosen = isHandouts
    ? selectSessions(ofModules, options.session ?? [], settings.editions, handouts)
    : modules;
  const taken = [...names, ...handouts.map(({ fileName }) => fileName)];
  const listed = listEditions(chosen, settings.editions, taken, settings.sheets.imposition);
  const books = settings.names === "language" ? nameLanguages(listed) : listed;
  const isWhole = wanted.length === 0 && !isHandouts;
  const forParticipants = books.filter(({ edition }) => edition === "participant");
  const known = [
    ...concerning(loaded, books, broken, isWhole && !isOneLanguage(options.lang)),
    ...reportEmptyEditions(forParticipants),
  ];
  const allowed = isHandouts
    ? ignoreMissing(known, books)
    : options.allowMissing
      ? acceptMissing(known, books)
      : known;
  const result = await withProgress(shell.terminal, options, (onBook) =>
    makeBooks(shell, loaded, settings, { ...options, onBook }, books, version),
  );
  const made = result.built.flatMap((one) => one.made);
  const recorded =
    made.length === 0
      ? undefined
      : await recordBuild(shell.fileSystem, settings.output, made, settings.outputWithin);
  const diagnostics = addCauses(loaded, [
    ...allowed,
    ...result.diagnostics,
    ...(recorded?.diagnostics ?? []),
  ]);
  const code = recorded?.machineFault ? EXIT.machine : endCode(result, diagnostics);
  const told = { ...result, broken, diagnostics, fingerprint: recorded?.fingerprint };
  if (options.json) {
    printJson(shell, describeForJson(shell, loaded, told, code));
  } else {
    reportDiagnostics(shell, diagnostics, loaded);
    reportBooks(shell, told, options.quiet === true);
    if (result.browserFault !== undefined) reportBrowser(shell, result.browserFault);
  }
  reportDefects(shell, result.built);
  return code;
}

/** @throws the first defect, when all that could be built has been built and told. */
function reportDefects(shell: Shell, built: readonly BuiltBook[]): void {
  const faulty = built.filter(({ defect }) => defect !== undefined);
  for (const { book } of faulty) {
    shell.terminal.note(`not built as a whole: ${nameOutput(book)} (a defect, see below)\n`);
  }
  if (faulty[0] !== undefined) throw faulty[0].defect;
}

function endCode(result: BuildResult, diagnostics: readonly Diagnostic[]): ExitCode {
  const lacks = result.browserFault !== undefined || result.built.some((one) => one.machineFault);
  return lacks ? EXIT.machine : exitCodeOf(diagnostics);
}

interface ToldResult extends BuildResult {
  readonly broken: readonly BrokenBook[];
  /** Of the output folder, where it could be written down. */
  readonly fingerprint: string | undefined;
}

function reportBooks(
  shell: Shell,
  { settings, built, skipped, broken, diagnostics, fingerprint }: ToldResult,
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
  const conflicts = listConflicts(skipped);
  const lines = skipped.map((book) => {
    const { module } = book;
    const others = conflicts.get(nameOutput(book))?.map((one) => one.module.page.path);
    const why = isEmptyEdition(book)
      ? "it is for trainers only"
      : others !== undefined
        ? `${others.join(" and ")} have one address, see above`
        : lacksSessions(book)
          ? `${plural(module.missingCount, "session")} missing, see above; --allow-missing builds it all the same`
          : "see above";
    return showControls(`not built: ${nameOutput(book)} (${why})`);
  });
  for (const line of new Set(lines)) shell.terminal.note(`${line}\n`);
  for (const { language, name, place } of broken) {
    const line = `not built: ${language}/${name} (its page could not be read: ${place})`;
    shell.terminal.note(`${showControls(line)}\n`);
  }
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
  result: ToldResult,
  exitCode: ExitCode,
): object {
  const built = result.built.map(({ book, title, files, isRefused }) => ({
    language: book.module.language,
    module: book.name,
    ...(book.handout === undefined ? {} : { session: book.handout.name }),
    edition: book.edition,
    title,
    ...(isRefused === true ? { mayBeForTrainers: true } : {}),
    files: files.map((file) => ({ ...file, path: shownPath(shell, file.path) })),
  }));
  const conflicts = listConflicts(result.skipped);
  const skipped = result.skipped.map((book) => ({
    language: book.module.language,
    module: book.name,
    ...(book.handout === undefined ? {} : { session: book.handout.name }),
    edition: book.edition,
    missingSessions: book.module.missingCount,
    ...(isEmptyEdition(book) ? { forTrainersOnly: true } : {}),
    ...(conflicts.has(nameOutput(book))
      ? { page: locateFile(book.module.page.path, loaded.prefix) }
      : {}),
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
