import { showControls } from "../diagnostics/format-diagnostic.ts";
import type { Example } from "../diagnostics/rule.ts";
import { type ListedRule, RULE_GROUPS } from "../rules/every-rule.ts";
import { findRules } from "../rules/find-rules.ts";
import { saySeverity } from "../rules/severity-words.ts";
import { showExample } from "../rules/show-example.ts";
import { LINE, wrapText } from "./lines.ts";
import { printJson } from "./report.ts";
import { type CommonOptions, EXIT, type ExitCode, type Shell } from "./terminal.ts";

/**
 * `handpress explain`: what a code of a message means, with examples. Three letters list their
 * codes, and no word at all lists every one.
 */
export function runExplain(
  shell: Shell,
  words: readonly string[],
  options: CommonOptions,
): ExitCode {
  const { rules, isList } = findRules(words);
  if (options.json) printJson(shell, { exitCode: EXIT.clean, rules });
  else shell.terminal.out(isList ? listByGroup(rules) : rules.map(explain).join("\n\n"));
  return EXIT.clean;
}

function listByGroup(rules: readonly ListedRule[]): string {
  return RULE_GROUPS.flatMap(({ prefix, title }) => {
    const lines = rules
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code, summary }) => `  ${code}  ${summary}\n`);
    return lines.length === 0 ? [] : [`${title}\n${lines.join("")}`];
  }).join("\n");
}

function explain(rule: ListedRule): string {
  const { code, summary, explanation, clause } = rule;
  return [
    ...wrapText(`${code}, ${saySeverity(rule)}: ${summary}`),
    "",
    ...wrapText(explanation),
    ...(clause === undefined ? [] : ["", ...wrapText(`From: ${clause}`)]),
    "",
    "Wrong:",
    ...show(rule.bad),
    "",
    "Right:",
    ...show(rule.good),
    "",
  ].join("\n");
}

function show(example: Example): readonly string[] {
  if (typeof example === "string") return wrapText(example, LINE - 2).map(indent);
  return showExample(example).flatMap(({ file, lines }, at) => {
    const typed = lines.map(showControls).map(indent);
    if (file === undefined) return typed;
    return [...(at > 0 ? [""] : []), `  ${file}:`, ...typed.map(indent)];
  });
}

function indent(line: string): string {
  return line === "" ? "" : `  ${line}`;
}
