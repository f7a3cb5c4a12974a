import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { fillText } from "../diagnostics/message-table.ts";
import { BrowserError } from "./browser-error.ts";
import { BROWSER_REMEDIES, EMBEDDED_NOTES } from "./browser-messages.ts";
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
 * would be a surprise. Throws BrowserError `missing` or `path`.
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
      notes.push(EMBEDDED_NOTES.absent);
    } catch (cause) {
      notes.push(fillText(EMBEDDED_NOTES.locked, { why: messageOf(cause) }));
    }
  } else {
    notes.push(EMBEDDED_NOTES.foreign);
  }
  for (const path of listUsualPlaces(machine.platform, machine.environment, machine.home)) {
    if (machine.exists(path)) return { source: "installed", executablePath: path, notes };
  }
  const remedies = remediesFor(machine.platform);
  throw new BrowserError("missing", {}, { remedies, notes: notes.join("\n") });
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
export function remediesFor(platform: NodeJS.Platform): string {
  return platform === "darwin" || platform === "win32"
    ? BROWSER_REMEDIES[platform]
    : BROWSER_REMEDIES.other;
}

function usePath(
  source: "option" | "environment",
  path: string,
  name: string,
  machine: Machine,
): FoundBrowser {
  const executablePath = resolve(path);
  if (!machine.exists(executablePath)) {
    throw new BrowserError("path", {}, { path, name, remedies: remediesFor(machine.platform) });
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
