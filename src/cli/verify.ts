import { join } from "node:path";
import { type CheckedFolder, type UncheckedFolder, verifyFolder } from "../api/verify-folder.ts";
import { quoteWord } from "../host/command-name.ts";
import {
  describeFiles,
  describePassedOver,
  describeProof,
  describeRebuilt,
  describeVerdict,
} from "./describe-folder.ts";
import { type CurriculumOptions, tellRaised } from "./open-curriculum.ts";
import { withProgress } from "./progress.ts";
import { diagnosticsForJson, printJson, reportDiagnostics } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface VerifyOptions extends CurriculumOptions {
  /** Of one's own, where books were made with one. */
  readonly theme?: string;
  /** The folder of a curriculum. */
  readonly rebuild?: string;
}

/**
 * `handpress verify`: whether a folder of books is as it was written down, and, with its source,
 * whether the books are what that says.
 */
export async function runVerify(
  shell: Shell,
  folder: string,
  options: VerifyOptions,
): Promise<ExitCode> {
  if (options.rebuild !== undefined) tellRaised(shell, options);
  const found = await withProgress(shell.terminal, options, (onBook) =>
    verifyFolder(shell, folder, { ...options, version: shell.version, onBook }),
  );
  const code = endCode(found);
  if (options.json) {
    printJson(shell, { exitCode: code, folder, ...describeForJson(found, folder) });
  } else if (found.kind === "unchecked") {
    tellUnchecked(shell, found, folder);
  } else tellChecked(shell, found, folder, options);
  return code;
}

function endCode(found: CheckedFolder | UncheckedFolder): ExitCode {
  if (found.kind === "unchecked") return EXIT.contentErrors;
  if (found.rebuilt?.browserFault !== undefined) return EXIT.machine;
  return found.isGood ? EXIT.clean : EXIT.contentErrors;
}

function tellChecked(
  shell: Shell,
  found: CheckedFolder,
  folder: string,
  { rebuild, quiet = false }: VerifyOptions,
): void {
  const { terminal } = shell;
  const { judged, marks, rebuilt } = found;
  const lacksRecord = rebuild !== undefined && rebuilt === undefined;
  terminal.out(`${describeVerdict(found, lacksRecord)}\n`);
  reportDiagnostics(shell, found.diagnostics, { prefix: `${folder}/` });
  const lines = [
    ...(found.isPart ? ["By the SHA256SUMS of the folder above."] : []),
    ...describeFiles(judged, marks, quiet),
    ...describeRebuilt(found, rebuild, quiet),
  ];
  for (const line of lines) terminal.out(`${line}\n`);
  const fault = rebuilt?.browserFault;
  if (fault !== undefined) {
    const ways = fault.details.map((detail) => `  - ${detail}\n`).join("");
    terminal.note(
      `\nhandpress: what takes a browser was not built again, and is not compared. ${fault.message}\n${ways}`,
    );
  }
  for (const line of describePassedOver(found, quiet)) terminal.out(`${line}\n`);
  if (quiet) return;
  for (const line of describeProof(found, shell.command, folder)) terminal.out(`${line}\n`);
}

/** Without a list that can be used, nothing is said of any file. */
function tellUnchecked(
  shell: Shell,
  { reason, diagnostics, isListBelow }: UncheckedFolder,
  folder: string,
): void {
  const { terminal, command } = shell;
  terminal.out(`${UNCHECKED[reason]}\n`);
  reportDiagnostics(shell, diagnostics, { prefix: `${folder}/` });
  if (reason !== "absent") return;
  const below = quoteWord(join(folder, "output").replaceAll("\\", "/"));
  terminal.note(
    isListBelow
      ? `  hint: There is one in a folder below: \`${command} verify ${below}\`\n`
      : `  hint: \`${command} build\` writes one beside the books. Copy it with them, into the same folder or the one above.\n`,
  );
}

const UNCHECKED: Readonly<Record<UncheckedFolder["reason"], string>> = {
  absent:
    "This copy cannot be checked: there is no SHA256SUMS in this folder, nor in the one above.",
  closed: "This copy cannot be checked: you may not read all of this folder.",
  refused: "Do not trust this copy: its SHA256SUMS is not one to rely on.",
};

function describeForJson(found: CheckedFolder | UncheckedFolder, folder: string): object {
  const diagnostics = diagnosticsForJson(found.diagnostics, { prefix: `${folder}/` });
  if (found.kind === "unchecked") return { unchecked: found.reason, diagnostics };
  const { fingerprint, judged: files, passedOver, rebuilt } = found;
  const fault = rebuilt?.browserFault;
  return {
    fingerprint,
    files,
    passedOver,
    rebuilt: rebuilt?.files,
    browser: fault && { problem: fault.message },
    diagnostics,
  };
}
