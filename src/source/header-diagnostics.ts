import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { HeaderBlock } from "./header-block.ts";
import { type HeaderLine, readLine } from "./header-line.ts";
import {
  at,
  diagnoseBracket,
  diagnoseFirstLine,
  diagnoseLine,
  diagnoseQuote,
  type Home,
} from "./line-diagnostics.ts";
import { findQuoteFault } from "./quotation.ts";
import { diagnose } from "./rules.ts";
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
export function diagnoseBlock(
  file: string,
  { lines, problems }: Pick<HeaderBlock, "lines" | "problems">,
  home: Home = "header",
): readonly Diagnostic[] {
  const first = problems[0];
  const excess = problems.find(({ code }) => code === "TOO_DEEP" || code === "TOO_MANY");
  const diagnostics = excess === undefined ? diagnoseLines(lines, problems, home) : [];
  if (diagnostics.length === 0 && first !== undefined) {
    diagnostics.push(diagnoseParser(excess ?? first, lines.length));
  }
  return diagnostics.map((one) => ({ ...one, place: { ...one.place, file } }));
}

function diagnoseParser(found: YamlProblem, lineCount: number): Diagnostic {
  const { code, line, column, length } = found;
  if (code === "TOO_DEEP") return diagnose("HDR013 deep", at(line, column, length));
  if (code === "TOO_MANY") return diagnose("HDR013 many", at(line, column, length));
  const isBelow = line > lineCount;
  return describeYaml(found, at(isBelow ? lineCount : line, isBelow ? 1 : column, length));
}

/** Who has mended so many lines runs the program again. */
const MOST_DIAGNOSTICS = 10;

function diagnoseLines(
  lines: readonly string[],
  problems: readonly YamlProblem[],
  home: Home,
): Diagnostic[] {
  const conflicts = lines.flatMap((text, index) => diagnoseConflict(text, index + 1));
  // What stands between the marks is two versions of the same lines: nothing else is worth saying.
  if (conflicts[0] !== undefined) return [conflicts[0]];
  const diagnostics: Diagnostic[] = [];
  let above: HeaderLine | undefined;
  for (let index = 0; index < lines.length && diagnostics.length < MOST_DIAGNOSTICS; index += 1) {
    const text = lines[index] ?? "";
    if (text.trim() === "" || /^\s*#/.test(text)) continue;
    if (/^ *\t/.test(text)) {
      diagnostics.push(diagnoseTab(text, index + 1));
      continue;
    }
    const line = readLine(text, index + 1);
    const opened = problems.find(
      (one) => one.code === "UNCLOSED" && one.line === index + 1 && /[[{]/.test(one.message),
    );
    if (opened !== undefined) {
      diagnostics.push(diagnoseBracket(line, opened));
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
      diagnostics.push(diagnoseQuote(line, quote));
    } else {
      const diagnostic = diagnoseFirstLine(line, above, lines) ?? diagnoseLine(line, above, home);
      if (diagnostic !== undefined) {
        diagnostics.push(diagnostic);
        // A line that was continued wrongly says nothing about the next one.
        if (line.key === "") continue;
      }
    }
    above = line;
  }
  return diagnostics;
}

function diagnoseConflict(text: string, number: number): Diagnostic[] {
  if (!/^(<{7}|>{7}|\|{7})(\s|$)|^={7}\s*$/.test(text)) return [];
  return [diagnose("HDR005", at(number, 1, text.length))];
}

function diagnoseTab(text: string, number: number): Diagnostic {
  return diagnose("HDR010", at(number, text.indexOf("\t") + 1, 1), {
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
