import { dropInvisible } from "../language/invisible-characters.ts";
import { listInvisibleLines, summariseInvisible } from "../source/invisible-lines.ts";
import type { InvisibleInPage } from "../source/page.ts";
import { stripUnwritable } from "./serialise.ts";

/**
 * The body as the Markdown parser gets it: line ends `\n`, no character that XML forbids or nobody
 * sees, and lines of nothing but spaces of other kinds made empty, because Markdown takes them for
 * text and glues the lines around them together. Lines keep their numbers.
 */
export function normaliseBody(body: string): {
  readonly body: string;
  readonly invisible?: InvisibleInPage;
} {
  const written = body.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const lines = stripUnwritable(dropInvisible(written)).split("\n");
  const invisible = summariseInvisible(listInvisibleLines(written), 0);
  return {
    body: lines
      .map((line) => (/^\s+$/.test(line) ? "" : line.replace(IDLE_MARKS, "$<indent>")))
      .join("\n"),
    ...(invisible === undefined ? {} : { invisible }),
  };
}

/** Marks of direction before a sign that begins a block: Markdown would take the line for text. */
const IDLE_MARKS =
  /^(?<indent>[ \t]*)[\u061C\u200E\u200F]+(?=(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]|>|`{3}|~{3}|:::|\||(?:[-*_][ \t]*){3,}$)/;
