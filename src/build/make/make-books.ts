import type { BrowserError } from "../../browser/browser-error.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { ThemeError } from "../../theme/theme-error.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { openBrand } from "../load/open-brand.ts";
import { openFonts } from "../load/open-fonts.ts";
import { openTheme } from "../load/open-theme.ts";
import { openPageMemory } from "../load/page-memory.ts";
import { readThemePaper } from "../load/theme-paper.ts";
import { isForTrainersOnly } from "../plan/book-editions.ts";
import type { BuildOptions, BuildSettings } from "../plan/build-settings.ts";
import { reportMissingWords } from "../plan/missing-words.ts";
import type { Book } from "../plan/select-books.ts";
import { type SheetOptions, settleSheets } from "../plan/sheet-settings.ts";
import { sumCurriculum } from "../record/describe-origin.ts";
import { tidyOutput } from "../record/tidy-output.ts";
import { createLazyBrowser } from "./lazy-browser.ts";
import { type BookTools, type BuiltBook, makeBook } from "./make-book.ts";

/** Two books at a time: the browser prints two pages at once. */
const BOOKS_AT_ONCE = 2;

/** What the making of books came to. */
export interface BuildResult {
  /** With which the books were made. */
  readonly settings: BuildSettings;
  readonly built: readonly BuiltBook[];
  readonly skipped: readonly Book[];
  readonly diagnostics: readonly Diagnostic[];
  readonly browserFault: BrowserError | undefined;
}

/** How books are made, beside what their settings say. */
export type MakingOptions = SheetOptions &
  Pick<BuildOptions, "theme" | "browser" | "allowMissing"> & {
    /** Called when a book is begun. */
    readonly onBook?: (step: BookStep) => void;
  };

/** Which book is being made. */
export interface BookStep {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** Of its files, without extension: `en/tails`. */
  readonly name: string;
}

/**
 * Makes books and writes them, each as a whole; `handpress verify` makes its own in the same way.
 *
 * @param version of Handpress, for the build record.
 * @throws RequestError for a theme that is not there.
 */
export async function makeBooks(
  host: Host,
  loaded: LoadedCurriculum,
  settings: BuildSettings,
  options: MakingOptions,
  books: readonly Book[],
  version: string,
): Promise<BuildResult> {
  const conflicts = listConflicts(books);
  const skipped = books.filter(
    (book) =>
      isEmptyEdition(book) ||
      (lacksSessions(book) && !options.allowMissing) ||
      conflicts.has(nameOutput(book)),
  );
  const chosen = books.filter((book) => !skipped.includes(book));
  const nothing = { settings, built: [], skipped, diagnostics: [], browserFault: undefined };
  if (chosen.length === 0) return nothing;
  const press = createLazyBrowser(options.browser, settings.printLimits);
  try {
    await tidyOutput(host, loaded, settings);
    const plain = await openTheme(host, loaded, options.theme);
    const { theme, logo, diagnostics: branding } = await openBrand(host, loaded, plain);
    const sheets = settleSheets(options, loaded.configuration, readThemePaper(theme));
    const dressed = { ...settings, sheets };
    const fonts = await openFonts(host, loaded);
    const pages = await openPageMemory(host);
    const tools: BookTools = {
      host,
      loaded,
      settings: dressed,
      theme,
      logo,
      fonts,
      press,
      pages,
      version,
      curriculumSum: sumCurriculum(loaded),
    };
    if (!theme.isBundled) {
      const { dryRunBooks } = await import("./dry-run.ts");
      await dryRunBooks(tools, chosen);
    }
    // The browser starts while the first book is read.
    if (settings.formats.includes("pdf")) void press.start();
    let done = 0;
    const built = await mapAtOnce(chosen, BOOKS_AT_ONCE, async (book) => {
      options.onBook?.({ number: done + 1, of: chosen.length, name: nameOutput(book) });
      const result = await makeBook(tools, book);
      done += 1;
      return result;
    });
    await pages.keep();
    await tidyOutput(host, loaded, settings);
    const wordless = reportMissingWords(theme, chosen);
    const diagnostics = [...branding, ...wordless, ...built.flatMap((one) => one.diagnostics)];
    return { settings: dressed, built, skipped, diagnostics, browserFault: press.fault };
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    return { ...nothing, skipped: books, diagnostics: error.diagnostics };
  } finally {
    await press.close();
  }
}

/** What the module lacks beside one session does not keep that from being printed. */
export function lacksSessions({ module, handout }: Book): boolean {
  return handout === undefined && module.missingCount > 0;
}

/**
 * Books that would be written to one file, since their modules have one address, by that file. None
 * of them is made: whoever adds a page would else replace a book that is not theirs.
 */
export function listConflicts(books: readonly Book[]): ReadonlyMap<string, readonly Book[]> {
  const named = new Map<string, Book[]>();
  for (const book of books) {
    const name = nameOutput(book);
    named.set(name, [...(named.get(name) ?? []), book]);
  }
  return new Map([...named].filter(([, conflicts]) => conflicts.length > 1));
}

/** Of a book's files in the output folder, without extension: `en/tails`. */
export function nameOutput({ module, fileName, nameEnd = "" }: Book): string {
  return `${module.language}/${fileName}${nameEnd}`;
}

export function isEmptyEdition(book: Book): boolean {
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
