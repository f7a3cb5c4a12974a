import type { BrowserError } from "../browser/browser-error.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FontSet } from "../font/load-fonts.ts";
import type { Host } from "../host/host.ts";
import type { PreparedImage } from "../image/image.ts";
import type { Theme } from "../theme/theme.ts";
import { ThemeError } from "../theme/theme-error.ts";
import { type CheckResult, checkBooks } from "./check/check-books.ts";
import type { LoadedCurriculum } from "./load/load-curriculum.ts";
import { openBrand } from "./load/open-brand.ts";
import { openFonts } from "./load/open-fonts.ts";
import { openTheme } from "./load/open-theme.ts";
import { wordingOf } from "./load/open-vocabulary.ts";
import { type KeptPages, openPageMemory } from "./load/page-memory.ts";
import { readThemePaper } from "./load/theme-paper.ts";
import { createLazyBrowser, type LazyBrowser } from "./make/lazy-browser.ts";
import type { BookTools, BuiltBook } from "./make/make-book.ts";
import { type BuildEvents, makeBooks } from "./make/make-books.ts";
import { addCauses } from "./plan/book-diagnostics.ts";
import type { BrokenBook } from "./plan/broken-books.ts";
import { type BuildSettings, settleBuild } from "./plan/build-settings.ts";
import { reportMissingWords } from "./plan/missing-words.ts";
import { type BuildPlan, planBuild, type SkippedBook, sortOut } from "./plan/plan-build.ts";
import type { Book } from "./plan/select-books.ts";
import { sumCurriculum } from "./record/describe-origin.ts";
import { type RecordedBuild, recordBuild } from "./record/record-build.ts";
import { tidyOutput } from "./record/tidy-output.ts";
import type { BookChoice, BuildRequest } from "./request.ts";
import { createDocumentStore, type DocumentStore } from "./stores/document-store.ts";
import { createPictureStore, type PictureStore } from "./stores/picture-store.ts";

/** What the making of books came to. */
export interface MadeBooks {
  /** With which the books were made. */
  readonly settings: BuildSettings;
  readonly built: readonly BuiltBook[];
  readonly skipped: readonly SkippedBook[];
  readonly diagnostics: readonly Diagnostic[];
  readonly browserFault: BrowserError | undefined;
}

/** What a build came to. */
export interface BuildResult extends MadeBooks {
  /** Modules that were asked for and could not be read. */
  readonly broken: readonly BrokenBook[];
  /** Of the output folder, where it could be written down. */
  readonly fingerprint: string | undefined;
  /** Something that the machine lacks kept a file from being made. */
  readonly machineFault: boolean;
}

/** A theme as the books of a curriculum wear it. */
export interface OpenedTheme {
  /** In the colours of the brand, where there is one. */
  readonly theme: Theme;
  readonly logo: PreparedImage | undefined;
  readonly documents: DocumentStore;
  /** About the brand. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a context is opened with, beside the curriculum. */
export interface ContextOptions {
  /** Of Handpress, for the build record. */
  readonly version: string;
  /** Path of the browser, where it was named. */
  readonly browser?: string | undefined;
}

/**
 * A curriculum that is open: what was read and made for one question is there for the next. Questions
 * that come while another is answered wait for it. After `close` none is answered.
 */
export class CurriculumContext {
  readonly loaded: LoadedCurriculum;
  readonly #host: Host;
  readonly #options: ContextOptions;
  readonly #themes = new Map<string | undefined, Promise<OpenedTheme>>();
  readonly #pictures: PictureStore;
  #fonts: Promise<FontSet> | undefined;
  #pages: Promise<KeptPages> | undefined;
  #browser: LazyBrowser;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(host: Host, loaded: LoadedCurriculum, options: ContextOptions) {
    this.#host = host;
    this.loaded = loaded;
    this.#options = options;
    this.#pictures = createPictureStore(host, loaded);
    this.#browser = this.#openBrowser();
  }

  /**
   * Builds the books that are asked for, writes them, and writes down what was made.
   *
   * @throws RequestError for what cannot be; the reason of a signal that was aborted, after the books
   *   that were written by then are written down.
   */
  build(request: BuildRequest = {}, events: BuildEvents = {}): Promise<BuildResult> {
    return this.#inTurn(async () => {
      events.signal?.throwIfAborted();
      const settings = settleBuild(this.#host, this.loaded, request);
      const plan = planBuild(this.loaded, request, settings);
      const result = await this.#make(request, settings, plan, events);
      const made = result.built.flatMap((one) => one.made);
      const { output, outputWithin } = settings;
      const recorded: RecordedBuild | undefined =
        made.length === 0
          ? undefined
          : await recordBuild(this.#host.fileSystem, output, made, outputWithin);
      events.signal?.throwIfAborted();
      const diagnostics = addCauses(this.loaded, [
        ...plan.diagnostics,
        ...result.diagnostics,
        ...(recorded?.diagnostics ?? []),
      ]);
      const machineFault =
        recorded?.machineFault === true ||
        result.browserFault !== undefined ||
        result.built.some((one) => one.machineFault);
      const { broken } = plan;
      return { ...result, broken, diagnostics, machineFault, fingerprint: recorded?.fingerprint };
    });
  }

