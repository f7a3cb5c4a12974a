import { resolve } from "node:path";
import { CurriculumContext } from "../build/curriculum-context.ts";
import { loadCurriculum } from "../build/load/load-curriculum.ts";
import { placeInWritten } from "../build/load/written-places.ts";
import type { BuildEvents } from "../build/make/make-books.ts";
import { type Book, listBooks } from "../build/plan/select-books.ts";
import type { BookChoice, BuildRequest } from "../build/request.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { withoutCache } from "../host/host.ts";
import { readProductVersion } from "../host/product-version.ts";
import { parseLanguage } from "../language/language.ts";
import type { Edition, Format } from "../source/book-options.ts";
import type { SetLimits } from "../source/limits.ts";
import { openThisHost } from "./this-host.ts";

export type { BookStep, BuildEvents } from "../build/make/make-books.ts";
export type {
  BookChoice,
  BuildRequest,
  SheetKind,
  SheetRequest,
} from "../build/request.ts";
export { RequestError } from "../build/request-error.ts";
export type { Diagnostic, Place, Severity } from "../diagnostics/diagnostic.ts";
export type { Edition, FileNames, Format } from "../source/book-options.ts";

/** With what a curriculum is opened. */
export interface OpenOptions {
  /** Path of the browser that makes PDFs; one is found where it is left out. */
  readonly browser?: string;
  /** In place of the limits that the product has. */
  readonly limits?: SetLimits;
  /** Languages that books are wanted in and that no page may be written in yet. */
  readonly languages?: readonly string[];
  /** Takes nothing from this user's cache and keeps nothing in it: neither books nor page numbers. */
  readonly noCache?: boolean;
}

/** A module in one language. */
export interface ModuleSummary {
  /** Of its files, without extension: `tails`. */
  readonly name: string;
  /** Canonical tag. */
  readonly language: string;
  readonly title: string;
  /** Of its page, from the curriculum's folder. */
  readonly path: string;
  /** Sessions that it links to and that are not there. */
  readonly missingSessions: number;
}

/** A file that was written. */
export interface BuiltFileSummary {
  /** Absolute. */
  readonly path: string;
  readonly format: Format;
  readonly module: string;
  /** Set where it is a handout of one session. */
  readonly session?: string;
  readonly language: string;
  readonly edition: Edition;
  readonly sizeBytes: number;
  /** SHA-256 in small hex digits. */
  readonly sha256: string;
  /** Of a PDF. */
  readonly pageCount?: number;
}

/** What a build came to. Files of books that could not be made are as they were. */
export interface BuildSummary {
  readonly files: readonly BuiltFileSummary[];
  readonly notBuilt: readonly {
    readonly module: string;
    readonly language: string;
    readonly edition?: Edition;
    /** `unreadable`: its page could not be read; `refused`: a part of it may be for trainers. */
    readonly why:
      | "for-trainers"
      | "conflict"
      | "missing"
      | "untranslated"
      | "theme"
      | "unreadable"
      | "refused";
  }[];
  readonly diagnostics: readonly Diagnostic[];
  /** Why no PDF was made, where the machine has no browser that can. */
  readonly browserProblem?: string;
}

/**
 * A curriculum that is open. Questions that come while another is answered wait for it; what was
 * read and made for one is there for the next. It is read once: changes of its files are not seen.
 */
export interface Curriculum {
  readonly title: string;
  /** Canonical tags, the curriculum's own first. */
  readonly languages: readonly string[];
  readonly modules: readonly ModuleSummary[];
  /**
   * Builds books and writes them, each as a whole.
   *
   * @throws RequestError for what cannot be; the reason of `events.signal` where that was aborted.
   */
  build(request?: BuildRequest, events?: BuildEvents): Promise<BuildSummary>;
  /** Every problem that a build would tell; with no choice, those of pages in no book as well. */
  check(choice?: BookChoice): Promise<readonly Diagnostic[]>;
  /** Ends the browser. Nothing can be asked afterwards; twice does no harm. */
  close(): Promise<void>;
}

/**
 * Reads the curriculum in a folder. Bad pages are diagnostics of `check` and `build`, no errors.
 *
 * @param folder taken from the current folder.
 */
export async function openCurriculum(
  folder: string,
  options: OpenOptions = {},
): Promise<Curriculum> {
  const whole = await openThisHost("handpress");
  const host = options.noCache ? withoutCache(whole) : whole;
  const languages = (options.languages ?? []).flatMap((tag) => parseLanguage(tag)?.tag ?? []);
  const loaded = await loadCurriculum(
    host,
    resolve(host.cwd, folder),
    "",
    languages,
    options.limits,
  );
  const context = new CurriculumContext(host, loaded, {
    version: readProductVersion(),
    browser: options.browser,
  });
  return {
    title: loaded.configuration.title,
    languages: loaded.curriculum.languages,
    modules: listBooks(loaded.curriculum, "all").map(summariseModule),
    build: (request, events) => build(context, request, events),
    check: async (choice) => placeInWritten(loaded, (await context.check(choice)).diagnostics),
    close: () => context.close(),
  };
}

function summariseModule({ name, module }: Book): ModuleSummary {
  return {
    name,
    language: module.language,
    title: module.page.header.title,
    path: module.page.path,
    missingSessions: module.missingCount,
  };
}

/** @throws a defect of ours, after all that could be built has been built. */
async function build(
  context: CurriculumContext,
  request?: BuildRequest,
  events?: BuildEvents,
): Promise<BuildSummary> {
  const { built, skipped, broken, diagnostics, browserFault } = await context.build(
    request,
    events,
  );
  for (const { defect } of built) if (defect !== undefined) throw defect;
  const describe = ({ name, module, edition }: Book) => ({
    module: name,
    language: module.language,
    edition,
  });
  return {
    files: built.flatMap(({ book, files }) =>
      files.map(({ format, path, sizeBytes, sha256, pageCount }) => ({
        path,
        format,
        ...describe(book),
        ...(book.offprint === undefined ? {} : { session: book.offprint.name }),
        sizeBytes,
        sha256,
        ...(pageCount === undefined ? {} : { pageCount }),
      })),
    ),
    notBuilt: [
      ...skipped.map(({ book, why }) => ({ ...describe(book), why })),
      ...broken.map(({ name, language }) => ({
        module: name,
        language,
        why: "unreadable" as const,
      })),
      ...built
        .filter(({ isRefused }) => isRefused === true)
        .map(({ book }) => ({ ...describe(book), why: "refused" as const })),
    ],
    diagnostics: placeInWritten(context.loaded, diagnostics),
    ...(browserFault === undefined ? {} : { browserProblem: browserFault.message }),
  };
}
