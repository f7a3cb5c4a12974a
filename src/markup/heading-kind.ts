/** What a line that is marked as a heading really is. */
export type HeadingKind = "heading" | "lead" | "say";

/** Longer than this, no heading can be read at a glance or stand in a contents list. */
const MAX_LENGTH = 100;

/** Ranks at which authors mark questions for emphasis rather than to name a section. */
const DEEP_RANK = 5;

/**
 * Tells headings from sentences that were marked as headings for the sake of large letters.
 *
 * A sentence is: more than 100 characters; or ended by `.`, `…`, `!`, `;` (or a quotation mark
 * after one); or several sentences; or five words and more that end in a colon; or a question at
 * rank 5 or 6. A full stop after fewer than four words proves nothing ("Part 1.").
 *
 * @param text its words; @param rank as written, 1–6; @param emphasised wholly in italics
 */
export function judgeHeading(text: string, rank: number, emphasised: boolean): HeadingKind {
  const wordCount = text.split(/\s+/).length;
  if (isSentence(text, rank, wordCount)) return emphasised ? "say" : "lead";
  // Words in italics at the deepest ranks are a label ("Optional") or something to be said.
  if (emphasised && rank >= DEEP_RANK && wordCount >= 6) return "say";
  return "heading";
}

function isSentence(text: string, rank: number, wordCount: number): boolean {
  if (text.length > MAX_LENGTH) return true;
  const bare = withoutClosers(text);
  if (/(?:…|\.\.|[!;！؛。।])$/u.test(bare)) return true;
  if (/[.۔]$/.test(bare)) return wordCount >= 4;
  if (/[:：]$/.test(bare)) return wordCount >= 5;
  if (/[?؟？]$/u.test(bare)) return rank >= DEEP_RANK || /[.!?؟]\s+\S+\s+\S+/u.test(bare);
  return false;
}

/** Without the quotation marks and brackets at the end. */
function withoutClosers(text: string): string {
  let end = text.length;
  while (end > 0 && /["'”’»›)\]*_\s]/.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
