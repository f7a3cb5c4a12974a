import { type InspectedFile, type Inspection, inspectFiles } from "../api/inspect-files.ts";
import { inspectionForJson } from "../api/inspection-json.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  formatDiagnostic,
  showControls,
  sortDiagnostics,
} from "../diagnostics/format-diagnostic.ts";
import { describeDisclosure, summariseDisclosure } from "./describe-disclosure.ts";
import { describeEpub } from "./describe-epub.ts";
import { describeOther } from "./describe-other.ts";
import { describePdf } from "./describe-pdf.ts";
import { countProblems, diagnosticsForJson, exitCodeOf, plural, printJson } from "./report.ts";
import { layOut, type Section } from "./sections.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface InspectOptions extends CommonOptions {
  /** Files must be clean: what is not known in them is no less a fault than what tells. */
  readonly strict?: boolean;
}

/** A chapter with one fault often has it a thousand times; so many of a kind are shown. */
const MOST_OF_A_KIND = 3;

const NOT_SEARCHED_HINT =
  "hint: What was not searched may tell anything. With --strict such a file ends with exit code 1.\n";

/** Of how many files what can be said. */
const NOTHING_COUNTED = { files: 0, telling: 0, unsearched: 0, minded: 0, faulty: 0, unclean: 0 };
type Counts = typeof NOTHING_COUNTED;

/**
 * `handpress inspect`: what each file would tell a stranger, what is in it, its problems, and a
 * verdict as the last line of each. A folder stands for all files below it.
 */
export async function runInspect(
  shell: Shell,
  names: readonly string[],
  { json = false, quiet = false, strict = false }: InspectOptions,
): Promise<ExitCode> {
  const { terminal } = shell;
  const found: object[] = [];
  let counts = NOTHING_COUNTED;
  for await (const file of inspectFiles(shell, names)) {
    if (json) {
      const diagnostics = diagnosticsForJson(file.diagnostics, { prefix: `${file.name}/` });
      found.push({ ...inspectionForJson(file), diagnostics });
    } else {
      if (counts.files > 0 && !quiet) terminal.out("\n");
      tellInspection(shell, file, quiet);
    }
    counts = count(counts, file);
  }
  const isBad = strict ? counts.unclean > 0 : counts.telling + counts.faulty > 0;
  const code = isBad ? EXIT.contentErrors : EXIT.clean;
  if (json) printJson(shell, { exitCode: code, files: found });
  else if (names.length !== 1 || counts.files !== 1) terminal.out(`\n${summarise(counts)}\n`);
  if (counts.unsearched > 0 && !json && !quiet && !strict) terminal.note(NOT_SEARCHED_HINT);
  return code;
}

function count(counts: Counts, file: InspectedFile): Counts {
  const isFaulty = exitCodeOf(file.diagnostics) !== EXIT.clean;
  return {
    files: counts.files + 1,
    telling: counts.telling + Number(file.disclosure.level === "leak"),
    unsearched: counts.unsearched + Number(file.unsearched.length > 0),
    minded: counts.minded + Number(/^(?:notice|warnings)$/.test(file.verdict)),
    faulty: counts.faulty + Number(isFaulty),
    unclean: counts.unclean + Number(!file.isClean),
  };
}

function summarise({ files, telling, unsearched, minded, faulty }: Counts): string {
  const parts = [
    ...(telling === 0 ? [] : [`${telling} tell${telling === 1 ? "s" : ""} something`]),
    ...(unsearched === 0 ? [] : [`${unsearched} not wholly searched`]),
    ...(minded === 0 ? [] : [`${minded} not clean`]),
    ...(telling + unsearched === 0 ? ["none tells on anybody"] : []),
    faulty === 0 ? "none has errors" : `${faulty} with errors`,
  ];
  return `${plural(files, "file")}: ${parts.join(", ")}.`;
}

function tellInspection({ terminal }: Shell, file: InspectedFile, isQuiet: boolean): void {
  const { name, facts, diagnostics, textOf } = file;
  const told = describeDisclosure(file, isQuiet);
  if (told.length > 0) terminal.out(`${told.join("\n")}\n${isQuiet ? "" : "\n"}`);
  if (!isQuiet) terminal.out(`${layOut(describeFacts(facts))}\n`);
  const { shown, hidden } = shorten(sortDiagnostics(diagnostics));
  for (const diagnostic of shown) {
    const options = { prefix: `${name}/`, textOf, colour: terminal.colour };
    terminal.note(`${formatDiagnostic(diagnostic, options)}\n\n`);
  }
  if (hidden.length > 0) {
    terminal.note(`And ${hidden.join(", ")}; \`--json\` lists all.\n\n`);
  }
  const isJudged = facts.kind === "epub" || facts.kind === "pdf" || diagnostics.length > 0;
  const problems = diagnostics.length === 0 ? "no problems found" : countProblems(diagnostics);
  const verdict = [summariseDisclosure(file, isQuiet), ...(isJudged ? [problems] : [])];
  terminal.out(`${showControls(`${name}: ${verdict.join("; ")}`)}.\n`);
}

function describeFacts(facts: Inspection["facts"]): readonly Section[] {
  if (facts.kind === "epub") return describeEpub(facts);
  return facts.kind === "pdf" ? describePdf(facts) : [describeOther(facts)];
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
