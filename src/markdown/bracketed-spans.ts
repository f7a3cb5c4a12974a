import type { MarkdownIt, StateInline } from "markdown-it";
import { type AttributeList, findAttributeList } from "./attribute-lists.ts";

/** Classes of Pandoc's spans that print as an element does. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["kbd", "kbd"],
  ["mark", "mark"],
  ["ul", "u"],
  ["underline", "u"],
]);

/** Adds Pandoc's spans: `[words]{.underline}`, `[كلمة]{lang=ar}`, `[]{#place}`. */
export function addBracketedSpans(parser: MarkdownIt): void {
  parser.inline.ruler.after("loose_link", "bracketed_span", readBracketedSpan);
}

function readBracketedSpan(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  const start = state.pos + 1;
  const end = state.md.helpers.parseLinkLabel(state, state.pos, false);
  if (end < 0 || state.src.charCodeAt(end + 1) !== 0x7b) return false;
  const found = findAttributeList(state.src, end + 1, true);
  if (found === undefined) return false;
  if (!silent) {
    const { posMax } = state;
    const tag = elementOf(found.list);
    state.pos = start;
    state.push("bracketed_span_open", tag, 1).meta = found.list;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push("bracketed_span_close", tag, -1);
    state.posMax = posMax;
  }
  state.pos = end + 1 + found.length;
  return true;
}

function elementOf({ classes }: AttributeList): string {
  return classes.map((name) => ELEMENTS.get(name)).find((tag) => tag !== undefined) ?? "span";
}
