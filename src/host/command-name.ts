import { accessSync, constants } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, win32 } from "node:path";

/** How a process of this program came to be. */
export interface Call {
  /** Absolute path of the script that Node.js was given. */
  readonly script: string;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isWindows: boolean;
  /** Whether the shell can start a file by its path alone: a stick often says no. */
  canStart(path: string): boolean;
}

/** What to type to call this process's program again. @param script by which it was called. */
export function nameThisCommand(script: string): string {
  const { env: environment, platform } = process;
  const isWindows = platform === "win32";
  return nameCommand({ script, cwd: process.cwd(), environment, isWindows, canStart });
}

function canStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * What to type to call this program again, from the same folder. Hints name it: a name that is not
 * here, such as `npx handpress` in another folder, could be that of a stranger's program.
 */
export function nameCommand(call: Call): string {
  const { script, cwd, environment, isWindows } = call;
  // The launchers in the root say how they were called.
  const launcher = environment.HANDPRESS_CALLED;
  if (launcher !== undefined && launcher !== "") {
    if (isWindows) return quoteWord(showWindowsPath(cwd, launcher), isWindows);
    const words = quoteWord(launcher, isWindows);
    return launcher.includes("/") && call.canStart(launcher) ? words : `sh ${words}`;
  }
  const isOfPackage = basename(dirname(script)) === ".bin";
  if (isOfPackage || environment.npm_command === "exec") return "npx --no-install handpress";
  if (!/\.[cm]?js$/.test(script)) return "handpress";
  // `npm start` is no name for other commands; the launcher lies beside the script that it calls.
  const beside = join(dirname(script), "handpress");
  if (environment.npm_lifecycle_event !== undefined && call.canStart(beside)) {
    return isWindows ? ".\\handpress" : "./handpress";
  }
  const way = relative(cwd, script);
  return `node ${quoteWord(isAbsolute(way) ? script : way, isWindows)}`;
}

/** As both shells of Windows take it: `.\` is needed by one of them. */
function showWindowsPath(cwd: string, launcher: string): string {
  const way = win32.relative(cwd, launcher.replace(/\.cmd$/i, ""));
  return win32.isAbsolute(way) || way.startsWith("..") ? way : `.\\${way}`;
}

/** A word as a shell wants it; where nothing in it is special within them, in marks that every shell knows. */
export function quoteWord(word: string, isWindows = false): string {
  if (/^[\p{L}\p{M}\p{N}_./:@%+,=~-]+$/u.test(isWindows ? word.replaceAll("\\", "/") : word))
    return word;
  return isWindows || !/["$`\\!]/.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
