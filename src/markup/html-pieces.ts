import type { Token } from "markdown-it";
import { type HtmlEvent, readHtml } from "./raw-html.ts";

/** The HTML among some tokens. */
export interface HtmlPieces {
  readonly pieces: ReadonlyMap<Token, readonly HtmlEvent[]>;
  /** How many tags of a name end something. */
  readonly ends: Map<string, number>;
}

export function readHtmlPieces(tokens: readonly Token[]): HtmlPieces {
  const pieces = new Map<Token, readonly HtmlEvent[]>();
  const known = new Map<string, readonly HtmlEvent[]>();
  const ends = new Map<string, number>();
  const collect = (token: Token) => {
    if (token.type !== "html_block" && token.type !== "html_inline") return;
    // Most pieces are a `<br>` like the last.
    const events = known.get(token.content) ?? readHtml(token.content);
    known.set(token.content, events);
    pieces.set(token, events);
    for (const event of events) {
      if (event.type === "close") ends.set(event.tag, (ends.get(event.tag) ?? 0) + 1);
    }
  };
  for (const token of tokens) {
    collect(token);
    for (const child of token.children ?? []) collect(child);
  }
  return { pieces, ends };
}
