import type { Place } from "../diagnostics/diagnostic.ts";
import type { PassagePolicy } from "../source/book-options.ts";
import type { Rendering } from "./compose-page.ts";
import type { JudgedUnit } from "./judge-entry.ts";
import type { Unit } from "./unit.ts";

/** What is printed for a unit. `refuse` is for who makes the book; the page is as with `source`. */
export function renderUnit(
  { state, text, entry, unit }: JudgedUnit,
  policy: PassagePolicy,
  placeOf: (line: number) => Place,
): Rendering {
  const place = entry === undefined ? {} : { place: placeOf(entry.line) };
  if (state === "translated") return text === undefined ? {} : { text, ...place };
  const isStale = state === "stale";
  const way = isStale ? policy.stale : policy.untranslated;
  if (isStale && way === "marked" && canBeMarked(unit))
    return { ...(text === undefined ? {} : { text }), state, ...place };
  // A page without its title cannot be found, and a picture needs no words.
  if (way === "omit" && unit.target.in === "body") return { text: "" };
  return { state: "source" };
}

/**
 * A run of text has room for words that say that it is stale. A title, a description or a fact has none:
 * there the source's words stand, for no old text may be taken for a new one.
 */
function canBeMarked({ kind, target }: Unit): boolean {
  const isText = target.in === "body" && target.block !== undefined;
  return isText && !["alternative text", "caption", "callout title"].includes(kind);
}
