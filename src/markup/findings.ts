import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Element, ReaderMark } from "./document.ts";

/** Collects the diagnostics of one page. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** Marks of what leaves nothing in the tree: an empty block for trainers, a block's own name. */
  readonly unshown: ReaderMark[];
  add(diagnostic: Diagnostic): void;
  /** The same, once for each key. */
  addOnce(key: string, diagnostic: Diagnostic): void;
  /** Where an element stands in the file. */
  placeOf(element: Pick<Element, "position">, length?: number): Place;
  /** A place of the file, from a line of the body counted from 0. */
  placeAt(bodyLine: number, column?: number, length?: number): Place;
}

/** Nobody reads more, and a page of a stranger could have a hundred thousand. */
const MOST_OF_A_KIND = 100;

/**
 * @param file path of the page, for the places
 * @param bodyLine the 1-based line of the file on which the body begins
 */
export function makeFindings(file: string, bodyLine: number): Findings {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const add = (diagnostic: Diagnostic) => {
    const { code, severity } = diagnostic;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= MOST_OF_A_KIND) diagnostics.push(diagnostic);
    else if (count === MOST_OF_A_KIND + 1)
      diagnostics.push({
        code,
        severity,
        message: `Unexpected further problems of this kind, expected at most ${MOST_OF_A_KIND} in a page`,
        place: diagnostic.place,
        hint: "They are not listed. Mend those above, and look again.",
      });
  };
  return {
    diagnostics,
    unshown: [],
    add,
    addOnce(key, diagnostic) {
      if (!seen.has(key)) add(diagnostic);
      seen.add(key);
    },
    placeOf(element, length) {
      const start = element.position?.start;
      return makePlace(file, start?.line, start?.column, length);
    },
    placeAt: (line, column, length) => makePlace(file, bodyLine + line, column, length),
  };
}

function makePlace(file: string, line?: number, column?: number, length?: number): Place {
  if (line === undefined) return { file };
  if (column === undefined) return { file, line };
  return length === undefined ? { file, line, column } : { file, line, column, length };
}

/** A text of the page as it can stand in a message: one line, not long. */
export function quoteText(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().replaceAll("`", "'");
  return `\`${line.length > 60 ? `${line.slice(0, 57).trimEnd()}...` : line}\``;
}
