import { GONE } from "./invisible-characters.ts";

/** White space of every kind, and what is gone between. */
const RUN = /[\s\uFFFF]+/gu;

/** What of white space can be more than one line end, or one space between two words. */
const UNSETTLED = /^ | $|[^\S \n]|\s\s|\uFFFF/;

/** Signs of which French parts a word with a space that no line ends at, and the inner side of its quotation marks. */
const BEFORE_SIGN = /^[:;!?»›%‰°€]/;
const BEHIND_SIGN = /[«‹]$/;
/** Letters as wide as they are high; a space among them is as well. */
const WIDE_LETTER =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3001-\\u303F\\uFF01-\\uFF60]";
const WIDE_BEFORE = new RegExp(`${WIDE_LETTER}$`, "u");
const WIDE_BEHIND = new RegExp(`^${WIDE_LETTER}`, "u");
const MONGOLIAN = /^\p{Script=Mongolian}/u;

/**
 * A text of one block, of the same length, in which each run of white space is one sign, and `GONE` from
 * its second on: a line end where it has one, or a space. Kinds of spaces are told from each other only
 * where a writing needs them: no-break and thin ones in numbers and at the signs of French, the suffixes
 * of Mongolian, the wide one of Chinese and Japanese. None begins or ends the block.
 *
 * @param edge a sign that ends a line as the block's end does.
 */
export function markSpaces(text: string, edge: string): string {
  const isSettled =
    !UNSETTLED.test(text) && !text.includes(` ${edge}`) && !text.includes(`${edge} `);
  if (isSettled) return text;
  return text.replace(RUN, (run, at: number) => {
    if (!/\s/.test(run)) return run;
    const before = text.slice(Math.max(0, at - 2), at);
    const behind = text.slice(at + run.length, at + run.length + 2);
    const isAtEdge =
      before === "" || behind === "" || before.endsWith(edge) || behind.startsWith(edge);
    const kept = run.includes("\n") ? "\n" : isAtEdge ? "" : chooseSpace(run, before, behind);
    return kept + GONE.repeat(run.length - kept.length);
  });
}

/** A text in which every run of white space is one space. */
export function collapseSpaces(text: string): string {
  // A space that stands alone stays: nothing of most texts is written anew.
  return text.replace(/\s{2,}|[^\S ]/g, " ");
}

function chooseSpace(run: string, before: string, behind: string): string {
  if (run.includes("\u3000") && WIDE_BEFORE.test(before) && WIDE_BEHIND.test(behind))
    return "\u3000";
  if (run.includes("\u202F") && MONGOLIAN.test(behind)) return "\u202F";
  const isHeld =
    (/\p{Nd}$/u.test(before) && /^\p{Nd}/u.test(behind)) ||
    BEFORE_SIGN.test(behind) ||
    BEHIND_SIGN.test(before);
  if (!isHeld) return " ";
  if (/[\u2009\u200A\u202F]/.test(run)) return "\u202F";
  return /[\u00A0\u2007]/.test(run) ? "\u00A0" : " ";
}
