import type { MarkdownIt, StateBlock } from "markdown-it";

/** Where a page was cut off. */
export interface Cut {
  /** Line of the body, from 0; undefined where the whole page was read. */
  line: number | undefined;
}

/**
 * Ends the reading of blocks where there are too many: each costs time and memory in all that comes
 * after, and a small file can hold a million. What is open by then is closed as usual.
 */
export function addPartLimit(parser: MarkdownIt, mostParts: number): Cut {
  const cut: Cut = { line: undefined };
  const stop = (state: StateBlock, line: number, end: number, silent: boolean): boolean => {
    if (silent || state.tokens.length < mostParts) return false;
    cut.line ??= line;
    state.line = end;
    return true;
  };
  parser.block.ruler.before("table", "part_limit", stop);
  return cut;
}
