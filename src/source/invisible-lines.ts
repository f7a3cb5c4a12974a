import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findInvisible } from "../language/find-invisible.ts";
import { markInvisible } from "../language/invisible-characters.ts";
import { composeText } from "../language/text-form.ts";
import type { InvisibleInPage } from "./page.ts";
import { diagnose } from "./rules.ts";

/** What a line was read without. */
export interface InvisibleLine {
  /** 1-based, as the column is: of the line as it was read. */
  readonly line: number;
  readonly column: number;
  /** How many of each. */
  readonly counts: ReadonlyMap<string, number>;
  /** The first: `U+200B`. */
  readonly sign: string;
}

/** The lines of a text as it is written that hold signs which nobody sees and nothing needs. */
export function listInvisibleLines(written: string): readonly InvisibleLine[] {
  if (markInvisible(written) === written) return [];
  return written.split("\n").flatMap((text, index) => {
    const found = findInvisible([text], true);
    if (found === undefined) return [];
    const { counts, sign, at } = found;
    return [{ line: index + 1, column: composeText(text.slice(0, at)).length + 1, counts, sign }];
  });
}

/** @param skipped lines before the body. */
export function summariseInvisible(
  lines: readonly InvisibleLine[],
  skipped: number,
): InvisibleInPage | undefined {
  if (lines.length === 0) return undefined;
  return {
    counts: lines.map(({ counts }) => counts),
    places: lines.map(({ line, column }) => ({ bodyLine: line - 1 - skipped, column })),
  };
}

/** Signs that nobody sees in the configuration, once (CFG003). */
export function describeInvisible(
  path: string,
  lines: readonly InvisibleLine[],
): readonly Diagnostic[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { line, column, sign } = first;
  return [
    {
      ...diagnose("CFG003 invisible", { file: path, line, column, length: 1 }, { sign }),
      severity: "warning",
    },
  ];
}
