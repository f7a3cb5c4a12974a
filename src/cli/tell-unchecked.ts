import { join } from "node:path";
import type { Unchecked } from "../build/verify/read-folder.ts";
import { SUMS_FILE } from "../provenance/render-sums.ts";
import { quoteWord } from "./command-name.ts";
import { diagnosticsForJson, printJson, reportDiagnostics } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** Without a list that can be used, nothing is said of any file. */
export async function tellUnchecked(
  shell: Shell,
  name: string,
  folder: string,
  { reason, diagnostics }: Unchecked,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  const code = EXIT.contentErrors;
  if (options.json) {
    const told = diagnosticsForJson(diagnostics, { prefix: `${name}/` });
    printJson(shell, { exitCode: code, folder: name, unchecked: reason, diagnostics: told });
    return code;
  }
  if (reason !== "absent") {
    shell.terminal.out(
      reason === "refused"
        ? "Do not trust this copy: its SHA256SUMS is not one to rely on.\n"
        : "This copy cannot be checked: you may not read all of this folder.\n",
    );
    const source = { prefix: `${name}/` };
    reportDiagnostics(shell, diagnostics, source);
    return code;
  }
  shell.terminal.out(
    "This copy cannot be checked: there is no SHA256SUMS in this folder, nor in the one above.\n",
  );
  const below = join(name, "output").replaceAll("\\", "/");
  const isBelow = (await shell.fileSystem.stat(join(folder, "output", SUMS_FILE)))?.kind === "file";
  shell.terminal.note(
    isBelow
      ? `  hint: There is one in a folder below: \`${shell.command} verify ${quoteWord(below)}\`\n`
      : `  hint: \`${shell.command} build\` writes one beside the books. Copy it with them, into the same folder or the one above.\n`,
  );
  return code;
}
