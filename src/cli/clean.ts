import { cleanCache } from "../api/this-host.ts";
import { formatKilobytes } from "./lines.ts";
import { plural, printJson } from "./report.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** `handpress clean`: removes what builds keep in this user's cache. */
export async function runClean(shell: Shell, options: CommonOptions): Promise<ExitCode> {
  const cleaned = await cleanCache(shell);
  const { files, sizeBytes } = cleaned;
  if (options.json) {
    printJson(shell, { exitCode: EXIT.clean, ...cleaned });
  } else if (sizeBytes === 0) {
    shell.terminal.out("There was nothing to remove.\n");
  } else {
    shell.terminal.out(
      `Removed ${plural(files, "file")} of finished books, ${formatKilobytes(sizeBytes)} in all.\n` +
        "Your books in the output folders are untouched. The next build takes longer.\n",
    );
  }
  return EXIT.clean;
}
