import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { describeOthers, foldDiagnostics } from "../diagnostics/fold-diagnostics.ts";
import { formatDiagnostic, locateFile, sortDiagnostics } from "../diagnostics/format-diagnostic.ts";
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
  const sorted = sortDiagnostics(diagnostics);
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
  { prefix }: ReportSource,
): readonly object[] {
  const placed = <Placed extends Pick<Diagnostic, "place">>(one: Placed) => ({
    ...one,
    place: { ...one.place, file: locateFile(one.place.file, prefix) },
  });
  return sortDiagnostics(diagnostics).map((one) => ({
    ...placed(one),
    ...(one.related === undefined ? {} : { related: one.related.map(placed) }),
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
