import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostic, locateFile, sortDiagnostics } from "../diagnostics/format-diagnostic.ts";
import { EXIT, type ExitCode, type Machine } from "./terminal.ts";

export interface ReportOptions {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Prints the problems, and how many there are, to standard error. */
export function reportDiagnostics(
  machine: Machine,
  diagnostics: readonly Diagnostic[],
  source: { readonly prefix: string; textOf(file: string): string | undefined },
): void {
  const sorted = sortDiagnostics(diagnostics);
  const { terminal } = machine;
  for (const diagnostic of sorted) {
    const text = formatDiagnostic(diagnostic, {
      prefix: source.prefix,
      textOf: source.textOf,
      colour: terminal.colour,
    });
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
  prefix: string,
): readonly object[] {
  return sortDiagnostics(diagnostics).map((one) => ({
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

/** What a terminal would obey or hide is escaped in texts: it stays valid JSON of the same meaning. */
export function printJson(machine: Machine, value: object): void {
  const text = JSON.stringify(value, undefined, 2).replace(
    /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  machine.terminal.out(`${text}\n`);
}
