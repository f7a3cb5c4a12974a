import type { Page } from "puppeteer-core";
import type { PrintChoice, PrintRequest } from "./browser.ts";
import { BrowserError } from "./browser-error.ts";
import { DOCUMENT_ADDRESS, isolatePage, type PageIsolation } from "./page-isolation.ts";
import { blankPageScript, fillScript, linkScript, USABLE_SCRIPT } from "./page-scripts.ts";

/** In characters of HTML: about a hundred pages. */
const LONG_DOCUMENT = 600_000;

/** One page (tab) of the browser, used for one document after another. */
export interface DocumentPage {
  load(request: PrintRequest): Promise<void>;
  fill(texts: ReadonlyMap<string, string>): Promise<void>;
  print(options: PrintChoice): Promise<Uint8Array>;
  /**
   * Forgets the document. False where the page is gone with it: only the end of its process gives
   * back what a long book took.
   */
  clear(): Promise<boolean>;
  /** Closes the page, whatever it is doing. */
  discard(): Promise<void>;
}

/** Makes a page ready for documents. All waiting is bounded by the caller. */
export async function prepareDocumentPage(page: Page): Promise<DocumentPage> {
  page.setDefaultTimeout(0);
  page.setDefaultNavigationTimeout(0);
  const isolation = await isolatePage(page);
  // A renderer that crashes leaves its calls without an answer.
  const crash = new Promise<never>((_, reject) => {
    page.once("error", (error) => reject(new Error("Page crashed", { cause: error })));
  });
  crash.catch(() => {});
  const orCrash = <T>(work: Promise<T>): Promise<T> => Promise.race([work, crash]);
  // Of the last print's places; they are taken away before the next.
  let hasLinks = false;
  let hasBlanks = false;
  let isLong = false;
  return {
    load: async (request) => {
      isolation.serve(request);
      isLong = request.html.length > LONG_DOCUMENT;
      let failure: unknown;
      await orCrash(page.goto(DOCUMENT_ADDRESS, { waitUntil: "load" })).catch((error: unknown) => {
        failure = error;
      });
      if (failure !== undefined && isolation.refused.length === 0) throw failure;
      demandOwn(page, isolation);
      await orCrash(demandUsable(page));
      demandOwn(page, isolation);
    },
    fill: async (texts) => {
      const missing = listOf(await orCrash(page.evaluate(fillScript(texts))));
      if (missing.length > 0) {
        throw new Error(`Unexpected ids ${missing.join(", ")}, expected elements of the document`);
      }
    },
    print: async (options) => {
      const { places = [], blankPagesBefore: blanks = [] } = options;
      if (places.length > 0 || hasLinks) await orCrash(page.evaluate(linkScript(places)));
      hasLinks = places.length > 0;
      if (blanks.length > 0 || hasBlanks) await orCrash(page.evaluate(blankPageScript(blanks)));
      hasBlanks = blanks.length > 0;
      // What an earlier print of a long book took is as much again as the book.
      if (isLong) await orCrash(freeMemory(page));
      const bytes = await orCrash(
        page.pdf({
          preferCSSPageSize: true,
          printBackground: true,
          tagged: options.tagged,
          outline: options.outline,
          waitForFonts: false,
          timeout: 0,
        }),
      );
      demandOwn(page, isolation);
      return bytes;
    },
    clear: async () => {
      isolation.serve({ html: "", assets: new Map() });
      if (isLong) await orCrash(page.close());
      else await orCrash(page.goto("about:blank"));
      return !isLong;
    },
    discard: () => page.close(),
  };
}

/** Has the page give back what it does not need, as it does by itself on a machine that is full. */
async function freeMemory(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Memory.simulatePressureNotification", { level: "critical" });
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

/** A blocked refresh or link leaves an error page, which prints as a blank book. */
function demandOwn(page: Page, isolation: PageIsolation): void {
  const refused = [...isolation.refused];
  const address = page.url();
  if (address !== DOCUMENT_ADDRESS && address.split("#")[0] !== DOCUMENT_ADDRESS) {
    if (!refused.includes(address)) refused.push(address);
  }
  if (refused.length === 0) return;
  throw new BrowserError("refused", { details: refused });
}

/** A font that did not load would be replaced silently. */
async function demandUsable(page: Page): Promise<void> {
  const unusable = listOf(await page.evaluate(USABLE_SCRIPT));
  if (unusable.length === 0) return;
  throw new BrowserError("unusable", { details: unusable });
}

function listOf(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.map(String) : ["no answer from the page"];
}
