import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ThemeCode } from "./rules.ts";

/** A theme that cannot be used, with everything that is wrong with it. */
export class ThemeError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((one) => one.message).join("; "));
    this.name = "ThemeError";
    this.diagnostics = diagnostics;
  }
}

/** Where in a theme's file something is wrong. */
export interface FaultPlace {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly length?: number | undefined;
}

/** What is wrong in one place of a theme. */
export function describeFault(
  code: ThemeCode,
  file: string,
  message: string,
  hint?: string,
  { line, column, length }: FaultPlace = {},
): Diagnostic {
  return {
    code,
    severity: "error",
    message,
    place: {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(length === undefined ? {} : { length }),
    },
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The same, to be thrown: for what leaves nothing to go on with. */
export function fault(...parts: Parameters<typeof describeFault>): ThemeError {
  // biome-ignore lint/plugin: its own few parameters, handed on.
  return new ThemeError([describeFault(...parts)]);
}
