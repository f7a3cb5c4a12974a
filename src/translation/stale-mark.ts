import { createHash } from "node:crypto";
import type { Entry as CatalogueEntry } from "../gettext/catalogue.ts";

/**
 * How a catalogue says that an entry is stale and not guessed: our own update saw the source of this
 * very passage change. Both are `fuzzy` with the text from before. The sum binds the mark to what was
 * translated and to its translation, and it stands in a comment that every `msgmerge` takes from the
 * template, which has none: whatever another program does to the entry, it becomes a guess.
 */
const MARK = /^Changed since it was translated \(([0-9a-f]{16})\)\. Translate it anew\.$/;

type Marked = Pick<CatalogueEntry, "previousContext" | "previousId" | "strings">;

export function writeStaleMark(entry: Marked): string {
  return `Changed since it was translated (${sumOf(entry)}). Translate it anew.`;
}

/** True of an entry whose translation is of an earlier text of the same passage. */
export function isStale(entry: CatalogueEntry): boolean {
  if (!entry.flags.includes("fuzzy") || entry.previousId === undefined) return false;
  const sum = sumOf(entry);
  return entry.extractedComments.some((comment) => MARK.exec(comment)?.[1] === sum);
}

function sumOf({ previousContext = "", previousId = "", strings }: Marked): string {
  const text = [previousContext, previousId, ...strings].join("\0");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
