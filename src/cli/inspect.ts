import { basename, dirname, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  formatDiagnostic,
  showControls,
  sortDiagnostics,
} from "../diagnostics/format-diagnostic.ts";
import { inspectFile } from "../inspect/inspect-file.ts";
import type { Inspection } from "../inspect/inspection.ts";
import { findNearWord } from "../source/near-word.ts";
import { WorldError } from "../world/world.ts";
import { describeEpub } from "./describe-epub.ts";
import { describePdf, describeVerdict } from "./describe-pdf.ts";
import { countProblems, diagnosticsForJson, exitCodeOf, plural, printJson } from "./report.ts";
import { EXIT, type ExitCode, type Machine, UsageError } from "./terminal.ts";

export interface InspectOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** A chapter with one fault often has it a thousand times; so many of a kind are shown. */
const MOST_OF_A_KIND = 3;

/**
 * `handpress inspect`: what is in each file, its problems, and a verdict as the last line of each.
 * Files are inspected one after the other, so that memory does not grow with their number.
 *
 * @throws UsageError where a name is no file, before anything is printed.
 */
export async function runInspect(
  machine: Machine,
  names: readonly string[],
  options: InspectOptions,
): Promise<ExitCode> {
  for (const name of names) await expectFile(machine, name);
  const found: object[] = [];
  let code: ExitCode = EXIT.clean;
  let faulty = 0;
  for (const [at, name] of names.entries()) {
    const inspection = inspectFile(await readNamed(machine, name));
    const fileCode = exitCodeOf(inspection.diagnostics);
    if (fileCode !== EXIT.clean) {
      code = fileCode;
      faulty += 1;
    }
    if (options.json) found.push(describeForJson(name, inspection));
    else {
      if (at > 0 && !options.quiet) machine.terminal.out("\n");
      tellInspection(machine, name, inspection, options.quiet === true);
    }
  }
  if (options.json) printJson(machine, { exitCode: code, files: found });
  else if (names.length > 1) {
    const verdict = faulty === 0 ? "none has errors" : `${faulty} with errors`;
    machine.terminal.out(`\n${plural(names.length, "file")}: ${verdict}.\n`);
  }
  return code;
}

/** A file that is not there is a mistake of the command line, and often a slip of the finger. */
async function expectFile(machine: Machine, name: string): Promise<void> {
  const path = resolve(machine.cwd, name);
  const found = await machine.world.stat(path);
  if (found?.kind === "file") return;
  if (found?.kind === "folder") {
    throw new UsageError(
      `Unexpected folder \`${name}\`, expected a file`,
      `Name the books in it: ${name.replace(/\/+$/, "")}/*.epub`,
    );
  }
  throw new UsageError(
    `Unexpected file \`${name}\`, expected one that is there`,
    await hintName(machine, path),
  );
}

async function hintName(machine: Machine, path: string): Promise<string> {
  const folder = dirname(path);
  try {
    const { files } = await machine.world.listFiles(folder, { enter: () => false });
    const names = files.map((file) => file.path);
    const near = findNearWord(basename(path), names, 3);
    if (near !== undefined) return `Did you mean ${near}?`;
    const books = names.filter((name) => /\.(epub|pdf)$/.test(name)).slice(0, 5);
    if (books.length > 0) return `In that folder there is ${books.join(", ")}.`;
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
  }
  return "`handpress build` says where it put its books.";
}

async function readNamed(machine: Machine, name: string): Promise<Uint8Array> {
  try {
    return await machine.world.readFile(resolve(machine.cwd, name));
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const reason = error.reason === "permission" ? "that you may read" : "that can be read";
    throw new UsageError(`Unexpected file \`${name}\`, expected one ${reason}`);
  }
}

function tellInspection(
  machine: Machine,
  name: string,
  { facts, diagnostics, textOf }: Inspection,
  isQuiet: boolean,
): void {
  const { terminal } = machine;
  if (facts.kind === "epub" && !isQuiet) terminal.out(`${describeEpub(facts)}\n`);
  if (facts.kind === "pdf" && !isQuiet) terminal.out(`${describePdf(facts)}\n`);
  const { shown, hidden } = shorten(sortDiagnostics(diagnostics));
  for (const diagnostic of shown) {
    const options = { prefix: `${name}/`, textOf, colour: terminal.colour };
    terminal.note(`${formatDiagnostic(diagnostic, options)}\n\n`);
  }
  if (hidden.length > 0) {
    terminal.note(`And ${hidden.join(", ")}; \`--json\` lists all.\n\n`);
  }
  const judged = facts.kind === "pdf" && !isQuiet ? describeVerdict(facts) : "";
  if (judged !== "") terminal.out(`${judged}\n`);
  const verdict = diagnostics.length === 0 ? "no problems found" : countProblems(diagnostics);
  terminal.out(`${showControls(name)}: ${verdict}.\n`);
}

/** The first few of each kind, and how many more there are of which. */
function shorten(diagnostics: readonly Diagnostic[]) {
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_OF_A_KIND;
  });
  const rest = [...counts].filter(([, count]) => count > MOST_OF_A_KIND);
  const hidden = rest.map(([code, count]) => `${count - MOST_OF_A_KIND} of ${code}`);
  return { shown, hidden };
}

function describeForJson(name: string, { facts, diagnostics }: Inspection): object {
  return {
    file: name,
    verdict:
      diagnostics.length === 0
        ? "clean"
        : exitCodeOf(diagnostics) === EXIT.clean
          ? "warnings"
          : "errors",
    ...facts,
    diagnostics: diagnosticsForJson(diagnostics, `${name}/`),
  };
}
