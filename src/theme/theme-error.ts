import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";

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

/** A place in a file of a theme. */
export function placeIn(file: string, { line, column, length }: FaultPlace = {}): Place {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(length === undefined ? {} : { length }),
  };
}

/** A problem to be thrown: for what leaves nothing to go on with. */
export function themeError(diagnostic: Diagnostic): ThemeError {
  return new ThemeError([diagnostic]);
}
