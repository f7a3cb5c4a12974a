import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { describeOthers, foldDiagnostics } from "../diagnostics/fold-diagnostics.ts";
import {
  formatDiagnostic,
  locateFile,
  partLines,
  sortDiagnostics,
} from "../diagnostics/format-diagnostic.ts";
import { type LineTrace, traceLine } from "../language/text-form.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** What problems are told of. */
export interface ReportSource {
  /** Stands before the files. */
  readonly prefix: string;
  /** The text of a file as its author wrote it; undefined where it is not known. */
  writtenOf?(file: string): string | undefined;
}

/** Prints the problems, and how many there are, to standard error. */
export function reportDiagnostics(
  shell: Shell,
  diagnostics: readonly Diagnostic[],
  source: ReportSource,
): void {
  const sorted = placeInWritten(sortDiagnostics(diagnostics), source);
  const { terminal } = shell;
  for (const folded of foldDiagnostics(sorted)) {
    const text = formatDiagnostic(
      folded.diagnostic,
      {
        prefix: source.prefix,
        textOf: (file) => source.writtenOf?.(file),
        colour: terminal.colour,
      },
      describeOthers(folded),
    );
    terminal.note(`${text}\n\n`);
  }
  if (sorted.length > 0) terminal.note(`${countProblems(sorted)}\n`);
}

export function countProblems(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((one) => one.severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [plural(errors, "error"), plural(warnings, "warning")];
  return parts.filter((part) => !part.startsWith("0 ")).join(", ") || "no problems";
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some((one) => one.severity === "error") ? EXIT.contentErrors : EXIT.clean;
}

/** The diagnostics as `--json` prints them: the same fields, files as people would open them. */
export function diagnosticsForJson(
  diagnostics: readonly Diagnostic[],
  source: ReportSource,
): readonly object[] {
  const { prefix } = source;
  return placeInWritten(sortDiagnostics(diagnostics), source).map((one) => ({
    ...one,
    place: { ...one.place, file: locateFile(one.place.file, prefix) },
    ...(one.related === undefined
      ? {}
      : {
          related: one.related.map((other) => ({
            ...other,
            place: { ...other.place, file: locateFile(other.place.file, prefix) },
          })),
        }),
  }));
}

/** The same with places in the author's lines, which the stages read in another form. */
function placeInWritten(
  diagnostics: readonly Diagnostic[],
  { writtenOf = () => undefined }: ReportSource,
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
  return diagnostics.map((one) => ({
    ...one,
    place: find(one.place),
    ...(one.related === undefined
      ? {}
      : { related: one.related.map((other) => ({ ...other, place: find(other.place) })) }),
  }));
}

/** What a terminal would obey or hide is escaped in texts: it stays valid JSON of the same meaning. */
export function printJson(shell: Shell, value: object): void {
  const text = JSON.stringify(value, undefined, 2).replace(
    /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  shell.terminal.out(`${text}\n`);
}
