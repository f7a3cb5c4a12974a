import { cleanCache } from "../build/finished/clean-cache.ts";
import { plural, printJson } from "./report.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** `handpress clean`: removes what builds keep in this user's cache. */
export async function runClean(shell: Shell, options: CommonOptions): Promise<ExitCode> {
  const { cacheFolder } = shell;
  const cleaned =
    cacheFolder === undefined ? { files: 0, sizeBytes: 0 } : await cleanCache(shell, cacheFolder);
  if (options.json) {
    printJson(shell, { exitCode: EXIT.clean, ...cleaned });
    return EXIT.clean;
  }
  const { terminal } = shell;
  if (cleaned.sizeBytes === 0) {
    terminal.out("There was nothing to remove.\n");
    return EXIT.clean;
  }
  const size = `${Math.max(1, Math.round(cleaned.sizeBytes / 1000))} kB`;
  terminal.out(`Removed ${plural(cleaned.files, "file")} of finished books, ${size} in all.\n`);
  terminal.out("Your books in the output folders are untouched. The next build takes longer.\n");
  return EXIT.clean;
}
