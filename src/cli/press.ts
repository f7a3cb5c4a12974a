import type { Browser } from "../browser/browser.ts";
import { BrowserError } from "../browser/browser-error.ts";

/** The browser of a build: started when the first book needs it, for all of them. */
export interface Press {
  /** Undefined where there is none; `fault` then says why. */
  start(): Promise<Browser | undefined>;
  readonly fault: BrowserError | undefined;
  close(): Promise<void>;
}

export function createPress(path: string | undefined): Press {
  let starting: Promise<Browser | undefined> | undefined;
  let fault: BrowserError | undefined;
  const launch = async () => {
    try {
      // Loaded here: a build of EPUBs alone has no use for it.
      const { findBrowser } = await import("../browser/find-browser.ts");
      const { launchBrowser } = await import("../browser/launch-browser.ts");
      return await launchBrowser(await findBrowser({ path }));
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
      fault = error;
      return undefined;
    }
  };
  return {
    start() {
      starting ??= launch();
      return starting;
    },
    get fault() {
      return fault;
    },
    async close() {
      const browser = await starting;
      await browser?.close();
    },
  };
}
