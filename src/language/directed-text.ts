import { findLevels } from "./bidi-classes.ts";
import { type DirectedRun, findDirectedRuns } from "./directed-runs.ts";
import type { Direction } from "./language.ts";

/** LRI, RLI and PDI; LRO and PDF (Unicode Standard Annex #9, §2). */
const ISOLATES: Readonly<Record<Direction, string>> = { ltr: "\u2066", rtl: "\u2067" };
const END_OF_ISOLATE = "\u2069";
const OVERRIDE = "\u202D";
const END_OF_OVERRIDE = "\u202C";

/**
 * A line whose runs are set apart by invisible signs: for lines that can hold no markup and that
 * nobody copies, such as those at the head of a printed page.
 */
export function setRunsApart(line: string, base: Direction): string {
  return weave(line, findDirectedRuns(line, base), 0, line.length);
}

function weave(line: string, runs: readonly DirectedRun[], start: number, end: number): string {
  let text = "";
  let at = start;
  for (const run of runs) {
    const inside = weave(line, run.inner, run.start, run.end);
    const held = run.overrides ? OVERRIDE + inside + END_OF_OVERRIDE : inside;
    text += line.slice(at, run.start) + ISOLATES[run.direction] + held + END_OF_ISOLATE;
    at = run.end;
  }
  return text + line.slice(at, end);
}

/** The embedding level of every UTF-16 code unit of a line, its runs set apart. */
export function findLevelsApart(line: string, base: Direction): readonly number[] {
  const apart = setRunsApart(line, base);
  const levels = findLevels(apart, base);
  let at = -1;
  // The line is in there sign by sign; what is between is ours.
  return Array.from({ length: line.length }, (_, index) => {
    at = apart.indexOf(line.charAt(index), at + 1);
    return levels[at] ?? 0;
  });
}