  /**
   * Makes books that are known already and writes them, without a record.
   *
   * @throws RequestError for a theme that is not there.
   */
  make(
    request: BuildRequest,
    books: readonly Book[],
    events: BuildEvents = {},
  ): Promise<MadeBooks> {
    return this.#inTurn(async () => {
      events.signal?.throwIfAborted();
      const settings = settleBuild(this.#host, this.loaded, request);
      const sorted = sortOut(books, request.allowMissing === true);
      const made = await this.#make(request, settings, sorted, events);
      events.signal?.throwIfAborted();
      return made;
    });
  }

  /** Every problem that a build of these books would tell, and those of pages in no book. */
  check(choice: BookChoice = {}): Promise<CheckResult> {
    return this.#inTurn(() =>
      checkBooks(
        {
          loaded: this.loaded,
          pictures: this.#pictures,
          settle: (themePaper) => settleBuild(this.#host, this.loaded, {}, themePaper),
          openTheme: () => this.#openTheme(choice.theme),
          openFonts: () => this.#openFonts(),
        },
        choice,
      ),
    );
  }

  /** Ends the browser. To be called when nothing more is asked; twice does no harm. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last.catch(() => {});
    await this.#browser.close();
  }

  /** @param settings as they are without the page that a theme is made for. */
  async #make(
    request: BuildRequest,
    settings: BuildSettings,
    { books, skipped }: Pick<BuildPlan, "books" | "skipped">,
    events: BuildEvents,
  ): Promise<MadeBooks> {
    const host = this.#host;
    const { loaded } = this;
    const nothing = { settings, built: [], skipped, diagnostics: [], browserFault: undefined };
    if (books.length === 0) return nothing;
    let ending: Promise<void> | undefined;
    const stop = () => {
      ending = this.#endBrowser();
    };
    events.signal?.addEventListener("abort", stop, { once: true });
    try {
      await tidyOutput(host, loaded, settings);
      const opened = await this.#openTheme(request.theme);
      const { theme, diagnostics: branding, ...rest } = opened;
      const dressed = settleBuild(host, loaded, request, readThemePaper(theme));
      const pages = await this.#openPages();
      const tools: BookTools = {
        host,
        loaded,
        ...rest,
        pictures: this.#pictures,
        settings: dressed,
        theme,
        fonts: await this.#openFonts(),
        browser: this.#browser,
        pages,
        version: this.#options.version,
        curriculumSum: sumCurriculum(loaded),
      };
      const built = await makeBooks(tools, books, events);
      await pages.keep();
      await tidyOutput(host, loaded, settings);
      const diagnostics = [
        ...branding,
        ...reportMissingWords(theme, books),
        ...built.flatMap((one) => one.diagnostics),
      ];
      const browserFault = settings.formats.includes("pdf") ? this.#browser.fault : undefined;
      // The next build tries anew.
      if (browserFault !== undefined) await this.#endBrowser();
      return { settings: dressed, built, skipped, diagnostics, browserFault };
    } catch (error) {
      if (!(error instanceof ThemeError)) throw error;
      const why = "theme" as const;
      const all = [...skipped, ...books.map((book) => ({ book, why }))];
      return { ...nothing, skipped: all, diagnostics: error.diagnostics };
    } finally {
      events.signal?.removeEventListener("abort", stop);
      await ending;
    }
  }

  /** @throws ThemeError, RequestError. */
  #openTheme(name: string | undefined): Promise<OpenedTheme> {
    const known = this.#themes.get(name);
    if (known !== undefined) return known;
    const opening = (async () => {
      const plain = await openTheme(this.#host, this.loaded, name);
      const { theme, logo, diagnostics } = await openBrand(this.#host, this.loaded, plain);
      const documents = createDocumentStore(this.loaded, wordingOf(this.loaded, theme));
      return { theme, logo, documents, diagnostics };
    })();
    this.#themes.set(name, opening);
    return opening;
  }

  #openFonts(): Promise<FontSet> {
    this.#fonts ??= openFonts(this.#host, this.loaded);
    return this.#fonts;
  }

  #openPages(): Promise<KeptPages> {
    this.#pages ??= openPageMemory(this.#host);
    return this.#pages;
  }

  #openBrowser(): LazyBrowser {
    const { bookSeconds } = this.loaded.configuration.limits;
    return createLazyBrowser(this.#options.browser, { mostSeconds: bookSeconds });
  }

  /** What is being printed fails; the next build has a browser of its own. */
  async #endBrowser(): Promise<void> {
    const ended = this.#browser;
    this.#browser = this.#openBrowser();
    await ended.close();
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new Error("this curriculum was closed"));
    const next = this.#last.then(act, act);
    this.#last = next.catch(() => {});
    return next;
  }
}
