import type { BuildResult } from "../build/build-result.ts";
import type { CheckResult } from "../build/check/check-books.ts";
import type { CurriculumContext } from "../build/curriculum-context.ts";
import { type LoadedCurriculum, loadCurriculum } from "../build/load/load-curriculum.ts";
import { locateCurriculum, shownPrefix } from "../build/load/locate-curriculum.ts";
import { placeInWritten } from "../build/load/written-places.ts";
import type { BuildEvents } from "../build/make/make-books.ts";
import { adviseOnSheets } from "../build/plan/advise-on-sheets.ts";
import { isBrokenNamed, listBroken } from "../build/plan/broken-books.ts";
import { settleFormats } from "../build/plan/build-settings.ts";
import { listModules, type ModuleList } from "../build/plan/list-modules.ts";
import { type IdleField, listIdleFields } from "../build/plan/review-request.ts";
import { isNamed, isOneLanguage, listBooks } from "../build/plan/select-books.ts";
import type { BookChoice, BuildRequest } from "../build/request.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { parseLanguage } from "../language/language.ts";
import type { SetLimits } from "../source/limits.ts";

export type { CheckResult } from "../build/check/check-books.ts";
export type { BuiltBook, BuiltFile } from "../build/make/book-tools.ts";
export type { BookStep } from "../build/make/make-books.ts";
export type {
  ListedModule,
  ListedSession,
  ModuleList,
  Translations,
} from "../build/plan/list-modules.ts";
export { nameOutput, type SkippedBook } from "../build/plan/plan-build.ts";
export { listFolds } from "../print/sheet-layout.ts";
export { SUMS_FILE } from "../provenance/render-sums.ts";

/** How a curriculum is opened. */
export interface NamedOptions {
  /** As on the command line: a tag, `all`, or none for the curriculum's own. */
  readonly lang?: string | undefined;
  /** Further tags, of languages that no page may be written in yet. */
  readonly languages?: readonly string[];
  readonly limit?: SetLimits | undefined;
  /** Path of the browser, where it was named. */
  readonly browser?: string | undefined;
  /** Of Handpress. */
  readonly version: string;
}

/** What a build came to. */
export interface NamedBuild extends BuildResult {
  /** What to tell the printer, and what to do with the sheets; nothing where they are plain. */
  readonly printing: readonly string[];
}

/** The curriculum that words mean, and of it the modules that they name. Asked once, it is closed. */
export interface NamedCurriculum {
  readonly title: string;
  /** Canonical tags, the curriculum's own first. */
  readonly languages: readonly string[];
  readonly pageCount: number;
  /** Stands before its files in messages. */
  readonly prefix: string;
  /** The text of a file as its author wrote it. */
  writtenOf(file: string): string | undefined;
  /** False where its configuration wants nothing to be kept of it. */
  readonly isKept: boolean;
  /**
   * What a request asks for and does not get, for it is of a format that is not made.
   *
   * @throws RequestError for sheets of paper where no PDF is made.
   */
  listIdleFields(request: BuildRequest): readonly IdleField[];
  /** @throws RequestError for what cannot be. */
  build(request: BuildRequest, events: BuildEvents): Promise<NamedBuild>;
  /** @throws RequestError for what is not there. */
  check(choice: Omit<BookChoice, "modules">): Promise<CheckResult>;
  /** @throws RequestError for a language that no module has, and for a name that fits no module. */
  list(): ModuleList;
}

/**
 * Finds the curriculum that the words of a command line mean, and reads it once.
 *
 * @param words folders, and names of modules.
 * @throws RequestError for two folders, a folder that is not there, or one inside a curriculum.
 */
export async function openNamedCurriculum(
  host: Host,
  words: readonly string[],
  options: NamedOptions,
): Promise<NamedCurriculum> {
  const { loaded, wanted: modules } = await loadNamed(host, words, options);
  const { configuration, curriculum, pages, prefix, writtenOf } = loaded;
  const ask = async <Found extends { readonly diagnostics: readonly Diagnostic[] }>(
    question: (context: CurriculumContext) => Promise<Found>,
  ): Promise<Found> => {
    // What makes books is loaded only when some are made.
    const { CurriculumContext } = await import("../build/curriculum-context.ts");
    const context = new CurriculumContext(host, loaded, options);
    try {
      return placeFound(loaded, await question(context));
    } finally {
      await context.close();
    }
  };
  return {
    title: configuration.title,
    languages: curriculum.languages,
    pageCount: pages.length,
    prefix,
    writtenOf,
    isKept: configuration.cache !== false,
    listIdleFields: (request) => listIdleFields(request, settleFormats(request, configuration)),
    build: (request, events) =>
      ask(async (context) => {
        const result = await context.build({ ...request, modules }, events);
        return { ...result, printing: adviseOnPrinting(result) };
      }),
    check: (choice) => ask((context) => context.check({ ...choice, modules })),
    list: () => placeFound(loaded, listModules(loaded, { modules, language: options.lang })),
  };
}

function adviseOnPrinting({ settings, built }: BuildResult): readonly string[] {
  const files = built.flatMap((one) => one.files);
  return adviseOnSheets(
    settings.sheets,
    files.flatMap(({ pageCount }) => pageCount ?? []),
  );
}

/** The same, with places as people find them in their files. */
function placeFound<Found extends { readonly diagnostics: readonly Diagnostic[] }>(
  loaded: LoadedCurriculum,
  found: Found,
): Found {
  return { ...found, diagnostics: placeInWritten(loaded, found.diagnostics) };
}

/** The curriculum, and modules asked for by name; none for all. */
export async function loadNamed(
  host: Host,
  words: readonly string[],
  { lang, languages = [], limit }: Omit<NamedOptions, "version">,
): Promise<{ readonly loaded: LoadedCurriculum; readonly wanted: readonly string[] }> {
  const named = isOneLanguage(lang) ? [...languages, lang ?? ""] : languages;
  const asked = named.flatMap((one) => parseLanguage(one)?.tag ?? []);
  const read = new Map<string, Promise<LoadedCurriculum>>();
  const load = (root: string) => {
    const known =
      read.get(root) ?? loadCurriculum(host, root, shownPrefix(host.cwd, root), asked, limit);
    read.set(root, known);
    return known;
  };
  const { root, wanted } = await locateCurriculum(host, words, async (root, name) => {
    const home = await load(root);
    return (
      listBooks(home.curriculum, "all").some((book) => isNamed(book, name)) ||
      listBroken(home, "all").some((one) => isBrokenNamed(one, name))
    );
  });
  return { loaded: await load(root), wanted };
}
