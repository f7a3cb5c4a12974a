import { type BrowserReport, describeBrowser } from "../browser/describe-browser.ts";
import type { FoundBrowser } from "../browser/find-browser.ts";

/** The oldest Node.js that everything is tested on. */
const NODE_FLOOR = [20, 19] as const;
export const OLDEST_NODE = NODE_FLOOR.join(".");

/** What this machine has for making books, as plain values. */
export interface MachineReport {
  /** Version of Node.js. */
  readonly node: string;
  readonly nodeIsEnough: boolean;
  /** What is not known is undefined. */
  readonly browser: {
    readonly path: string | undefined;
    readonly source: FoundBrowser["source"] | undefined;
    readonly version: string | undefined;
    readonly sandbox: BrowserReport["sandbox"];
    readonly fallbackFont: string | undefined;
    /** Why no PDF can be made. */
    readonly problem: string | undefined;
    readonly notes: readonly string[] | undefined;
  };
  readonly cacheFolder: string;
  /** What to do, one a line. */
  readonly hints: readonly string[];
}

/** @param path of the browser, where it was named. */
export async function describeMachine(path: string | undefined): Promise<MachineReport> {
  const node = process.versions.node;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const [leastMajor, leastMinor] = NODE_FLOOR;
  const report = await describeBrowser({ path });
  const { found, version, sandbox, fallbackFont, problem, cacheFolder, hints } = report;
  return {
    node,
    nodeIsEnough: major > leastMajor || (major === leastMajor && minor >= leastMinor),
    browser: {
      path: found?.executablePath,
      source: found?.source,
      version,
      sandbox,
      fallbackFont,
      problem: problem?.message,
      notes: found?.notes,
    },
    cacheFolder,
    hints,
  };
}
