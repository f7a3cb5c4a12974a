import type { Token } from "markdown-it";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { type StrayRun, strayRunsOf } from "../markdown/stray-runs.ts";
import { type Findings, quoteText } from "./findings.ts";
import { diagnose } from "./rules.ts";
import type { PlaceFinder } from "./token-places.ts";

/**
 * Tells of bold and struck text that did not work, at the sign itself.
 *
 * Diagnostics: MRK043 for two runs with words between them and a space inside, MRK044 for others.
 */
export function lintStrayRuns(inline: Token, find: PlaceFinder, findings: Findings): void {
  const runs = strayRunsOf(inline);
  const text = inline.content;
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined) continue;
    const spaced = spacedPair(text, run, runs[index + 1]);
    const point = find(run.offset);
    const place = (length: number) => findings.placeOf({ position: point }, length);
    if (spaced !== undefined) {
      const { marks } = run;
      const words = spaced.slice(2, -2).trim();
      const values = { found: quoteText(spaced), typed: `${marks}${words}${marks}` };
      const hint = words.length > 60 ? "long" : "short";
      findings.add(diagnose(`MRK043 ${hint}`, place(spaced.length), values));
      index += 1;
      continue;
    }
    findings.add(describe(text, run, place(2)));
  }
}

/** The words between two runs, with them, where a space keeps these from working. */
function spacedPair(text: string, run: StrayRun, next: StrayRun | undefined): string | undefined {
  if (next === undefined || next.marks !== run.marks) return undefined;
  const spaced = text.slice(run.offset, next.offset + 2);
  const words = spaced.slice(2, -2);
  if (words.length > 200 || words.trim() === "" || /[*\n]/.test(words)) return undefined;
  // A run that ends a word and one that begins another have no words of their own between them.
  if (touches(text, run.offset - 1) && touches(text, next.offset + 2)) return undefined;
  return /^\s|\s$/.test(words) ? spaced : undefined;
}

function touches(text: string, offset: number): boolean {
  return /\S/.test(text[offset] ?? " ");
}

function describe(text: string, { marks, offset }: StrayRun, place: Place): Diagnostic {
  const behind = /^[^\s\]]+/.exec(text.slice(offset + 2, offset + 62))?.[0];
  const before = /\S+$/.exec(text.slice(Math.max(0, offset - 60), offset))?.[0];
  const where = behind !== undefined ? "before" : before !== undefined ? "behind" : "alone";
  const opens = /[^\s\p{Pe}\p{Pf}.,;:!?]/u.test(text[offset + 2] ?? " ");
  const closes = /[^\s\p{Ps}\p{Pi}]/u.test(text[offset - 1] ?? " ");
  const hint = opens ? (closes ? "both" : "opens") : closes ? "closes" : "neither";
  const printed = [...marks].map((mark) => `\\${mark}`).join("");
  const values = { marks, word: quoteText(behind ?? before ?? ""), printed };
  return diagnose(`MRK044 ${where} ${hint}`, place, values);
}
