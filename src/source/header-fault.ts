import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { HeaderBlock } from "./header-block.ts";
import { type HeaderLine, readLine } from "./header-line.ts";
import {
  bracketFault,
  type Fault,
  firstLineFault,
  type Home,
  lineFault,
  quoteFault,
} from "./line-fault.ts";
import { problem } from "./problem.ts";
import { findQuoteFault } from "./quotation.ts";
import type { YamlProblem } from "./yaml.ts";
import { sayYamlProblem } from "./yaml-words.ts";

/**
 * Says why a header does not parse. A YAML parser reports where it gave up, which is often lines
 * behind the cause and in words of its grammar; so the lines are read once more the way a person
 * would, and the mistakes that people make are named. Only if none is found is the parser's own
 * sentence shown (HDR012).
 *
 * Adds HDR005 to HDR013.
 */
export function explainFaults(path: string, block: HeaderBlock): readonly Diagnostic[] {
  return listFaults(block, "header").map(({ code, line, column, length, message, hint }) =>
    problem(code, "error", { file: path, line, column, length }, { message, hint }),
  );
}

/**
 * The same for lines of any file of keys and values; codes are those of headers.
 *
 * @param home what the lines stand in.
 */
export function listFaults(
  { lines, problems }: Pick<HeaderBlock, "lines" | "problems">,
  home: Home,
): readonly Fault[] {
  const first = problems[0];
  const excess = problems.find(({ code }) => code === "TOO_DEEP" || code === "TOO_MANY");
  const faults = excess === undefined ? findFaults(lines, problems, home) : [];
  if (faults.length === 0 && first !== undefined) {
    faults.push(parserFault(excess ?? first, lines.length));
  }
  return faults;
}

function parserFault(found: YamlProblem, lineCount: number): Fault {
  const { line, column, length } = found;
  if (found.code === "TOO_DEEP" || found.code === "TOO_MANY") {
    const much = found.code === "TOO_DEEP" ? "nested so deep" : "with so many values";
    return {
      code: "HDR013",
      line,
      column,
      length,
      message: `Unexpected text ${much}, expected a few keys and lists`,
      hint: "Remove the brackets, anchors (&name) and references (*name) that are not needed.",
    };
  }
  return {
    code: found.code === "UNCLOSED" ? "HDR014" : "HDR012",
    line: Math.min(line, lineCount),
    column: line > lineCount ? 1 : column,
    length,
    ...sayYamlProblem(found),
  };
}

/** Who has mended so many lines runs the program again. */
const FAULT_LIMIT = 10;

function findFaults(
  lines: readonly string[],
  problems: readonly YamlProblem[],
  home: Home,
): Fault[] {
  const conflicts = lines.flatMap((text, index) => conflictFault(text, index + 1));
  // What stands between the marks is two versions of the same lines: nothing else is worth saying.
  if (conflicts[0] !== undefined) return [conflicts[0]];
  const faults: Fault[] = [];
  let above: HeaderLine | undefined;
  for (let index = 0; index < lines.length && faults.length < FAULT_LIMIT; index += 1) {
    const text = lines[index] ?? "";
    if (text.trim() === "" || /^\s*#/.test(text)) continue;
    if (/^ *\t/.test(text)) {
      faults.push(tabFault(text, index + 1));
      continue;
    }
    const line = readLine(text, index + 1);
    const opened = problems.find(
      (one) => one.code === "UNCLOSED" && one.line === index + 1 && /[[{]/.test(one.message),
    );
    if (opened !== undefined) {
      faults.push(bracketFault(line, opened));
      above = line;
      continue;
    }
    if (line.key !== "" && /^[|>][-+\d]*\s*(#.*)?$/.test(line.value)) {
      index = skipIndented(lines, index, line.indent);
      above = undefined;
      continue;
    }
    const quote = line.value === "" ? undefined : findQuoteFault(lines, index, line.valueAt);
    if (quote?.kind === "closed") {
      index = quote.lastIndex;
    } else if (quote !== undefined) {
      faults.push(quoteFault(line, quote));
    } else {
      const fault = firstLineFault(line, above, lines) ?? lineFault(line, above, home);
      if (fault !== undefined) {
        faults.push(fault);
        // A line that was continued wrongly says nothing about the next one.
        if (line.key === "") continue;
      }
    }
    above = line;
  }
  return faults;
}

function conflictFault(text: string, number: number): Fault[] {
  if (!/^(<{7}|>{7}|\|{7})(\s|$)|^={7}\s*$/.test(text)) return [];
  return [
    {
      code: "HDR005",
      line: number,
      column: 1,
      length: text.length,
      message: "Unexpected mark of a merge conflict, expected lines that were merged",
      hint: "Two people changed these lines. Keep the right version of what stands between <<<<<<< and >>>>>>>,\nthen delete the other version and the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    },
  ];
}

function tabFault(text: string, number: number): Fault {
  const tab = text.indexOf("\t");
  return {
    code: "HDR010",
    line: number,
    column: tab + 1,
    length: 1,
    message: "Unexpected tab at the beginning of a line, expected spaces",
    hint: `Type spaces instead:\n${text.replace(/^\s+/, (indent) => indent.replaceAll("\t", "  "))}`,
  };
}

function skipIndented(lines: readonly string[], index: number, indent: number): number {
  let last = index;
  while (last + 1 < lines.length) {
    const next = lines[last + 1] ?? "";
    if (next.trim() !== "" && next.length - next.trimStart().length <= indent) break;
    last += 1;
  }
  return last;
}
