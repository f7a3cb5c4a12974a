import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { areBackwards, composeText, findForms } from "../language/text-form.ts";
import { diagnose } from "./rules.ts";

/** More numbers of lines than these are not read in a message. */
const SHOWN_LINES = 8;

/**
 * Tells once of a file that Arabic letters in it are presentation forms (FIL010), and whether they
 * stand backwards (FIL011).
 *
 * @param text as it was written.
 */
export function reportForms(file: string, text: string): readonly Diagnostic[] {
  const rows = text.split("\n").flatMap((line, index) => {
    const runs = findForms(line);
    return runs.length === 0 ? [] : [{ number: index + 1, line, runs }];
  });
  const first = rows[0];
  if (first === undefined) return [];
  const [{ at, forms } = { at: 0, forms: "" }] = first.runs;
  const place = {
    file,
    line: first.number,
    column: composeText(first.line.slice(0, at)).length + 1,
    length: composeText(forms).length,
  };
  const isBackwards = areBackwards(rows.flatMap(({ runs }) => runs));
  const lines = sayLines(rows.map(({ number }) => number));
  return [diagnose(isBackwards ? "FIL011" : "FIL010", place, { lines })];
}

function sayLines(numbers: readonly number[]): string {
  const shown = numbers.slice(0, SHOWN_LINES);
  const more = numbers.length - shown.length;
  if (more > 0) return `lines ${shown.join(", ")} and ${more} more`;
  if (shown.length === 1) return `line ${shown[0]}`;
  return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
