import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { Readable, Writable } from "node:stream";
import { connect, type Browser as PuppeteerBrowser } from "puppeteer-core";
import { cleanAtExit, endProcess } from "../host/exit-cleaning.ts";
import { BrowserError } from "./browser-error.ts";
import { writeFontConfiguration } from "./fallback-font.ts";
import type { FoundBrowser } from "./find-browser.ts";
import { listLaunchArguments } from "./launch-arguments.ts";
import { PipeTransport } from "./pipe-transport.ts";
import {
  makeTemporaryFolder,
  removeDeadFolders,
  type TemporaryFolder,
} from "./temporary-folder.ts";

/** Why Chromium's own sandbox is on or off. */
export type SandboxState = "on" | "off-root" | "off-unavailable";

/** One running process with its private folder. */
export interface ChromiumProcess {
  readonly connection: PuppeteerBrowser;
  readonly version: string;
  readonly sandbox: SandboxState;
  /** True when the fallback font is the only font the browser can find on the machine. */
  readonly hasPrivateFonts: boolean;
  readonly processId: number;
  isAlive(): boolean;
  /**
   * Ends the process with all its children and removes its folder. `force` for one that hangs: it
   * is not asked first.
   */
  stop(options?: { readonly force: boolean }): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 3_000;
const LOG_LIMIT = 64_000;

/**
 * Starts a browser, with its own sandbox where that works. One that is killed while it starts is
 * started once more. Throws BrowserError `start` with the last lines that the browser wrote.
 */
export async function startChromium(found: FoundBrowser): Promise<ChromiumProcess> {
  if (process.getuid?.() === 0) return startUnlessKilled(found, "off-root");
  if (sandboxless.has(found.executablePath)) return startUnlessKilled(found, "off-unavailable");
  try {
    return await startUnlessKilled(found, "on");
  } catch (error) {
    // Chromium says so in several ways ("No usable sandbox!", "zygote_host_impl_linux",
    // "Operation not permitted"), or just dies: the second attempt tells.
    if (process.platform !== "linux") throw error;
    const running = await startUnlessKilled(found, "off-unavailable");
    sandboxless.add(found.executablePath);
    return running;
  }
}

/** Browsers that did not start with a sandbox in this run. */
const sandboxless = new Set<string>();

/** Somebody else ended it: a person, or the system for lack of memory. It is not its sandbox. */
class KilledAtStart extends Error {}

async function startUnlessKilled(
  found: FoundBrowser,
  sandbox: SandboxState,
): Promise<ChromiumProcess> {
  try {
    return await startOnce(found, sandbox);
  } catch (error) {
    if (!(error instanceof BrowserError && error.cause instanceof KilledAtStart)) throw error;
    return await startOnce(found, sandbox);
  }
}

async function startOnce(found: FoundBrowser, sandbox: SandboxState): Promise<ChromiumProcess> {
  const folder = openProfile();
  const profile = folder.path;
  let log = "";
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  try {
    const fontConfiguration = await writeFontConfiguration(profile);
    const starting = cleanAtExit({ isStarting: true });
    child = spawn(
      found.executablePath,
      listLaunchArguments({ profile, sandbox: sandbox === "on" }).slice(),
      {
        env: listEnvironment(found, profile, fontConfiguration),
        cwd: profile,
        stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
        // A group of its own: Ctrl-C reaches us alone, and we can end all of it at once.
        detached: process.platform !== "win32",
        windowsHide: true,
      },
    );
    const running = child;
    running.stderr?.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString("utf8")).slice(-LOG_LIMIT);
    });
    ended = new Promise<void>((settle) => {
      running.once("error", () => settle());
      running.once("exit", () => settle());
    });
    if (running.pid !== undefined) {
      const killing = cleanAtExit({ processId: running.pid });
      void ended.then(() => killing.release());
    }
    starting.release();
    const endAtOnce = async () => {
      await ended;
      if (running.signalCode === "SIGKILL") throw new KilledAtStart("the browser was killed");
      throw new Error("the browser ended at once");
    };
    const transport = new PipeTransport(running.stdio[3] as Writable, running.stdio[4] as Readable);
    const greet = async () => {
      // Each step has its own limit, longer than the three minutes that the package allows.
      const made = await connect({ transport, defaultViewport: null, protocolTimeout: 0 });
      return { connection: made, version: await made.version() };
    };
    const { connection, version } = await withTimeout(
      // Pipes that break say less than the end that they tell of.
      Promise.race([greet().catch(endAtOnce), endAtOnce()]),
      START_TIMEOUT_MS,
      "the browser did not answer",
    );
    return {
      connection,
      version,
      sandbox,
      hasPrivateFonts: fontConfiguration !== undefined,
      processId: running.pid ?? 0,
      isAlive: () =>
        running.exitCode === null && running.signalCode === null && connection.connected,
      stop: async (options) => {
        if (options?.force !== true) {
          await withTimeout(connection.close(), STOP_TIMEOUT_MS, "").catch(() => {});
          await withTimeout(ended, STOP_TIMEOUT_MS, "").catch(() => {});
        }
        kill(running);
        await ended;
        folder.remove();
      },
    };
  } catch (cause) {
    if (child) kill(child);
    // Until it is gone it may write into its folder.
    await ended;
    folder.remove();
    if (cause instanceof BrowserError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrowserError(
      "start stopped",
      { details: [reason, ...lastLines(log)], cause },
      { path: found.executablePath },
    );
  }
}

