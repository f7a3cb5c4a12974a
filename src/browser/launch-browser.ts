import type { Browser, PrintRequest, PrintSession } from "./browser.ts";
import { BrowserError } from "./browser-error.ts";
import { type ChromiumProcess, startChromium, withTimeout } from "./chromium-process.ts";
import { type DocumentPage, prepareDocumentPage } from "./document-page.ts";
import type { FoundBrowser } from "./find-browser.ts";

export interface BrowserOptions {
  /** The longest that one step (load, fill, print) of one document may take. */
  readonly timeoutMs?: number;
}

/** What `doctor` tells beyond the contract. */
export interface LaunchedBrowser extends Browser {
  readonly sandbox: ChromiumProcess["sandbox"];
  readonly hasPrivateFonts: boolean;
  /** Of the browser's main process, as long as it lives. */
  readonly processId: number;
}

const DEFAULT_TIMEOUT_MS = 5 * 60_000;

/** Two were the fastest on two cores; a third only makes each slower. */
const PAGES_AT_ONCE = 2;

/**
 * Starts the browser. A document that is open when the browser dies is opened again, once, in a
 * new one. Throws BrowserError.
 */
export async function launchBrowser(
  found: FoundBrowser,
  options: BrowserOptions = {},
): Promise<LaunchedBrowser> {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const pool = new PagePool(found, await startChromium(found));
  return {
    get version() {
      return pool.process.version;
    },
    get sandbox() {
      return pool.process.sandbox;
    },
    get hasPrivateFonts() {
      return pool.process.hasPrivateFonts;
    },
    get processId() {
      return pool.process.processId;
    },
    open: (request) => openSession(pool, request, timeoutMs),
    close: () => pool.close(),
  };
}

/** A page together with the process it belongs to. */
interface Lease {
  readonly process: ChromiumProcess;
  readonly page: DocumentPage;
}

class PagePool {
  process: ChromiumProcess;
  readonly #found: FoundBrowser;
  #restart: Promise<void> | undefined;
  #idle: Lease[] = [];
  #places = PAGES_AT_ONCE;
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(found: FoundBrowser, first: ChromiumProcess) {
    this.#found = found;
    this.process = first;
  }

  /** Waits until fewer than the allowed number of documents are open. */
  async enter(): Promise<void> {
    if (this.#places > 0) this.#places -= 1;
    else await new Promise<void>((admit) => this.#waiting.push(admit));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#places += 1;
  }

  async lease(): Promise<Lease> {
    if (this.#closed) throw new BrowserError("died", "Unexpected use of a browser that is closed");
    if (!this.process.isAlive()) await this.#startAgain();
    const process = this.process;
    const idle = this.#idle.pop();
    if (idle) return idle;
    return { process, page: await prepareDocumentPage(await process.connection.newPage()) };
  }

  giveBack(lease: Lease): void {
    if (lease.process === this.process && lease.process.isAlive()) this.#idle.push(lease);
  }

  #startAgain(): Promise<void> {
    this.#restart ??= (async () => {
      try {
        this.#idle = [];
        await this.process.stop();
        this.process = await startChromium(this.#found);
      } finally {
        this.#restart = undefined;
      }
    })();
    return this.#restart;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#restart?.catch(() => {});
    await this.process.stop();
  }
}

async function openSession(
  pool: PagePool,
  request: PrintRequest,
  timeoutMs: number,
): Promise<PrintSession> {
  await pool.enter();
  const filled = new Map<string, string>();
  let lease: Lease | undefined;
  let livesLeft = 2;

  async function attempt<T>(work: (page: DocumentPage) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        if (lease === undefined) {
          const fresh = await bounded(() => pool.lease(), undefined);
          lease = fresh;
          await bounded(() => fresh.page.load(request), fresh);
          if (filled.size > 0) await bounded(() => fresh.page.fill(filled), fresh);
        }
        const current = lease;
        return await bounded(() => work(current.page), current);
      } catch (error) {
        if (error instanceof BrowserError) throw error;
        const died = lease === undefined ? !pool.process.isAlive() : !lease.process.isAlive();
        // A page that crashed alone: its process lives, and the page is of no more use.
        const crashed =
          error instanceof Error && /Target closed|Session closed|crash/i.test(error.message);
        if (!died && !crashed) throw error;
        lease = undefined;
        livesLeft -= 1;
        if (livesLeft > 0) continue;
        throw new BrowserError(
          "died",
          "Unexpected end of the browser, twice, while it printed, expected it to live",
          ["it may lack memory: close other programs, or build one module at a time"],
          { cause: error },
        );
      }
    }
  }

  /** A page that hangs cannot be reached any more: its whole browser is ended. */
  async function bounded<T>(work: () => Promise<T>, holder: Lease | undefined): Promise<T> {
    let hung = false;
    const timer = setTimeout(() => {
      hung = true;
      void (holder?.process ?? pool.process).stop({ force: true });
    }, timeoutMs);
    try {
      return await withTimeout(work(), timeoutMs + 10_000, "the browser hangs");
    } catch (error) {
      if (!hung) throw error;
      throw new BrowserError(
        "hung",
        `Unexpected silence of the browser for ${Math.round(timeoutMs / 1000)} seconds, expected a print`,
        ["close other programs and try again, or make the module shorter"],
        { cause: error },
      );
    } finally {
      clearTimeout(timer);
    }
  }

  let open = true;
  async function close(): Promise<void> {
    if (!open) return;
    open = false;
    const last = lease;
    lease = undefined;
    try {
      if (last?.process.isAlive()) {
        const isUsable = await bounded(() => last.page.clear(), last);
        if (isUsable) pool.giveBack(last);
      }
    } catch {
      // The page is not used again.
    } finally {
      pool.leave();
    }
  }

  const session: PrintSession = {
    fill: async (texts) => {
      await attempt((page) => page.fill(texts));
      for (const [id, text] of texts) filled.set(id, text);
    },
    print: (options) => attempt((page) => page.print(options)),
    close,
  };
  try {
    await attempt(async () => {});
  } catch (error) {
    await close();
    throw error;
  }
  return session;
}
