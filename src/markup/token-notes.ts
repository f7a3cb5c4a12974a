import type { Token } from "markdown-it";
import { type ContainerLine, OpenForTrainers } from "../markdown/container-lines.ts";
import { labelOf } from "./token-properties.ts";

/** The tokens of one footnote. */
export interface NoteTokens {
  readonly label: string;
  readonly tokens: readonly Token[];
  /** Line of the body, from 0; -1 where no token tells. */
  readonly line: number;
  /** It stands in a part for trainers. */
  readonly isForTrainers: boolean;
}

/** Parts a page's tokens into its text and its footnotes, which stand anywhere between. */
export function separateNotes(tokens: readonly Token[]): {
  readonly body: readonly Token[];
  readonly queue: NoteTokens[];
} {
  const queue: NoteTokens[] = [];
  const body: Token[] = [];
  const open = new OpenForTrainers();
  let note: (NoteTokens & { tokens: Token[]; line: number }) | undefined;
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      note = { label: labelOf(token), tokens: [], line: -1, isForTrainers: open.isOpen };
    } else if (token.type === "footnote_reference_close") {
      if (note !== undefined) queue.push(note);
      note = undefined;
    } else if (note === undefined) {
      if (token.type === "container_line") open.take(token.meta as ContainerLine);
      body.push(token);
    } else {
      if (note.line < 0 && token.map) note.line = token.map[0];
      note.tokens.push(token);
    }
  }
  return { body, queue };
}
