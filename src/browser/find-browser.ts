import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { BrowserError, BrowserMissing } from "./browser-error.ts";
import {
  type EmbeddedBrowser,
  locateEmbeddedPackage,
  unpackEmbeddedBrowser,
} from "./embedded-browser.ts";
import { EMBEDDED_VERSION } from "./embedded-files.ts";
import { listUsualPlaces } from "./installed-browsers.ts";

/** A browser on this machine that was not started yet. */
export interface FoundBrowser {
  readonly source: "option" | "environment" | "embedded" | "installed";
  readonly executablePath: string;
  /** Known before the start only of the embedded one; a running `Browser` knows its own. */
  readonly version?: string;
  /** Shared libraries that the browser brings with it. */
  readonly libraryFolder?: string;
  /** What went wrong with places that were tried before, for `doctor`. */
  readonly notes: readonly string[];
}

/** What the search must know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** True for a file that this user may run. */
  exists(path: string): boolean;
  /** Undefined where the package is not installed; throws where it cannot be unpacked. */
  unpackEmbedded(): Promise<EmbeddedBrowser | undefined>;
}

/** The machine we run on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    architecture: process.arch,
    environment: process.env,
    home: homedir(),
    exists: isProgram,
    unpackEmbedded: async () => {
      const packed = locateEmbeddedPackage();
      return packed === undefined ? undefined : unpackEmbeddedBrowser(packed);
    },
  };
}

const ENVIRONMENT_NAMES = ["HANDPRESS_BROWSER", "PUPPETEER_EXECUTABLE_PATH"];

/** glibc's loader: the embedded browser needs it, and Alpine or NixOS do not have it there. */
const GLIBC_LOADER = "/lib64/ld-linux-x86-64.so.2";

/**
 * Finds a browser: the path of the option, that of the environment, the embedded one, one that is
 * installed. A path that somebody gave is used or is an error: another browser instead of it
 * would be a surprise. Throws BrowserMissing, or BrowserError `path`.
 */
export async function findBrowser(
  wish: { readonly path?: string | undefined } = {},
  machine: Machine = thisMachine(),
): Promise<FoundBrowser> {
  if (wish.path !== undefined) {
    return usePath("option", wish.path, "--browser", machine);
  }
  for (const name of ENVIRONMENT_NAMES) {
    const path = machine.environment[name];
    if (path) return usePath("environment", path, name, machine);
  }
  const notes: string[] = [];
  if (canRunEmbedded(machine)) {
    try {
      const embedded = await machine.unpackEmbedded();
      if (embedded) return { source: "embedded", ...embedded, notes: embedded.notes ?? [] };
      notes.push("the embedded browser (@sparticuz/chromium) is not installed");
    } catch (cause) {
      notes.push(`the embedded browser cannot be unpacked: ${messageOf(cause)}`);
    }
  } else {
    notes.push("the embedded browser is for Linux with glibc on x64 only");
  }
  for (const path of listUsualPlaces(machine.platform, machine.environment, machine.home)) {
    if (machine.exists(path)) return { source: "installed", executablePath: path, notes };
  }
  throw new BrowserMissing([...listRemedies(machine.platform), ...notes]);
}

/** What the embedded browser is called among all that print. */
export function nameEmbedded(version: string | undefined): string {
  return `embedded ${version}`;
}

/**
 * The identity that the browser will have, where it can be told without a start: that of the embedded
 * one, if it can be unpacked. Any other may have been replaced since the last time.
 */
export function foreseeIdentity(
  wish: { readonly path?: string | undefined } = {},
  machine: Machine = thisMachine(),
): string | undefined {
  const isNamed =
    wish.path !== undefined || ENVIRONMENT_NAMES.some((name) => machine.environment[name]);
  if (isNamed || !canRunEmbedded(machine)) return undefined;
  return locateEmbeddedPackage() === undefined ? undefined : nameEmbedded(EMBEDDED_VERSION);
}

/** Three ways to get a browser on this system, one a line. */
export function listRemedies(platform: NodeJS.Platform): readonly string[] {
  const embedded =
    "on Linux x64, install Handpress again with `npm ci`: a browser comes with it (@sparticuz/chromium)";
  const named =
    "name the one you have: `--browser PATH`, or the environment variable HANDPRESS_BROWSER";
  if (platform === "darwin") {
    return ["install Google Chrome, Chromium or Microsoft Edge in Applications", named, embedded];
  }
  if (platform === "win32") {
    return [
      "use Microsoft Edge, which comes with Windows, or install Google Chrome",
      named,
      embedded,
    ];
  }
  return [
    embedded,
    "install a package: `chromium-headless-shell` or `chromium` (Debian, Tails), `chromium` (Fedora, Arch, Alpine)",
    named,
  ];
}

function usePath(
  source: "option" | "environment",
  path: string,
  name: string,
  machine: Machine,
): FoundBrowser {
  const executablePath = resolve(path);
  if (!machine.exists(executablePath)) {
    throw new BrowserError(
      "path",
      `Unexpected path ${path} in ${name}, expected a browser that can be run`,
      [
        `leave ${name} out, and Handpress looks for a browser by itself`,
        ...listRemedies(machine.platform),
      ],
    );
  }
  return { source, executablePath, notes: [] };
}

function canRunEmbedded(machine: Machine): boolean {
  return (
    machine.platform === "linux" && machine.architecture === "x64" && machine.exists(GLIBC_LOADER)
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
