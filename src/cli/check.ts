import { createResolver } from "../curriculum/resolver.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PageDocument } from "../markup/document.ts";
import { readMarkup } from "../markup/markup.ts";
import { preparePrintDocument } from "../pdf/print-preparation.ts";
import { assemblePublication } from "../publication/assemble-publication.ts";
import { reviewReaders } from "../publication/review-readers.ts";
import type { SetLimits } from "../source/limits.ts";
import type { Theme } from "../theme/theme.ts";
import { ThemeError } from "../theme/theme-error.ts";
import type { Wording } from "../wording/wording.ts";
import { addCauses, concerning } from "./book-diagnostics.ts";
import { isForTrainersOnly, reportEmptyEditions } from "./book-editions.ts";
import { chooseBooks } from "./choose-books.ts";
import { type CompiledBook, compileBook, prepareImages } from "./compile-book.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { renderForEpub } from "./make-epub.ts";
import { openBrand } from "./open-brand.ts";
import { openCurriculum } from "./open-curriculum.ts";
import { openFonts } from "./open-fonts.ts";
import { openTheme } from "./open-theme.ts";
import { wordingOf } from "./open-vocabulary.ts";
import { listSources } from "./prepare-print.ts";
import {
  countProblems,
  diagnosticsForJson,
  exitCodeOf,
  plural,
  printJson,
  reportDiagnostics,
} from "./report.ts";
import { reportMissingWords } from "./report-words.ts";
import { type Book, isOneLanguage } from "./select-books.ts";
import { settleSheets } from "./sheet-settings.ts";
import { findStrays } from "./stray-pages.ts";
import type { ExitCode, Machine } from "./terminal.ts";
import { readThemePaper } from "./theme-paper.ts";

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
  machine: Machine,
  words: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const { loaded, wanted } = await openCurriculum(machine, words, [options.lang], options.limit);
  const { books, broken, everyBook } = chooseBooks(loaded, options.lang ?? "all", wanted);
  const isWhole = wanted.length === 0 && !isOneLanguage(options.lang);
  const checked = await checkBooks(machine, loaded, books, options.theme);
  const diagnostics = addCauses(loaded, [
    ...concerning(loaded, books, [...broken, ...findStrays(loaded, books, everyBook)], isWhole),
    ...checked.diagnostics,
    ...(isWhole ? await checkPages(machine, loaded, checked.wording) : []),
  ]);
  const code = exitCodeOf(diagnostics);
  if (options.json) {
    const found = diagnosticsForJson(diagnostics, loaded);
    printJson(machine, { exitCode: code, pages: loaded.pages.length, diagnostics: found });
    return code;
  }
  reportDiagnostics(machine, diagnostics, loaded);
  if (!options.quiet && diagnostics.length === 0) {
    const pages = plural(loaded.pages.length, "page");
    machine.terminal.out(`${pages}, ${plural(books.length, "book")}: ${countProblems([])}.\n`);
  }
  return code;
}

async function checkBooks(
  machine: Machine,
  loaded: LoadedCurriculum,
  books: readonly Book[],
  themeName: string | undefined,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly wording: Wording }> {
  const diagnostics: Diagnostic[] = [];
  let { wording } = loaded;
  try {
    const plain = await openTheme(machine, loaded, themeName);
    wording = wordingOf(loaded, plain);
    const { theme, diagnostics: branding } = await openBrand(machine, loaded, plain);
    for (const one of branding) diagnostics.push(one);
    const { page: paper } = settleSheets({}, loaded.configuration, readThemePaper(theme));
    if (!theme.isBundled)
      for (const book of books) await rehearse(machine, loaded, book, theme, wording);
    const fonts = await openFonts(machine, loaded);
    for (const one of reportMissingWords(theme, books)) diagnostics.push(one);
    for (const one of reportEmptyEditions(books)) diagnostics.push(one);
    const settings = { links: loaded.configuration.links ?? "notes" };
    for (const book of books) {
      const compiled = await compileBook(machine, loaded, book, settings, wording);
      for (const one of compiled.diagnostics) diagnostics.push(one);
      for (const one of checkParticipants(loaded, book, compiled)) diagnostics.push(one);
      const { publication, images } = compiled;
      const sources = listSources(loaded, publication);
      const options = { paper, images, fonts, sources };
      for (const one of preparePrintDocument(publication, theme, options).diagnostics)
        diagnostics.push(one);
    }
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    for (const one of error.diagnostics) diagnostics.push(one);
  }
  return { diagnostics, wording };
}

/** What a theme of one's own makes of a book's other format. @throws ThemeError. */
async function rehearse(
  machine: Machine,
  loaded: LoadedCurriculum,
  book: Book,
  theme: Theme,
  wording: Wording,
) {
  const settings = { links: loaded.configuration.links ?? "notes" };
  const { publication } = await compileBook(machine, loaded, book, settings, wording, new Map());
  await renderForEpub(publication, theme);
}

/** What only the participant's edition shows: all else is the same in both and told once. */
function checkParticipants(
  { configuration }: LoadedCurriculum,
  book: Book,
  { plan, imprint }: CompiledBook,
): readonly Diagnostic[] {
  if (isForTrainersOnly(book)) return [];
  const isMade = configuration.editions?.includes("participant") === true;
  const found = assemblePublication({ ...plan, edition: "participant" }, imprint).diagnostics;
  return isMade ? [...found, ...reviewReaders(plan)] : found;
}

/** Every page, also one that no module lists: it may be on its way into a book. */
async function checkPages(
  machine: Machine,
  loaded: LoadedCurriculum,
  wording: Wording,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, PageDocument>();
  for (const page of loaded.pages) {
    const read = readMarkup(
      page,
      createResolver(loaded.curriculum, page),
      wording,
      loaded.configuration.limits,
    );
    documents.set(page.path, read.value);
    for (const one of read.diagnostics) diagnostics.push(one);
  }
  const { language } = loaded.configuration;
  const images = await prepareImages(machine, loaded, documents, language);
  return [...diagnostics, ...images.diagnostics];
}
