import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FontSet } from "../../font/load-fonts.ts";
import type { ImageStore } from "../../image/image.ts";
import type { PageDocument } from "../../markup/document.ts";
import { preparePrintDocument, reviewPrint } from "../../print/print-preparation.ts";
import { assemblePublication } from "../../publication/assemble-publication.ts";
import { reviewReaders } from "../../publication/review-readers.ts";
import type { Page } from "../../source/page.ts";
import type { Theme } from "../../theme/theme.ts";
import { ThemeError } from "../../theme/theme-error.ts";
import type { KnownBooks } from "../finished/know-books.ts";
import { noteSources } from "../finished/recall-book.ts";
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
import { reviewTranslations } from "../plan/review-translations.ts";
import { type Book, pathsOf } from "../plan/select-books.ts";
import { findStrays } from "../plan/stray-pages.ts";
import type { BookChoice } from "../request.ts";
import { createDocumentStore } from "../stores/document-store.ts";
import type { OpenedTheme } from "../stores/opened-theme.ts";
import type { PictureStore } from "../stores/picture-store.ts";
import { lintCatalogues } from "../translate/lint-edition.ts";

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
  openFonts(theme: Theme): Promise<FontSet>;
  /** What earlier checks have said of books that are still the same. */
  knowBooks(opened: OpenedTheme, settings: BuildSettings): Promise<KnownBooks>;
}

/** Every problem that a build of these books would tell, and those of pages in no book. */
export async function checkBooks(tools: CheckTools, choice: BookChoice): Promise<CheckResult> {
  const { loaded } = tools;
  const chosen = chooseBooks(loaded, { ...choice, language: choice.language ?? "all" });
  const { books, broken, everyBook, isWhole } = chosen;
  const strays = findStrays(loaded, books, everyBook);
  const found: Diagnostic[] = [
    ...concerning(loaded, books, [...broken, ...strays], isWhole),
    ...reviewTranslations(loaded, books, false).diagnostics,
    ...lintCatalogues(loaded, new Set(books.map(({ module }) => module.language))),
  ];
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
  tools: CheckTools,
  sources: BookSources,
  opened: OpenedTheme,
  books: readonly Book[],
): Promise<readonly Diagnostic[]> {
  const { theme } = opened;
  const settings = tools.settle(readThemePaper(theme));
  const known = await tools.knowBooks(opened, settings);
  const told = new Map<Book, readonly Diagnostic[]>();
  for (const book of books) {
    const before = await known.find(book);
    if (before !== undefined) told.set(book, before.diagnostics);
  }
  const unknown = books.filter((book) => !told.has(book));
  for (const book of theme.isBundled ? [] : unknown) {
    const { publication } = await compileBook(sources, book, settings, NO_IMAGES);
    await renderForEpub(publication, theme);
  }
  for (const book of unknown) {
    const noted = noteSources(sources);
    const diagnostics = await checkBook(tools, noted, { theme, settings }, book);
    const readFiles = noted.readFiles();
    told.set(book, diagnostics);
    if (readFiles === undefined) continue;
    await known.remember(book, { title: "", diagnostics, inputs: {}, readFiles, files: [] }, []);
  }
  return [
    ...opened.diagnostics,
    ...reportMissingWords(theme, books),
    ...reportEmptyEditions(books),
    ...books.flatMap((book) => told.get(book) ?? []),
  ];
}

const NO_IMAGES: ImageStore = new Map();

/** @throws ThemeError. */
async function checkBook(
  { loaded, openFonts }: CheckTools,
  sources: BookSources,
  { theme, settings }: { readonly theme: Theme; readonly settings: BuildSettings },
  book: Book,
): Promise<readonly Diagnostic[]> {
  const { formats, sheets } = settings;
  const fonts = await openFonts(theme);
  const compiled = await compileBook(sources, book, settings);
  const { publication, images } = compiled;
  const texts = listSources(loaded, publication);
  const options = { paper: sheets.page, images, fonts, sources: texts };
  // The templates of a theme of one's own can fail on any page.
  const reviewPages = () =>
    theme.isBundled
      ? reviewPrint(publication, theme, options)
      : preparePrintDocument(publication, theme, options).diagnostics;
  return [
    ...compiled.diagnostics,
    ...checkParticipants(loaded, book, compiled),
    ...(formats.includes("pdf") ? reviewPages() : []),
    ...(formats.includes("epub")
      ? (await openCover({ loaded, theme, fonts, settings }, publication)).diagnostics
      : []),
  ];
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
