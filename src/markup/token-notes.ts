import type { Token } from "markdown-it";
import { labelOf } from "./token-properties.ts";

/** The tokens of one footnote. */
export interface NoteTokens {
  readonly label: string;
  readonly tokens: readonly Token[];
  /** Line of the body, from 0; -1 where no token tells. */
  readonly line: number;
}

/** Parts a page's tokens into its text and its footnotes, which stand anywhere between. */
export function separateNotes(tokens: readonly Token[]): {
  readonly body: readonly Token[];
  readonly queue: NoteTokens[];
} {
  const queue: NoteTokens[] = [];
  const body: Token[] = [];
  let note: { label: string; tokens: Token[]; line: number } | undefined;
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      note = { label: labelOf(token), tokens: [], line: -1 };
    } else if (token.type === "footnote_reference_close") {
      if (note !== undefined) queue.push(note);
      note = undefined;
    } else if (note === undefined) {
      body.push(token);
    } else {
      if (note.line < 0 && token.map) note.line = token.map[0];
      note.tokens.push(token);
    }
  }
  return { body, queue };
}
