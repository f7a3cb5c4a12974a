import { BrowserError } from "../../browser/browser-error.ts";
import type { LaunchedBrowser } from "../../browser/launch-browser.ts";
import { PRINT_LIMITS, type PrintLimits } from "../../pdf/print-limits.ts";

/** The browser of a build: started when the first book needs it, for all of them. */
export interface LazyBrowser {
  /** Undefined where there is none; `fault` then says why. */
  start(): Promise<LaunchedBrowser | undefined>;
  readonly fault: BrowserError | undefined;
  /** Of the browser that prints or would print; it is started only where nothing else tells. */
  identify(): Promise<string | undefined>;
  /** False where another browser was started than was foreseen: the embedded one could not be unpacked. */
  isForeseen(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * @param path of the browser, where it was named.
 * @param limits how long a book may take to print.
 */
export function createLazyBrowser(
  path: string | undefined,
  { mostSeconds }: Pick<PrintLimits, "mostSeconds"> = PRINT_LIMITS,
): LazyBrowser {
  let starting: Promise<LaunchedBrowser | undefined> | undefined;
  let fault: BrowserError | undefined;
  const launch = async () => {
    try {
      // Loaded here: a build of EPUBs alone has no use for it.
      const { findBrowser } = await import("../../browser/find-browser.ts");
      const { launchBrowser } = await import("../../browser/launch-browser.ts");
      return await launchBrowser(await findBrowser({ path }), { mostSeconds });
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
      fault = error;
      return undefined;
    }
  };
  const start = () => {
    starting ??= launch();
    return starting;
  };
  return {
    start,
    async identify() {
      const { foreseeIdentity } = await import("../../browser/find-browser.ts");
      return (
        (starting === undefined ? foreseeIdentity({ path }) : undefined) ??
        (await start())?.identity
      );
    },
    async isForeseen() {
      const started = await starting;
      if (started === undefined) return true;
      const { foreseeIdentity } = await import("../../browser/find-browser.ts");
      return started.identity === foreseeIdentity({ path });
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
