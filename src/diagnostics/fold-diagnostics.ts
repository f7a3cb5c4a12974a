import type { Diagnostic, Place } from "./diagnostic.ts";

/** A diagnostic, and where else in its file there is the same to do. */
export interface FoldedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly others: readonly Place[];
}

/** Longer lists of lines are counted: with the first ones mended, the others are told. */
const MOST_RANGES = 12;

/** Two messages that say different things are read sooner than one that stands for both. */
const LEAST_OF_A_KIND = 3;

/**
 * Makes one of the diagnostics of a file that say the same, and of three warnings or more that have
 * the same code and the same hint: a page with a slip in every line is one thing to mend.
 *
 * @param sorted in the order in which they are told
 */
export function foldDiagnostics(sorted: readonly Diagnostic[]): readonly FoldedDiagnostic[] {
  const counts = new Map<string, number>();
  for (const diagnostic of sorted) {
    const kind = kindOf(diagnostic);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const folded = new Map<string, { diagnostic: Diagnostic; others: Place[] }>();
  for (const [index, diagnostic] of sorted.entries()) {
    const kind = kindOf(diagnostic);
    const isKind = diagnostic.severity === "warning" && (counts.get(kind) ?? 0) >= LEAST_OF_A_KIND;
    const key = JSON.stringify([kind, isKind ? "" : diagnostic.message]);
    const known = canFold(diagnostic) ? folded.get(key) : undefined;
    if (known !== undefined) known.others.push(diagnostic.place);
    else folded.set(canFold(diagnostic) ? key : String(index), { diagnostic, others: [] });
  }
  return [...folded.values()];
}

/** What has places of its own to show, or none, is told by itself. */
function canFold({ hint, place, related, trace }: Diagnostic): boolean {
  return (
    [related, trace].every((one) => one === undefined) &&
    hint !== undefined &&
    place.line !== undefined
  );
}

function kindOf({ code, severity, hint, place, causedBy }: Diagnostic): string {
  return JSON.stringify([place.file, code, severity, hint, causedBy]);
}

/** "also on lines 14, 20-25 and 70 more"; empty where there are no other places. */
export function describeOthers({ diagnostic, others }: FoldedDiagnostic): string {
  if (others.length === 0) return "";
  const first = diagnostic.place.line ?? 0;
  const lines = [...new Set(others.map(({ line }) => line ?? 0))].filter((line) => line !== first);
  const ranges = rangesOf(lines);
  const shown = ranges.slice(0, MOST_RANGES);
  const left = ranges.slice(MOST_RANGES).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const texts = shown.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  if (left > 0) texts.push(`${left} more`);
  const isOne = lines.length === 1;
  if (lines.length === 0) return `${others.length + 1} times on this line`;
  return `also on ${isOne ? "line" : "lines"} ${joinWords(texts)}`;
}

function rangesOf(lines: readonly number[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
