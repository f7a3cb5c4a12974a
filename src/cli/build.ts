import { join, relative } from "node:path";
import type { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locateFile, showControls } from "../diagnostics/format-diagnostic.ts";
import { SUMS_FILE } from "../provenance/render-sums.ts";
import { acceptMissing, addCauses, concerning, ignoreMissing } from "./book-diagnostics.ts";
import { listEditions, nameLanguages, reportEmptyEditions } from "./book-editions.ts";
import type { BrokenBook } from "./broken-books.ts";
import type { BuiltBook, BuiltFile } from "./build-book.ts";
import {
  type BuildResult,
  buildBooks,
  isEmptyEdition,
  lacksSessions,
  listRivals,
  nameOutput,
} from "./build-books.ts";
import {
  type BuildOptions,
  type BuildSettings,
  listIdleOptions,
  settleBuild,
} from "./build-settings.ts";
import { chooseBooks } from "./choose-books.ts";
import { adviseOnSheets, describePaperNeed } from "./describe-sheets.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { recordBuild } from "./record-build.ts";
import { diagnosticsForJson, exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import { type Book, isOneLanguage } from "./select-books.ts";
import { listHandouts, selectSessions } from "./select-sessions.ts";
import { EXIT, type ExitCode, type Machine } from "./terminal.ts";

/** `handpress build`: every book whose content allows it, and the problems of all. */
export async function runBuild(
  machine: Machine,
  words: readonly string[],
  options: BuildOptions,
  version: string,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(machine, words, [options.lang], options.limit);
  const settings = settleBuild(machine, loaded, options);
  for (const line of listIdleOptions(options, settings.formats)) machine.terminal.note(`${line}\n`);
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
  const result = await buildBooks(machine, loaded, settings, options, books, version);
  const made = result.built.flatMap((one) => one.made);
  const recorded =
    made.length === 0
      ? undefined
      : await recordBuild(machine.world, settings.output, made, settings.outputWithin);
  const diagnostics = addCauses(loaded, [
    ...allowed,
    ...result.diagnostics,
    ...(recorded?.diagnostics ?? []),
  ]);
  const code = recorded?.machineFault ? EXIT.machine : endCode(result, diagnostics);
  const told = { ...result, broken, diagnostics, fingerprint: recorded?.fingerprint };
  if (options.json) {
    printJson(machine, describeForJson(machine, loaded, told, code));
  } else {
    reportDiagnostics(machine, diagnostics, loaded);
    reportBooks(machine, told, options.quiet === true);
    if (result.browserFault !== undefined) reportBrowser(machine, result.browserFault);
  }
  reportDefects(machine, result.built);
  return code;
}

/** @throws the first defect, when all that could be built has been built and told. */
function reportDefects(machine: Machine, built: readonly BuiltBook[]): void {
  const faulty = built.filter(({ defect }) => defect !== undefined);
  for (const { book } of faulty) {
    machine.terminal.note(`not built as a whole: ${nameOutput(book)} (a defect, see below)\n`);
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
  machine: Machine,
  { settings, built, skipped, broken, diagnostics, fingerprint }: ToldResult,
  isQuiet: boolean,
): void {
  const hasProblems = diagnostics.length > 0;
  const files = built.flatMap((one) => one.files);
  if (built.length + skipped.length + broken.length === 0 && !hasProblems) {
    machine.terminal.note(
      "No module is here, so nothing was built. A page becomes a module by `layout: module` in its header.\n",
    );
  }
  if (!isQuiet) {
    if (files.length > 0 && hasProblems) machine.terminal.note("\n");
    const shown = built.flatMap(({ book, files: own }) =>
      own.map((file) => ({
        path: shownPath(machine, file.path),
        description: describeFile(file, book, settings),
      })),
    );
    const width = shown
      .map(({ path }) => path.length)
      .reduce((most, each) => Math.max(most, each), 0);
    for (const { path, description } of shown) {
      machine.terminal.out(`${path.padEnd(width)}  ${description}\n`);
    }
    if (files.length > 0) {
      const count = built.filter((one) => one.files.length > 0).length;
      machine.terminal.out(`${plural(files.length, "file")} of ${plural(count, "book")}.\n`);
      if (fingerprint !== undefined) {
        machine.terminal.out(
          `Sums for \`${machine.command} verify\`: ${shownPath(machine, join(settings.output, SUMS_FILE))}\n`,
        );
      }
      for (const line of adviseOnPaper({ settings, built })) machine.terminal.out(`${line}\n`);
    }
  }
  for (const { book } of built.filter(({ isRefused }) => isRefused === true)) {
    const line = `not built: ${nameOutput(book)} (a part of it may be for trainers, see above)`;
    machine.terminal.note(`${showControls(line)}\n`);
  }
  const rivals = listRivals(skipped);
  const lines = skipped.map((book) => {
    const { module } = book;
    const others = rivals.get(nameOutput(book))?.map((one) => one.module.page.path);
    const why = isEmptyEdition(book)
      ? "it is for trainers only"
      : others !== undefined
        ? `${others.join(" and ")} have one address, see above`
        : lacksSessions(book)
          ? `${plural(module.missingCount, "session")} missing, see above; --allow-missing builds it all the same`
          : "see above";
    return showControls(`not built: ${nameOutput(book)} (${why})`);
  });
  for (const line of new Set(lines)) machine.terminal.note(`${line}\n`);
  for (const { language, name, place } of broken) {
    const line = `not built: ${language}/${name} (its page could not be read: ${place})`;
    machine.terminal.note(`${showControls(line)}\n`);
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

function shownPath(machine: Machine, path: string): string {
  const way = relative(machine.cwd, path);
  return way.startsWith("..") && way.length > path.length ? path : way.replaceAll("\\", "/");
}

function reportBrowser(machine: Machine, fault: BrowserError): void {
  machine.terminal.note(`\nhandpress: no PDF was made. ${fault.message}\n`);
  for (const detail of fault.details) machine.terminal.note(`  - ${detail}\n`);
  machine.terminal.note(
    `  hint: EPUB books need no browser. \`${machine.command} doctor\` looks again.\n`,
  );
}

function describeForJson(
  machine: Machine,
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
    files: files.map((file) => ({ ...file, path: shownPath(machine, file.path) })),
  }));
  const rivals = listRivals(result.skipped);
  const skipped = result.skipped.map((book) => ({
    language: book.module.language,
    module: book.name,
    ...(book.handout === undefined ? {} : { session: book.handout.name }),
    edition: book.edition,
    missingSessions: book.module.missingCount,
    ...(isEmptyEdition(book) ? { forTrainersOnly: true } : {}),
    ...(rivals.has(nameOutput(book))
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
            path: shownPath(machine, join(result.settings.output, SUMS_FILE)),
            fingerprint: result.fingerprint,
          },
        }),
    ...(result.browserFault === undefined
      ? {}
      : { browser: { problem: result.browserFault.message, ways: result.browserFault.details } }),
    diagnostics: diagnosticsForJson(result.diagnostics, loaded),
  };
}
