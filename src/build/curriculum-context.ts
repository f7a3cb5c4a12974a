import type { FontSet } from "../font/load-fonts.ts";
import { type Host, withoutCache } from "../host/host.ts";
import type { Theme } from "../theme/theme.ts";
import { ThemeError } from "../theme/theme-error.ts";
import type { BuildResult, MadeBooks } from "./build-result.ts";
import { type CheckResult, type CheckTools, checkBooks } from "./check/check-books.ts";
import { type FinishedBooks, openFinishedBooks } from "./finished/finished-books.ts";
import { type KnownWork, knowBuilt, knowChecked } from "./finished/know-books.ts";
import type { LoadedCurriculum } from "./load/load-curriculum.ts";
import { listFontNeeds, openFonts } from "./load/open-fonts.ts";
import { readThemePaper } from "./load/theme-paper.ts";
import type { BookTools, WritingTools } from "./make/book-tools.ts";
import { createLazyBrowser, type LazyBrowser } from "./make/lazy-browser.ts";
import { type BuildEvents, makeBooks } from "./make/make-books.ts";
import { addCauses } from "./plan/book-diagnostics.ts";
import { type BuildSettings, settleBuild } from "./plan/build-settings.ts";
import { reportMissingWords } from "./plan/missing-words.ts";
import { type BuildPlan, planBuild, sortOut } from "./plan/plan-build.ts";
import type { Book } from "./plan/select-books.ts";
import { sumCurriculum } from "./record/describe-origin.ts";
import { type RecordedBuild, recordBuild } from "./record/record-build.ts";
import { tidyOutput } from "./record/tidy-output.ts";
import type { BookChoice, BuildRequest } from "./request.ts";
import { dressTheme, type OpenedTheme } from "./stores/opened-theme.ts";
import { type KeptPages, openPageMemory } from "./stores/page-memory.ts";
import { createPictureStore, type PictureStore } from "./stores/picture-store.ts";

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
  #loaded: LoadedCurriculum;
  readonly #host: Host;
  readonly #options: ContextOptions;
  readonly #themes = new Map<string | undefined, Promise<OpenedTheme>>();
  readonly #pictures: PictureStore;
  readonly #fonts = new Map<Theme, Promise<FontSet>>();
  #finished: Promise<FinishedBooks> | undefined;
  #pages: Promise<KeptPages> | undefined;
  #browser: LazyBrowser;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(host: Host, loaded: LoadedCurriculum, options: ContextOptions) {
    this.#host = loaded.configuration.cache === false ? withoutCache(host) : host;
    this.#loaded = loaded;
    this.#options = options;
    this.#pictures = createPictureStore(host, () => this.#loaded);
    this.#browser = this.#openBrowser();
  }

  /** As it was read last. */
  get loaded(): LoadedCurriculum {
    return this.#loaded;
  }

  /**
   * Builds the books that are asked for, writes them, and writes down what was made. A book that is
   * known to be finished is not made again.
   *
   * @throws RequestError for what cannot be; the reason of a signal that was aborted, after the books
   *   that were written by then are written down.
   */
  build(request: BuildRequest = {}, events: BuildEvents = {}): Promise<BuildResult> {
    return this.#inTurn(() => this.#build(request, events));
  }

  /**
   * Reads the curriculum again and builds: only the books that have changed are made.
   *
   * @param changedPaths of the pictures and other files that were written since it was read, from its
   *   folder. Pages are read in any case; what is known of another picture stays.
   */
  rebuild(
    changedPaths: readonly string[],
    request: BuildRequest = {},
    events: BuildEvents = {},
  ): Promise<BuildResult> {
    return this.#inTurn(async () => {
      this.#loaded = await this.#loaded.reload();
      this.#pictures.forget(changedPaths);
      this.#themes.clear();
      this.#fonts.clear();
      return await this.#build(request, events);
    });
  }

  async #build(request: BuildRequest, events: BuildEvents): Promise<BuildResult> {
    events.signal?.throwIfAborted();
    const settings = settleBuild(this.#host, this.loaded, request);
    const plan = planBuild(this.loaded, request, settings);
    const result = await this.#make(request, settings, plan, events, true);
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
  }

  /**
   * Makes books that are planned already and writes them, without a record. Nothing that an earlier
   * build has finished is taken for it: it is to prove something.
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
    return this.#inTurn(async () => {
      const tools: CheckTools = {
        loaded: this.loaded,
        pictures: this.#pictures,
        settle: (themePaper) => settleBuild(this.#host, this.loaded, {}, themePaper),
        openTheme: () => this.#openTheme(choice.theme),
        openFonts: (theme) => this.#openFonts(theme),
        knowBooks: async (opened, settings) =>
          knowChecked(await this.#describeWork(opened, settings)),
      };
      const result = await checkBooks(tools, choice);
      await (await this.#finished)?.keep();
      return result;
    });
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
    takesFinished = false,
  ): Promise<MadeBooks> {
    const host = this.#host;
    const { loaded } = this;
    const nothing: MadeBooks = {
      settings,
      built: [],
      skipped,
      diagnostics: [],
      browserFault: undefined,
      isForeseenBrowser: true,
    };
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
      const writing: WritingTools = {
        host,
        loaded,
        settings: dressed,
        theme,
        version: this.#options.version,
        curriculumSum: sumCurriculum(loaded),
      };
      const known = takesFinished
        ? await knowBuilt(await this.#describeWork(opened, dressed), this.#browser)
        : undefined;
      let tools: Promise<BookTools> | undefined;
      const open = async () => ({
        ...writing,
        ...rest,
        pictures: this.#pictures,
        fonts: await this.#openFonts(theme),
        browser: this.#browser,
        pages: await this.#openPages(),
      });
      const openTools = () => {
        tools ??= open();
        return tools;
      };
      const built = await makeBooks({ writing, openTools, known }, books, events);
      await (await this.#pages)?.keep();
      await (await this.#finished)?.keep();
      await tidyOutput(host, loaded, settings);
      const diagnostics = [
        ...branding,
        ...reportMissingWords(theme, books),
        ...built.flatMap((one) => one.diagnostics),
      ];
      const isForeseenBrowser = await this.#browser.isForeseen();
      const browserFault = settings.formats.includes("pdf") ? this.#browser.fault : undefined;
      // The next build tries anew.
      if (browserFault !== undefined) await this.#endBrowser();
      return { settings: dressed, built, skipped, diagnostics, browserFault, isForeseenBrowser };
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
    const opening = dressTheme(this.#host, this.loaded, name);
    this.#themes.set(name, opening);
    return opening;
  }

  #openFonts(theme: Theme): Promise<FontSet> {
    const known = this.#fonts.get(theme);
    if (known !== undefined) return known;
    const opening = openFonts(this.#host, listFontNeeds(this.loaded, theme));
    this.#fonts.set(theme, opening);
    return opening;
  }

  async #describeWork(opened: OpenedTheme, settings: BuildSettings): Promise<KnownWork> {
    this.#finished ??= openFinishedBooks(this.#host);
    const [loaded, finished] = [this.loaded, await this.#finished];
    return {
      host: this.#host,
      loaded,
      finished,
      fonts: await this.#openFonts(opened.theme),
      opened,
      settings,
    };
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
