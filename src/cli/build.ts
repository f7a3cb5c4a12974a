import { relative } from "node:path";
import type { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ThemeError } from "../theme/theme-error.ts";
import { acceptMissing, concerning, ignoreMissing } from "./book-diagnostics.ts";
import { isForTrainersOnly, listEditions, reportEmptyEditions } from "./book-editions.ts";
import { type BookTools, type BuiltBook, type BuiltFile, buildBook } from "./build-book.ts";
import {
  type BuildOptions,
  type BuildSettings,
  listIdleOptions,
  settleBuild,
} from "./build-settings.ts";
import { adviseOnSheets, describePaperNeed } from "./describe-sheets.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { openBrand } from "./open-brand.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { openFonts } from "./open-fonts.ts";
import { openTheme } from "./open-theme.ts";
import { openPageMemory } from "./page-memory.ts";
import { createPress } from "./press.ts";
import { createProgress } from "./progress.ts";
import { diagnosticsForJson, exitCodeOf, plural, printJson, reportDiagnostics } from "./report.ts";
import { reportMissingWords } from "./report-words.ts";
import { type Book, isOneLanguage, listBooks, selectBooks } from "./select-books.ts";
import { listHandouts, selectSessions } from "./select-sessions.ts";
import { settleSheets } from "./sheet-settings.ts";
import { EXIT, type ExitCode, type Machine } from "./terminal.ts";
import { readThemePaper } from "./theme-paper.ts";
import { tidyOutput } from "./tidy-output.ts";

/** Two books at a time: the browser prints two pages at once. */
const BOOKS_AT_ONCE = 2;

/** What a build came to. */
interface BuildResult {
  /** With which the books were made. */
  readonly settings: BuildSettings;
  readonly built: readonly BuiltBook[];
  readonly skipped: readonly Book[];
  readonly diagnostics: readonly Diagnostic[];
  readonly browserFault: BrowserError | undefined;
}

/** `handpress build`: every book whose content allows it, and the problems of all. */
export async function runBuild(
  machine: Machine,
  words: readonly string[],
  options: BuildOptions,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(machine, words);
  const settings = settleBuild(machine, loaded, options);
  for (const line of listIdleOptions(options, settings.formats)) machine.terminal.note(`${line}\n`);
  const everyBook = listBooks(loaded.curriculum, "all");
  const names = everyBook.map(({ name }) => name);
  const modules = selectBooks(listBooks(loaded.curriculum, options.lang), wanted, everyBook);
  const isHandouts = options.session !== undefined;
  const handouts = isHandouts ? listHandouts(loaded.curriculum, everyBook, new Set(names)) : [];
  const ofModules = handouts.filter((one) => modules.some(({ module }) => module === one.module));
  const chosen = isHandouts
    ? selectSessions(ofModules, options.session ?? [], settings.editions, handouts)
    : modules;
  const taken = [...names, ...handouts.map(({ fileName }) => fileName)];
  const books = listEditions(chosen, settings.editions, taken, settings.sheets.imposition);
  const isWhole = wanted.length === 0 && !isHandouts;
  const forParticipants = books.filter(({ edition }) => edition === "participant");
  const known = [
    ...concerning(loaded, books, isWhole && !isOneLanguage(options.lang)),
    ...reportEmptyEditions(forParticipants),
  ];
  const allowed = isHandouts
    ? ignoreMissing(known, books)
    : options.allowMissing
      ? acceptMissing(known, books)
      : known;
  const result = await buildAll(machine, loaded, settings, options, books);
  const diagnostics = [...allowed, ...result.diagnostics];
  const code = endCode(result, diagnostics);
  if (options.json) {
    printJson(machine, describeForJson(machine, loaded, { ...result, diagnostics }, code));
  } else {
    reportDiagnostics(machine, diagnostics, loaded);
    reportBooks(machine, { ...result, diagnostics }, options.quiet === true);
    if (result.browserFault !== undefined) reportBrowser(machine, result.browserFault);
  }
  reportDefects(machine, result.built);
  return code;
}

/** @throws the first defect, when all that could be built has been built and told. */
function reportDefects(machine: Machine, built: readonly BuiltBook[]): void {
  const faulty = built.filter(({ defect }) => defect !== undefined);
  for (const { book } of faulty) {
    machine.terminal.note(
      `not built as a whole: ${book.module.language}/${book.fileName} (a defect, see below)\n`,
    );
  }
  if (faulty[0] !== undefined) throw faulty[0].defect;
}

