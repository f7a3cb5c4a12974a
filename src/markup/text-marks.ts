import type { ParsedMarkdown } from "../markdown/markdown-parser.ts";
import type { Element, ElementContent } from "./document.ts";
import { makeElement } from "./tree-builder.ts";

/**
 * Splits a text at its bare web addresses, which become links, and at the page's abbreviations,
 * which become `abbr` with what they stand for. The text itself does not change.
 */
export function splitText(
  text: string,
  parsed: ParsedMarkdown,
  position: Element["position"],
): readonly ElementContent[] {
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const { index, lastIndex, url } of parsed.findAddresses(text)) {
    if (index > done)
      for (const one of splitAbbreviations(text.slice(done, index), parsed)) nodes.push(one);
    const label: ElementContent = { type: "text", value: text.slice(index, lastIndex) };
    nodes.push(makeElement("a", { href: url }, movedBy(position, index), [label]));
    done = lastIndex;
  }
  if (done < text.length)
    for (const one of splitAbbreviations(text.slice(done), parsed)) nodes.push(one);
  return nodes;
}

function movedBy(position: Element["position"], columns: number): Element["position"] {
  if (position === undefined) return undefined;
  const point = { line: position.start.line, column: position.start.column + columns };
  return { start: point, end: point };
}

function splitAbbreviations(text: string, { abbreviations, ...parsed }: ParsedMarkdown) {
  if (abbreviations.size === 0) return [{ type: "text", value: text } as const];
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const match of text.matchAll(parsed.abbreviationPattern)) {
    const title = abbreviations.get(match[0]);
    if (title === undefined) continue;
    if (match.index > done) nodes.push({ type: "text", value: text.slice(done, match.index) });
    nodes.push(makeElement("abbr", { title }, undefined, [{ type: "text", value: match[0] }]));
    done = match.index + match[0].length;
  }
  if (done < text.length) nodes.push({ type: "text", value: text.slice(done) });
  return nodes;
}
