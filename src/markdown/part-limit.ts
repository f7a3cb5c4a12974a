import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";

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
  parser.core.ruler.after("block", "row_limit", ({ tokens }: StateCore) => {
    const row = cutRows(tokens, mostParts);
    // What was stopped above comes after that table.
    cut.line = row?.map?.[0] ?? cut.line;
  });
  return cut;
}

/**
 * A table is one block, however many rows it has: those behind the limit are taken away before their
 * cells are read. Returns the first of them.
 */
function cutRows(tokens: Token[], mostParts: number): Token | undefined {
  const begin = tokens.findIndex(
    ({ type }, at) => at >= mostParts && type === "tr_open" && tokens[at - 1]?.type === "tr_close",
  );
  if (begin < 0) return undefined;
  const end = tokens.findIndex(({ type }, at) => at > begin && type === "tbody_close");
  return tokens.splice(begin, end - begin)[0];
}