function openProfile(): TemporaryFolder {
  let profile: TemporaryFolder;
  try {
    profile = makeTemporaryFolder("browser");
  } catch (cause) {
    throw new BrowserError(
      "start folder",
      { details: [cause instanceof Error ? cause.message : String(cause)], cause },
      { path: tmpdir() },
    );
  }
  removeDeadFolders(profile.path);
  return profile;
}

/** The whole group, since a renderer may go on for a while after its parent. */
function kill(child: ChildProcess): void {
  if (child.pid !== undefined) endProcess(child.pid);
}

/**
 * The browser learns nothing of its user: no home, no locale, no time zone, no proxy settings.
 * Windows needs a few names of its own to start a program at all.
 */
function listEnvironment(
  found: FoundBrowser,
  profile: string,
  fontConfiguration: string | undefined,
): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = {
    HOME: profile,
    TMPDIR: profile,
    XDG_CACHE_HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_RUNTIME_DIR: profile,
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    LANG: "C.UTF-8",
    TZ: "UTC",
    PATH: process.platform === "win32" ? (process.env.PATH ?? "") : "/usr/bin:/bin",
  };
  if (process.platform === "win32") {
    for (const name of ["SystemRoot", "windir", "SystemDrive", "ProgramFiles", "ProgramData"]) {
      const value = process.env[name];
      if (value !== undefined) environment[name] = value;
    }
    environment.TEMP = profile;
    environment.TMP = profile;
    environment.LOCALAPPDATA = profile;
    environment.USERPROFILE = profile;
  }
  if (found.libraryFolder) environment.LD_LIBRARY_PATH = found.libraryFolder;
  if (fontConfiguration) environment.FONTCONFIG_FILE = fontConfiguration;
  return environment;
}

const MISSING_LIBRARY = /error while loading shared libraries: ([^:\s]+)/;

/** What the browser itself said at the end, and for a common cause what to do. */
function lastLines(log: string): readonly string[] {
  const lines = log
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(-5);
  const library = MISSING_LIBRARY.exec(log)?.[1];
  if (library === undefined) return lines;
  return [...lines, `install the package that holds ${library}, or a browser with its own package`];
}

/** Rejects with `message` when the promise takes longer. */
export async function withTimeout<T>(
  promise: Promise<T>,
  timeoutMs: number,
  message: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(message)), timeoutMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
