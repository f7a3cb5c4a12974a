import { BrowserError } from "./browser-error.ts";
import { type ChromiumProcess, startChromium } from "./chromium-process.ts";
import { type DocumentPage, prepareDocumentPage } from "./document-page.ts";
import type { FoundBrowser } from "./find-browser.ts";

/** Two were the fastest on two cores; a third only makes each slower. */
const PAGES_AT_ONCE = 2;

/** A page together with the process it belongs to. */
export interface Lease {
  readonly process: ChromiumProcess;
  readonly page: DocumentPage;
}

interface Waiting {
  readonly alone: boolean;
  readonly admit: () => void;
}

/** The browser's pages, and who may use one. A browser that is gone is started again. */
export class PagePool {
  process: ChromiumProcess;
  readonly #found: FoundBrowser;
  #restart: Promise<void> | undefined;
  #idle: Lease[] = [];
  #open = 0;
  #isAlone = false;
  #waiting: Waiting[] = [];
  #closed = false;

  constructor(found: FoundBrowser, first: ChromiumProcess) {
    this.#found = found;
    this.process = first;
  }

  /** Waits until fewer than the allowed number of documents are open. */
  enter(): Promise<void> {
    return new Promise((admit) => {
      this.#waiting.push({ alone: false, admit });
      this.#admitNext();
    });
  }

  /**
   * Waits until no other document is open, and keeps all others out. For a document that was open
   * when the browser died: it has the whole memory, and if the browser dies again it is known which
   * document it was. Whoever waits here must have left.
   */
  enterAlone(): Promise<void> {
    return new Promise((admit) => {
      this.#waiting.unshift({ alone: true, admit });
      this.#admitNext();
    });
  }

  leave(): void {
    this.#open -= 1;
    this.#isAlone = false;
    this.#admitNext();
  }

  #admitNext(): void {
    for (;;) {
      const next = this.#waiting[0];
      if (next === undefined || this.#isAlone) return;
      if (next.alone ? this.#open > 0 : this.#open >= PAGES_AT_ONCE) return;
      this.#waiting.shift();
      this.#open += 1;
      this.#isAlone = next.alone;
      next.admit();
    }
  }

  /** @param fresh in a new process, whatever the present one is like. */
  async lease(fresh: boolean): Promise<Lease> {
    if (this.#closed) throw new BrowserError("died closed", {});
    if (fresh || !this.process.isAlive()) await this.#startAgain();
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
        await this.process.stop({ force: true });
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
