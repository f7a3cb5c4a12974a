import type { MarkdownIt, StateInline, Token } from "markdown-it";
import type { TokenOffsets } from "./token-offsets.ts";

/** `**` or `~~` that became neither the beginning nor the end of anything. */
export interface StrayRun {
  readonly marks: string;
  /** UTF-16 offset in the text of the block. */
  readonly offset: number;
}

const STRAYS = new WeakMap<readonly Token[], readonly StrayRun[]>();

/** The stray runs of a block of text, in their order. */
export function strayRunsOf(inline: Token): readonly StrayRun[] {
  return STRAYS.get(inline.children ?? []) ?? [];
}

/** Makes the parser note which runs of marks are left as they were typed. */
export function collectStrayRuns(parser: MarkdownIt, offsets: TokenOffsets): void {
  parser.inline.ruler2.after("emphasis", "stray_runs", (state) => {
    const runs = listDelimiters(state).flatMap((delimiters) => findStrays(state, delimiters));
    if (runs.length > 0) {
      const strays = runs.map(({ marks, token }) => ({ marks, offset: offsets.get(token) ?? 0 }));
      STRAYS.set(
        state.tokens,
        strays.sort((one, other) => one.offset - other.offset),
      );
    }
    return false;
  });
}

type Delimiter = StateInline["delimiters"][number];

/** Those of the text, and those of each link in it. */
function listDelimiters(state: StateInline): readonly (readonly Delimiter[])[] {
  const inner = state.tokens_meta.flatMap((meta) => (meta?.delimiters ? [meta.delimiters] : []));
  return [...new Set([state.delimiters, ...inner])];
}

function findStrays(
  { tokens }: StateInline,
  delimiters: readonly Delimiter[],
): readonly { readonly marks: string; readonly token: Token }[] {
  const used = new Set<Delimiter | undefined>();
  for (const delimiter of delimiters) {
    if (delimiter.end < 0) continue;
    used.add(delimiter);
    used.add(delimiters[delimiter.end]);
  }
  const runs: { marks: string; token: Token; last: number }[] = [];
  for (const delimiter of delimiters) {
    const token = tokens[delimiter.token];
    if (used.has(delimiter) || token === undefined || token.content.startsWith("_")) continue;
    const open = runs.at(-1);
    const isSameRun = open?.last === delimiter.token - 1 && open.marks.startsWith(token.content);
    if (isSameRun && open !== undefined) {
      open.marks += token.content;
      open.last = delimiter.token;
    } else runs.push({ marks: token.content, token, last: delimiter.token });
  }
  return runs.filter(({ marks }) => marks.length === 2);
}
