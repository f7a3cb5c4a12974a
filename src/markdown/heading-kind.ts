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
  if (/[:：]$/.test(bare)) return wordCount >= 5 && !isInTitleCase(text);
  if (/[?؟？]$/u.test(bare)) return rank >= DEEP_RANK || SEVERAL_SENTENCES.test(bare);
  return false;
}

/** The end of a sentence within the text; "II. How" and "vs. the" are none. */
const SEVERAL_SENTENCES = /\p{L}{4,}[.!?؟]["'”’]?\s+[\p{Lu}\p{Lo}]/u;

/** True where the longer words begin with capitals: "Important Points to Highlight for VPNs:". */
function isInTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length > 0 && capitals.length >= words.length * 0.75;
}

/** Without the quotation marks at the end. Brackets stay: "Files (.iso, .img, ...)" is no sentence. */
function withoutClosers(text: string): string {
  let end = text.length;
  while (end > 0 && /["'”’»›*_\s]/.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
