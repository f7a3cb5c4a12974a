import { stripUnwritable } from "./serialise.ts";

/**
 * The body as the Markdown parser gets it: line ends `\n`, no character that XML forbids, and
 * lines of nothing but no-break or zero-width spaces made empty, because Markdown takes them for
 * text and glues the lines around them together. Lines keep their numbers.
 */
export function normaliseBody(body: string): string {
  const lines = stripUnwritable(body.replaceAll("\r\n", "\n").replaceAll("\r", "\n")).split("\n");
  return lines.map((line) => (INVISIBLE.test(line) ? "" : line)).join("\n");
}

/** White space of every kind, with soft hyphen, zero-width spaces and the byte order mark. */
const INVISIBLE = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]+$/;