async function buildAll(
  machine: Machine,
  loaded: LoadedCurriculum,
  settings: BuildSettings,
  options: BuildOptions,
  books: readonly Book[],
): Promise<BuildResult> {
  const skipped = books.filter(
    (book) => isEmptyEdition(book) || (lacksSessions(book) && !options.allowMissing),
  );
  const chosen = books.filter((book) => !skipped.includes(book));
  const nothing = { settings, built: [], skipped, diagnostics: [], browserFault: undefined };
  if (chosen.length === 0) return nothing;
  const press = createPress(options.browser, settings.printLimits);
  const progress = createProgress(
    machine.terminal,
    options.quiet === true || options.json === true,
  );
  try {
    await tidyOutput(machine, loaded, settings);
    const plain = await openTheme(machine, loaded, options.theme);
    const { theme, logo, diagnostics: branding } = await openBrand(machine, loaded, plain);
    const sheets = settleSheets(options, loaded.configuration, readThemePaper(theme));
    const dressed = { ...settings, sheets };
    const fonts = await openFonts(machine, loaded);
    const pages = await openPageMemory(machine);
    const tools: BookTools = {
      machine,
      loaded,
      settings: dressed,
      theme,
      logo,
      fonts,
      press,
      pages,
    };
    if (!theme.isBundled) {
      const { rehearseBooks } = await import("./rehearse-books.ts");
      await rehearseBooks(tools, chosen);
    }
    // The browser starts while the first book is read.
    if (settings.formats.includes("pdf")) void press.start();
    let done = 0;
    const built = await mapAtOnce(chosen, BOOKS_AT_ONCE, async (book) => {
      progress.show(`[${done + 1}/${chosen.length}] ${book.module.language}/${book.fileName}`);
      const result = await buildBook(tools, book);
      done += 1;
      return result;
    });
    await pages.keep();
    await tidyOutput(machine, loaded, settings);
    const wordless = reportMissingWords(theme, chosen);
    const diagnostics = [...branding, ...wordless, ...built.flatMap((one) => one.diagnostics)];
    return { settings: dressed, built, skipped, diagnostics, browserFault: press.fault };
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    return { ...nothing, skipped: books, diagnostics: error.diagnostics };
  } finally {
    progress.clear();
    await press.close();
  }
}

/** What the module lacks beside one session does not keep that from being printed. */
function lacksSessions({ module, handout }: Book): boolean {
  return handout === undefined && module.missingCount > 0;
}

function isEmptyEdition(book: Book): boolean {
  return book.edition === "participant" && isForTrainersOnly(book);
}

/** Like `Promise.all(items.map(act))`, with so many at a time; results in the items' order. */
async function mapAtOnce<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [at, item] of waiting) results[at] = await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function endCode(result: BuildResult, diagnostics: readonly Diagnostic[]): ExitCode {
  const lacks = result.browserFault !== undefined || result.built.some((one) => one.machineFault);
  return lacks ? EXIT.machine : exitCodeOf(diagnostics);
}

function reportBooks(
  machine: Machine,
  { settings, built, skipped, diagnostics }: BuildResult,
  isQuiet: boolean,
): void {
  const hasProblems = diagnostics.length > 0;
  const files = built.flatMap((one) => one.files);
  if (!isQuiet) {
    if (files.length > 0 && hasProblems) machine.terminal.note("\n");
    const shown = built.flatMap(({ book, files: own }) =>
      own.map((file) => ({
        path: shownPath(machine, file),
        description: describeFile(file, book, settings),
      })),
    );
    const width = Math.max(0, ...shown.map(({ path }) => path.length));
    for (const { path, description } of shown) {
      machine.terminal.out(`${path.padEnd(width)}  ${description}\n`);
    }
    if (files.length > 0) {
      const count = built.filter((one) => one.files.length > 0).length;
      machine.terminal.out(`${plural(files.length, "file")} of ${plural(count, "book")}.\n`);
      const pageCounts = files.flatMap(({ pageCount }) => pageCount ?? []);
      for (const line of adviseOnSheets(settings.sheets, pageCounts)) {
        machine.terminal.out(`${line}\n`);
      }
    }
  }
  for (const book of skipped) {
    const { module, fileName } = book;
    const why = isEmptyEdition(book)
      ? "it is for trainers only"
      : lacksSessions(book)
        ? `${plural(module.missingCount, "session")} missing, see above; --allow-missing builds it all the same`
        : "see above";
    machine.terminal.note(`not built: ${module.language}/${fileName} (${why})\n`);
  }
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

function shownPath(machine: Machine, { path }: BuiltFile): string {
  const way = relative(machine.cwd, path);
  return way.startsWith("..") && way.length > path.length ? path : way.replaceAll("\\", "/");
}

function reportBrowser(machine: Machine, fault: BrowserError): void {
  machine.terminal.note(`\nhandpress: no PDF was made. ${fault.message}\n`);
  for (const detail of fault.details) machine.terminal.note(`  - ${detail}\n`);
  machine.terminal.note("  hint: EPUB books need no browser. `handpress doctor` looks again.\n");
}

function describeForJson(
  machine: Machine,
  loaded: LoadedCurriculum,
  result: BuildResult,
  exitCode: ExitCode,
): object {
  const built = result.built.map(({ book, title, files }) => ({
    language: book.module.language,
    module: book.name,
    ...(book.handout === undefined ? {} : { session: book.handout.name }),
    edition: book.edition,
    title,
    files: files.map((file) => ({ ...file, path: shownPath(machine, file) })),
  }));
  const skipped = result.skipped.map((book) => ({
    language: book.module.language,
    module: book.name,
    ...(book.handout === undefined ? {} : { session: book.handout.name }),
    edition: book.edition,
    missingSessions: book.module.missingCount,
    ...(isEmptyEdition(book) ? { forTrainersOnly: true } : {}),
  }));
  return {
    exitCode,
    built,
    notBuilt: skipped,
    ...(result.browserFault === undefined
      ? {}
      : { browser: { problem: result.browserFault.message, ways: result.browserFault.details } }),
    diagnostics: diagnosticsForJson(result.diagnostics, loaded.prefix),
  };
}
