import { createResolver } from "../../curriculum/resolver.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { PageDocument } from "../../markup/document.ts";
import { readMarkup } from "../../markup/markup.ts";
import { preparePrintDocument } from "../../print/print-preparation.ts";
import { assemblePublication } from "../../publication/assemble-publication.ts";
import { reviewReaders } from "../../publication/review-readers.ts";
import type { Theme } from "../../theme/theme.ts";
import { ThemeError } from "../../theme/theme-error.ts";
import type { Wording } from "../../wording/wording.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { openBrand } from "../load/open-brand.ts";
import { openFonts } from "../load/open-fonts.ts";
import { openTheme } from "../load/open-theme.ts";
import { wordingOf } from "../load/open-vocabulary.ts";
import { readThemePaper } from "../load/theme-paper.ts";
import { type CompiledBook, compileBook, prepareImages } from "../make/compile-book.ts";
import { renderForEpub } from "../make/make-epub.ts";
import { listSources } from "../make/prepare-print.ts";
import { isForTrainersOnly, reportEmptyEditions } from "../plan/book-editions.ts";
import { reportMissingWords } from "../plan/missing-words.ts";
import type { Book } from "../plan/select-books.ts";
import { settleSheets } from "../plan/sheet-settings.ts";

/** What is wrong with some books, and by which words they were read. */
export async function checkBooks(
  host: Host,
  loaded: LoadedCurriculum,
  books: readonly Book[],
  themeName: string | undefined,
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly wording: Wording }> {
  const diagnostics: Diagnostic[] = [];
  let { wording } = loaded;
  try {
    const plain = await openTheme(host, loaded, themeName);
    wording = wordingOf(loaded, plain);
    const { theme, diagnostics: branding } = await openBrand(host, loaded, plain);
    for (const one of branding) diagnostics.push(one);
    const { page: paper } = settleSheets({}, loaded.configuration, readThemePaper(theme));
    if (!theme.isBundled)
      for (const book of books) await rehearse(host, loaded, book, theme, wording);
    const fonts = await openFonts(host, loaded);
    for (const one of reportMissingWords(theme, books)) diagnostics.push(one);
    for (const one of reportEmptyEditions(books)) diagnostics.push(one);
    const settings = { links: loaded.configuration.links ?? "notes" };
    for (const book of books) {
      const compiled = await compileBook(host, loaded, book, settings, wording);
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
  host: Host,
  loaded: LoadedCurriculum,
  book: Book,
  theme: Theme,
  wording: Wording,
) {
  const settings = { links: loaded.configuration.links ?? "notes" };
  const { publication } = await compileBook(host, loaded, book, settings, wording, new Map());
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
export async function checkPages(
  host: Host,
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
  const images = await prepareImages(host, loaded, documents, language);
  return [...diagnostics, ...images.diagnostics];
}
