import { spawn } from "node:child_process";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { MachineLacks } from "./judged-book.ts";

const folder = import.meta.dirname;

/** From the judges' own packages; their types are stated where they are used. */
export const requireJudge = createRequire(join(folder, "package.json"));

/**
 * Installs the judges' packages beside this file, with `npm ci`, where they are not there: they
 * belong to this check alone. Throws MachineLacks where npm cannot.
 */
export async function installJudges(say: (line: string) => void): Promise<void> {
  if (await isInstalled()) return;
  say("Installing the judges with npm (once) …");
  const isWindows = process.platform === "win32";
  const npm = spawn("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    // On Windows npm is a script of the shell.
    shell: isWindows,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(npm, "close").catch(() => [1]);
  if (code === 0 && (await isInstalled())) return;
  throw new MachineLacks(
    "npm could not install the judges (is there a network?). Try `npm ci` in tests/judges.",
  );
}

/** True when npm finished here, with what the lock file says now. */
async function isInstalled(): Promise<boolean> {
  try {
    // npm writes this file at the very end.
    await access(join(folder, "node_modules/.package-lock.json"));
    const wanted = requireJudge("./package.json") as { dependencies: Record<string, string> };
    const has = requireJudge("./node_modules/.package-lock.json") as {
      packages: Record<string, { version: string }>;
    };
    return Object.entries(wanted.dependencies).every(
      ([name, version]) => has.packages[`node_modules/${name}`]?.version === version,
    );
  } catch {
    return false;
  }
}
