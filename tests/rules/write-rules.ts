import type { Example } from "../../src/diagnostics/rule.ts";
import { type ListedRule, listRules, RULE_GROUPS } from "../../src/rules/every-rule.ts";
import { saySeverity } from "../../src/rules/severity-words.ts";
import { showExample } from "../../src/rules/show-example.ts";

const HEAD = `# Rules

What the code of each message means, with an example of what gives it and one that is mended.
\`./handpress explain LNK002\` prints the same.

This page is written by a program from \`explanations.json\` and the tables in \`src\`: do not change it by hand.
\`UPDATE_RULES=1 node tests/run.mjs tests/rules\` writes it again.
`;

/** The whole of `docs/rules.md`. */
export function writeRules(): string {
  const rules = listRules();
  const groups = RULE_GROUPS.map(({ prefix, title }) => ({
    title,
    prefix,
    rules: rules.filter(({ code }) => code.startsWith(prefix)),
  }));
  const contents = groups.map(
    ({ title, prefix, rules: own }) =>
      `- [${prefix}: ${title}](#${slug(prefix, title)}), ${own.length}`,
  );
  const parts = groups.map(
    ({ title, prefix, rules: own }) => `## ${prefix}: ${title}\n\n${own.map(writeRule).join("\n")}`,
  );
  return `${HEAD}\n${contents.join("\n")}\n\n${parts.join("\n")}`;
}

/** As GitHub makes the anchor of a heading. */
function slug(prefix: string, title: string): string {
  return `${prefix}: ${title}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function writeRule(rule: ListedRule): string {
  const { code, summary, explanation, clause, bad, good } = rule;
  return [
    `### ${code}`,
    "",
    `**${capital(saySeverity(rule))}: ${escapeTags(summary)}.**`,
    `${escapeTags(explanation)}${clause === undefined ? "" : ` (${clause})`}`,
    "",
    ...writeExample("Wrong", bad),
    ...writeExample("Right", good),
  ].join("\n");
}

function writeExample(label: string, example: Example): readonly string[] {
  if (typeof example === "string")
    return [`- ${label}: ${escapeTags(example)}`, ...(label === "Right" ? [""] : [])];
  return showExample(example).flatMap(({ file, lines }, at) => {
    const names = [at === 0 ? label : "and", file === undefined ? [] : `\`${file}\``].flat();
    // A fence within an example is shorter than the one around it.
    return [`${names.join(", ")}:`, "", "````", ...lines, "````", ""];
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What looks like a tag outside of code would be one. */
function escapeTags(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[<*_]/g, "\\$&")))
    .join("");
}
