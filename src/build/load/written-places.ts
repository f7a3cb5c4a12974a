import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { partLines, sortDiagnostics } from "../../diagnostics/format-diagnostic.ts";
import { type LineTrace, traceLine } from "../../language/text-form.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";

/** Diagnostics in the order in which they are told, with places in the author's lines, which the stages read in another form. */
export function placeInWritten(
  { writtenOf, curriculum }: Pick<LoadedCurriculum, "writtenOf" | "curriculum">,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  let known: { readonly file: string; readonly lines: readonly string[] } | undefined;
  let last: { readonly line: string; readonly trace: LineTrace | undefined } | undefined;
  const find = (place: Place): Place => {
    const { file, line, column, length = 1 } = place;
    if (line === undefined || column === undefined) return place;
    if (known?.file !== file) known = { file, lines: partLines(writtenOf(file) ?? "") };
    const written = known.lines[line - 1] ?? "";
    if (last?.line !== written) last = { line: written, trace: traceLine(written) };
    if (last.trace === undefined) return place;
    const start = last.trace.startOf(column - 1);
    const end = last.trace.endOf(column - 1 + length);
    return { ...place, column: start + 1, length: Math.max(end - start, 1) };
  };
  /** A page that a catalogue translates has no file: its lines come from the catalogue and its source. */
  const findFile = (place: Place): Place => {
    const page = curriculum.index.byPath.get(place.file);
    if (page?.translation === undefined) return place;
    const { places, source } = page.translation;
    return places[(place.line ?? 0) - page.bodyLine] ?? { file: source };
  };
  const placed = diagnostics.map((one) => ({ ...one, place: findFile(one.place) }));
  return sortDiagnostics(placed).map((one) => ({
    ...one,
    place: find(one.place),
    ...(one.related === undefined
      ? {}
      : { related: one.related.map((other) => ({ ...other, place: find(other.place) })) }),
  }));
}
