import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { clip, shorten } from "./line-diagnostics.ts";
import { quoteValue } from "./quotation.ts";
import { diagnose } from "./rules.ts";
import type { YamlTree } from "./yaml.ts";

/**
 * `- title: Lesson #1`, `accent: #00596b`. A comment that is meant as one has a space behind its sign; a
 * value in quotation marks, or in a block of lines, keeps its signs.
 */
const CUT =
  /^(\s*(?:-\s+)?(?:["']?([^\s"'#:-][^"'#:]{0,40}?)["']?\s*:\s+|(?<=-\s)))((?:(?!["'|>[{]).*?\s)?)(#\S.*)$/u;

/** Values that are read by people: in others a sign such as this has nothing to say. */
const TEXTS: ReadonlySet<string> = new Set(
  "title name breadcrumb summary publisher version contact".split(" "),
);

/**
 * Values that YAML reads only up to a number sign, which begins a comment to it, or not at all: HDR031 in
 * a header, CFG003 in the configuration.
 *
 * @param lines of the file, from its first.
 */
export function findCutValues(
  code: "HDR031" | "CFG003",
  file: string,
  lines: readonly string[],
  tree: YamlTree,
): readonly Diagnostic[] {
  return [...listValues(tree)].flatMap(({ value, line }) => {
    const text = lines[line - 1] ?? "";
    const [, start = "", key = "", before = "", lost = ""] = CUT.exec(text) ?? [];
    if (lost === "") return [];
    const isWhole = before === "";
    if (value.kind !== (isWhole ? "empty" : "text")) return [];
    // What a site keeps in its headers, `colour: #fff` for example, is no matter of ours.
    const isRead = TEXTS.has(key.toLowerCase()) || (isWhole && code !== "HDR031");
    if (!isRead) return [];
    const place = { file, line, column: text.length - lost.length + 1, length: lost.length };
    const typed = shorten(start + quoteValue(text.slice(start.length)));
    const values = { lost: clip(lost, 30), typed };
    return { ...diagnose(`HDR031 ${isWhole ? "whole" : "end"}`, place, values), code };
  });
}

/** Every value that can stand on a line, with the line of its key or dash. */
function* listValues(
  tree: YamlTree,
): Generator<{ readonly value: YamlTree; readonly line: number }> {
  if (tree.kind === "map") {
    for (const { at, value } of tree.entries) {
      yield { value, line: at.line };
      yield* listValues(value);
    }
  } else if (tree.kind === "list") {
    for (const value of tree.items) {
      yield { value, line: value.at.line };
      yield* listValues(value);
    }
  }
}
