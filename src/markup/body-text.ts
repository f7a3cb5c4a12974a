import { dropUnseen } from "../language/unseen-signs.ts";
import type { UnseenInPage } from "../source/page.ts";
import { listUnseenLines, summariseUnseen } from "../source/unseen-lines.ts";
import { stripUnwritable } from "./serialise.ts";

/**
 * The body as the Markdown parser gets it: line ends `\n`, no character that XML forbids or nobody
 * sees, and lines of nothing but spaces of other kinds made empty, because Markdown takes them for
 * text and glues the lines around them together. Lines keep their numbers.
 */
export function normaliseBody(body: string): {
  readonly body: string;
  readonly unseen?: UnseenInPage;
} {
  const written = body.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const lines = stripUnwritable(dropUnseen(written)).split("\n");
  const unseen = summariseUnseen(listUnseenLines(written), 0);
  return {
    body: lines
      .map((line) => (/^\s+$/.test(line) ? "" : line.replace(IDLE_MARKS, "$<indent>")))
      .join("\n"),
    ...(unseen === undefined ? {} : { unseen }),
  };
}

/** Marks of direction before a sign that begins a block: Markdown would take the line for text. */
const IDLE_MARKS =
  /^(?<indent>[ \t]*)[\u061C\u200E\u200F]+(?=(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]|>|`{3}|~{3}|:::|\||(?:[-*_][ \t]*){3,}$)/;
