import type { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ThemeError } from "../theme/theme-error.ts";
import { isForTrainersOnly } from "./book-editions.ts";
import { type BookTools, type BuiltBook, buildBook } from "./build-book.ts";
import type { BuildOptions, BuildSettings } from "./build-settings.ts";
import { sumCurriculum } from "./describe-origin.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import { openBrand } from "./open-brand.ts";
import { openFonts } from "./open-fonts.ts";
import { openTheme } from "./open-theme.ts";
import { openPageMemory } from "./page-memory.ts";
import { createPress } from "./press.ts";
import { createProgress } from "./progress.ts";
import { reportMissingWords } from "./report-words.ts";
import type { Book } from "./select-books.ts";
import { type SheetOptions, settleSheets } from "./sheet-settings.ts";
import type { Machine } from "./terminal.ts";
import { readThemePaper } from "./theme-paper.ts";
import { tidyOutput } from "./tidy-output.ts";

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
  Pick<BuildOptions, "theme" | "browser" | "allowMissing" | "quiet" | "json">;

/**
 * Makes books and writes them, each as a whole; `handpress verify` makes its own in the same way.
 *
 * @param version of Handpress, for the build record.
 * @throws UsageError for a theme that is not there.
 */
export async function buildBooks(
  machine: Machine,
  loaded: LoadedCurriculum,
  settings: BuildSettings,
  options: MakingOptions,
  books: readonly Book[],
  version: string,
): Promise<BuildResult> {
  const rivals = listRivals(books);
  const skipped = books.filter(
    (book) =>
      isEmptyEdition(book) ||
      (lacksSessions(book) && !options.allowMissing) ||
      rivals.has(nameOutput(book)),
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
      version,
      curriculumSum: sumCurriculum(loaded),
    };
    if (!theme.isBundled) {
      const { rehearseBooks } = await import("./rehearse-books.ts");
      await rehearseBooks(tools, chosen);
    }
    // The browser starts while the first book is read.
    if (settings.formats.includes("pdf")) void press.start();
    let done = 0;
    const built = await mapAtOnce(chosen, BOOKS_AT_ONCE, async (book) => {
      progress.show(`[${done + 1}/${chosen.length}] ${nameOutput(book)}`);
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
export function lacksSessions({ module, handout }: Book): boolean {
  return handout === undefined && module.missingCount > 0;
}

/**
 * Books that would be written to one file, since their modules have one address, by that file. None
 * of them is made: whoever adds a page would else replace a book that is not theirs.
 */
export function listRivals(books: readonly Book[]): ReadonlyMap<string, readonly Book[]> {
  const named = new Map<string, Book[]>();
  for (const book of books) {
    const name = nameOutput(book);
    named.set(name, [...(named.get(name) ?? []), book]);
  }
  return new Map([...named].filter(([, rivals]) => rivals.length > 1));
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
