import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { HeaderBlock } from "./header-block.ts";
import { type HeaderLine, readLine } from "./header-line.ts";
import {
  at,
  bracketFault,
  type Fault,
  firstLineFault,
  type Home,
  lineFault,
  quoteFault,
} from "./line-fault.ts";
import { findQuoteFault } from "./quotation.ts";
import { problem } from "./rules.ts";
import type { YamlProblem } from "./yaml.ts";
import { describeYaml } from "./yaml-words.ts";

/**
 * Says why a header does not parse. A YAML parser reports where it gave up, which is often lines
 * behind the cause and in words of its grammar; so the lines are read once more the way a person
 * would, and the mistakes that people make are named. Only if none is found is the parser's own
 * sentence shown (HDR012).
 *
 * Adds HDR005 to HDR014, also for lines of the configuration.
 */
export function explainFaults(
  file: string,
  { lines, problems }: Pick<HeaderBlock, "lines" | "problems">,
  home: Home = "header",
): readonly Diagnostic[] {
  const first = problems[0];
  const excess = problems.find(({ code }) => code === "TOO_DEEP" || code === "TOO_MANY");
  const faults = excess === undefined ? findFaults(lines, problems, home) : [];
  if (faults.length === 0 && first !== undefined) {
    faults.push(parserFault(excess ?? first, lines.length));
  }
  return faults.map((one) => ({ ...one, place: { ...one.place, file } }));
}

function parserFault(found: YamlProblem, lineCount: number): Fault {
  const { code, line, column, length } = found;
  if (code === "TOO_DEEP") return problem("HDR013 deep", at(line, column, length));
  if (code === "TOO_MANY") return problem("HDR013 many", at(line, column, length));
  const isBelow = line > lineCount;
  return describeYaml(found, at(isBelow ? lineCount : line, isBelow ? 1 : column, length));
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
  return [problem("HDR005", at(number, 1, text.length))];
}

function tabFault(text: string, number: number): Fault {
  return problem("HDR010", at(number, text.indexOf("\t") + 1, 1), {
    typed: text.replace(/^\s+/, (indent) => indent.replaceAll("\t", "  ")),
  });
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
