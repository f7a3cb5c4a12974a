import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FontSet } from "../../font/load-fonts.ts";
import type { PageDocument } from "../../markup/document.ts";
import {
  type PrintOptions,
  preparePrintDocument,
  reviewPrint,
} from "../../print/print-preparation.ts";
import { assemblePublication } from "../../publication/assemble-publication.ts";
import type { Publication } from "../../publication/publication.ts";
import { reviewReaders } from "../../publication/review-readers.ts";
import type { Page } from "../../source/page.ts";
import { ThemeError } from "../../theme/theme-error.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { readThemePaper } from "../load/theme-paper.ts";
import {
  type BookSources,
  type CompiledBook,
  compileBook,
  prepareImages,
} from "../make/compile-book.ts";
import { openCover, renderForEpub } from "../make/make-epub.ts";
import { listSources } from "../make/prepare-print.ts";
import { addCauses, concerning } from "../plan/book-diagnostics.ts";
import { isForTrainersOnly, reportEmptyEditions } from "../plan/book-editions.ts";
import type { BuildSettings } from "../plan/build-settings.ts";
import { reportMissingWords } from "../plan/missing-words.ts";
import { chooseBooks } from "../plan/plan-build.ts";
import { type Book, pathsOf } from "../plan/select-books.ts";
import { findStrays } from "../plan/stray-pages.ts";
import type { BookChoice } from "../request.ts";
import { createDocumentStore } from "../stores/document-store.ts";
import type { OpenedTheme } from "../stores/opened-theme.ts";
import type { PictureStore } from "../stores/picture-store.ts";

/** What is wrong with books and pages. */
export interface CheckResult {
  readonly books: readonly Book[];
  readonly diagnostics: readonly Diagnostic[];
}

/** From which a check takes what a build would take. */
export interface CheckTools {
  readonly loaded: LoadedCurriculum;
  readonly pictures: PictureStore;
  /** As a build of everything would be settled, for the page of a theme. */
  settle(themePaper?: BuildSettings["sheets"]["page"]): BuildSettings;
  /** @throws ThemeError, RequestError. */
  openTheme(): Promise<OpenedTheme>;
  openFonts(): Promise<FontSet>;
}

/** Every problem that a build of these books would tell, and those of pages in no book. */
export async function checkBooks(tools: CheckTools, choice: BookChoice): Promise<CheckResult> {
  const { loaded } = tools;
  const chosen = chooseBooks(loaded, { ...choice, language: choice.language ?? "all" });
  const { books, broken, everyBook, isWhole } = chosen;
  const strays = findStrays(loaded, books, everyBook);
  const found: Diagnostic[] = [...concerning(loaded, books, [...broken, ...strays], isWhole)];
  let documents = createDocumentStore(loaded, loaded.wording);
  let inBooks: ReadonlySet<string> = new Set();
  try {
    const opened = await tools.openTheme();
    documents = opened.documents;
    const sources = { loaded, documents, pictures: tools.pictures };
    for (const one of await checkWithTheme(tools, sources, opened, books)) found.push(one);
    inBooks = new Set(books.flatMap(pathsOf));
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    for (const one of error.diagnostics) found.push(one);
  }
  if (isWhole) {
    const sources = { loaded, documents, pictures: tools.pictures };
    const others = loaded.pages.filter(({ path }) => !inBooks.has(path));
    for (const one of await checkPages(sources, others)) found.push(one);
  }
  return { books, diagnostics: addCauses(loaded, found) };
}

/** @throws ThemeError for a theme of one's own whose templates fail on a book. */
async function checkWithTheme(
  { loaded, settle, openFonts }: CheckTools,
  sources: BookSources,
  { theme, diagnostics: branding }: OpenedTheme,
  books: readonly Book[],
): Promise<readonly Diagnostic[]> {
  const settings = settle(readThemePaper(theme));
  const { formats } = settings;
  const { page: paper } = settings.sheets;
  const nothing = new Map();
  // The templates of a theme of one's own can fail on any page.
  const reviewPages = (publication: Publication, options: PrintOptions) =>
    theme.isBundled
      ? reviewPrint(publication, theme, options)
      : preparePrintDocument(publication, theme, options).diagnostics;
  for (const book of theme.isBundled ? [] : books) {
    const { publication } = await compileBook(sources, book, settings, nothing);
    await renderForEpub(publication, theme);
  }
  const fonts = await openFonts();
  const diagnostics: Diagnostic[] = [
    ...branding,
    ...reportMissingWords(theme, books),
    ...reportEmptyEditions(books),
  ];
  for (const book of books) {
    const compiled = await compileBook(sources, book, settings);
    const { publication, images } = compiled;
    const texts = listSources(loaded, publication);
    const options = { paper, images, fonts, sources: texts };
    const ofFormats = [
      ...(formats.includes("pdf") ? reviewPages(publication, options) : []),
      ...(formats.includes("epub")
        ? (await openCover({ loaded, theme, fonts, settings }, publication)).diagnostics
        : []),
    ];
    for (const one of compiled.diagnostics) diagnostics.push(one);
    for (const one of checkParticipants(loaded, book, compiled)) diagnostics.push(one);
    for (const one of ofFormats) diagnostics.push(one);
  }
  return diagnostics;
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

/** Pages that no module lists: they may be on their way into a book. */
async function checkPages(
  { loaded, documents, pictures }: BookSources,
  pages: readonly Page[],
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, PageDocument>();
  for (const page of pages) {
    const read = documents.read(page);
    found.set(page.path, read.value);
    for (const one of read.diagnostics) diagnostics.push(one);
  }
  const images = await prepareImages(pictures, found, loaded.configuration.language);
  return [...diagnostics, ...images.diagnostics];
}
