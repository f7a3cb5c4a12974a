import { BrowserError } from "./browser-error.ts";
import type { SandboxState } from "./chromium-process.ts";
import { FALLBACK_FONT_NAME } from "./embedded-files.ts";
import {
  type FoundBrowser,
  findBrowser,
  type Machine,
  remediesFor,
  thisMachine,
} from "./find-browser.ts";
import { launchBrowser } from "./launch-browser.ts";
import { cacheHome } from "./private-cache.ts";

/** What `handpress doctor` shows about the browser. */
export interface BrowserReport {
  /** Absent when there is none. */
  readonly found?: FoundBrowser;
  /** As the browser itself says. Absent when it does not start. */
  readonly version?: string;
  readonly sandbox?: { readonly state: SandboxState; readonly reason: string };
  /** Where the embedded browser is unpacked to. */
  readonly cacheFolder: string;
  /** The only font the browser can find beside the book's; absent: the machine's fonts. */
  readonly fallbackFont?: string;
  /** Why no PDF can be made on this machine. */
  readonly problem?: BrowserError;
  /** What the reader can do about it, one a line; empty when all is well. */
  readonly hints: readonly string[];
}

const SANDBOX_REASONS: Readonly<Record<SandboxState, string>> = {
  on: "Chromium's own sandbox is on",
  "off-root": "Chromium's own sandbox is off, because it cannot start as root",
  "off-unavailable":
    "Chromium's own sandbox is off, because this system gives it no user namespaces",
};

const SANDBOX_HINTS: Readonly<Record<SandboxState, readonly string[]>> = {
  on: [],
  "off-root": ["run Handpress as a user other than root"],
  "off-unavailable": [
    "allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1, or user.max_user_namespaces above 0; on Ubuntu an AppArmor profile), or in a container give it a seccomp profile that does",
  ],
};

/** Looks for a browser and starts it once. Never throws for what a machine lacks. */
export async function describeBrowser(
  wish: { readonly path?: string | undefined } = {},
  machine: Machine = thisMachine(),
): Promise<BrowserReport> {
  const cacheFolder = cacheHome(machine.environment);
  let found: FoundBrowser | undefined;
  try {
    found = await findBrowser(wish, machine);
    const browser = await launchBrowser(found);
    const { version, sandbox, hasPrivateFonts } = browser;
    await browser.close();
    return {
      found,
      version,
      sandbox: { state: sandbox, reason: SANDBOX_REASONS[sandbox] },
      cacheFolder,
      ...(hasPrivateFonts ? { fallbackFont: FALLBACK_FONT_NAME } : {}),
      hints: SANDBOX_HINTS[sandbox],
    };
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    const remedies = error.problem === "missing" ? [] : remediesFor(machine.platform).split("\n");
    return {
      ...(found ? { found } : {}),
      cacheFolder,
      problem: error,
      hints: [...new Set([...error.details, ...remedies])],
    };
  }
}
