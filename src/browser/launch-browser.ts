import type { Browser } from "./browser.ts";
import { type ChromiumProcess, startChromium } from "./chromium-process.ts";
import { type FoundBrowser, nameEmbedded } from "./find-browser.ts";
import { PagePool } from "./page-pool.ts";
import { openSession } from "./print-session.ts";

export interface BrowserOptions {
  /** The longest that one document may be open, all its prints together. */
  readonly mostSeconds?: number;
}

/** What `doctor` and the build record tell beyond the contract. */
export interface LaunchedBrowser extends Browser {
  /**
   * For the build record. Everybody has the same embedded browser, and it is named exactly; of one
   * of this machine only the major version: few machines have the same build on the same day.
   */
  readonly publicVersion: string;
  /** Names the program that prints, exactly: two with one identity give the same pages. Stays on this machine. */
  readonly identity: string;
  readonly sandbox: ChromiumProcess["sandbox"];
  readonly hasPrivateFonts: boolean;
  /** Of the browser's main process, as long as it lives. */
  readonly processId: number;
}

const MOST_SECONDS = 600;

/**
 * Starts the browser. A document that is open when the browser dies is opened again, once, in a
 * new one and while no other is open. Throws BrowserError.
 */
export async function launchBrowser(
  found: FoundBrowser,
  options: BrowserOptions = {},
): Promise<LaunchedBrowser> {
  const mostSeconds = options.mostSeconds ?? MOST_SECONDS;
  const pool = new PagePool(found, await startChromium(found));
  return {
    get version() {
      return pool.process.version;
    },
    get publicVersion() {
      const { version } = pool.process;
      return found.source === "embedded" ? version : cutVersion(version);
    },
    get identity() {
      return found.source === "embedded" ? nameEmbedded(found.version) : pool.process.version;
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
    open: (request) => openSession(pool, request, mostSeconds),
    close: () => pool.close(),
  };
}

/** @returns the name and the major version: `HeadlessChrome/153`. */
export function cutVersion(version: string): string {
  return /^[A-Za-z ]{1,40}\/\d{1,4}(?=\.|$)/.exec(version)?.[0] ?? "another browser";
}
