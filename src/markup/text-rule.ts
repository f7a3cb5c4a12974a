import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";

/** Damage that can be seen in the printed text: Markdown that did not work, gaps never filled. */
export interface TextRule {
  readonly pattern: RegExp;
  /** @param found what the pattern took, as it can stand in a message; then its parts. */
  readonly tell: (place: Place, found: string, parts: readonly [string, ...string[]]) => Diagnostic;
}
