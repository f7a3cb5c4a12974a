import { RequestError } from "../build/request-error.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import type { Example } from "../diagnostics/rule.ts";
import { type ListedRule, listRules, RULE_GROUPS } from "../rules/every-rule.ts";
import { saySeverity } from "../rules/severity-words.ts";
import { showExample } from "../rules/show-example.ts";
import { findNearWord } from "../wording/near-word.ts";
import { printJson } from "./report.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

export interface ExplainOptions {
  readonly json?: boolean;
}

/** Lines are no longer, so that they stand whole in every terminal. */
const LINE_LENGTH = 80;

/**
 * `handpress explain`: what a code of a message means, with examples. Three letters list their
 * codes, and no word at all lists every one.
 *
 * @throws RequestError for a code that is not there.
 */
export function runExplain(
  shell: Shell,
  words: readonly string[],
  options: ExplainOptions,
): ExitCode {
  const rules = listRules();
  const asked = words.flatMap((word) => word.toUpperCase().split(",")).filter((one) => one !== "");
  const found = asked.flatMap((code) => findRules(rules, code));
  const chosen = asked.length === 0 ? rules : found;
  const isList = asked.every((one) => one.length === 3);
  if (options.json) printJson(shell, { exitCode: EXIT.clean, rules: chosen });
  else if (isList) shell.terminal.out(listByGroup(chosen));
  else shell.terminal.out(chosen.map(explain).join("\n\n"));
  return EXIT.clean;
}

function findRules(rules: readonly ListedRule[], code: string): readonly ListedRule[] {
  const found = rules.filter((rule) => rule.code === code || rule.code.slice(0, 3) === code);
  if (found.length > 0) return found;
  const near = findNearWord(
    code,
    rules.map((rule) => rule.code),
    2,
  );
  throw new RequestError(
    `Unexpected code \`${code}\`, expected one that stands in a message`,
    (command) =>
      near === undefined
        ? `\`${command} explain\` lists all codes.`
        : `Did you mean \`${command} explain ${near}\`?`,
  );
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
    ...wrap(`${code}, ${saySeverity(rule)}: ${summary}`),
    "",
    ...wrap(explanation),
    ...(clause === undefined ? [] : ["", ...wrap(`From: ${clause}`)]),
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
  if (typeof example === "string") return wrap(example, LINE_LENGTH - 2).map(indent);
  return showExample(example).flatMap(({ file, lines }, at) => {
    const typed = lines.map(showControls).map(indent);
    if (file === undefined) return typed;
    return [...(at > 0 ? [""] : []), `  ${file}:`, ...typed.map(indent)];
  });
}

function indent(line: string): string {
  return line === "" ? "" : `  ${line}`;
}

function wrap(text: string, length = LINE_LENGTH): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
