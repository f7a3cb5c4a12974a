import { numberingSystem } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { closeGaps } from "../markdown/fillers.ts";
import { type ParsedMarkdown, parseMarkdown } from "../markdown/markdown-parser.ts";
import { markTypedLists } from "../markdown/typed-lists.ts";
import type { Limits } from "../source/limits.ts";
import type { Wording } from "../wording/wording.ts";
import { normaliseBody } from "./body-text.ts";
import type { Findings } from "./findings.ts";
import { leaveOutForeignMarks, type PlainBody } from "./foreign-marks.ts";
import { mendTableLines } from "./table-lines.ts";

/** A body's tokens, and the lines that they come from. */
export interface ParsedBody extends PlainBody {
  readonly text: ReturnType<typeof normaliseBody>;
  readonly parsed: ParsedMarkdown;
}

/** Parses the body of a page. Diagnostics: MRK100 to MRK107. */
export function parseBody(
  body: string,
  language: Language,
  wording: Wording,
  limits: Pick<Limits, "nesting" | "pageParts">,
  findings: Findings,
): ParsedBody {
  const text = normaliseBody(body);
  const plain = leaveOutForeignMarks(text.body, findings);
  const tabled = mendTableLines(closeGaps(plain.lines), plain.codeLines, findings);
  const isEuropean = numberingSystem(language) === "latn";
  const lists = markTypedLists(tabled, plain.codeLines, isEuropean);
  return { ...plain, text, parsed: parseMarkdown(lists, limits, wording) };
}
