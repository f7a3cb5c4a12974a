import { stripBidiControls } from "../language/bidi.ts";
import { GONE } from "../language/invisible-characters.ts";
import { letterDirections, markIdleOrder } from "../language/order-signs.ts";

/**
 * A title, a name or another line of a header as it is printed: signs that turn letters around have no
 * place in it, nor do marks of direction that turn none, and what parts a word for a column. Every white
 * space is one space.
 */
export function plainLine(text: string): string {
  const line = stripBidiControls(text).replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();
  return markIdleOrder(line, letterDirections(line)).replaceAll(GONE, "");
}
