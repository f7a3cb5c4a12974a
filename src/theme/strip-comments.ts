import { tokenize, tokenTypes } from "css-tree/tokenizer";

/**
 * A stylesheet without its comments, and without the lines that they leave empty: what a theme's
 * authors tell each other is not for the readers of a book, and may name them.
 */
export function stripComments(stylesheet: string): string {
  let kept = "";
  tokenize(stylesheet, (type, start, end) => {
    if (type !== tokenTypes.Comment) {
      kept += stylesheet.slice(start, end);
      return;
    }
    // Two words that only a comment parts would become one (CSS Syntax 3 §4.3.2).
    const isBetween = /\S$/.test(kept) && /^\S/.test(stylesheet.slice(end, end + 1));
    if (isBetween) kept += "/**/";
  });
  return kept
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .replace(/^\n/, "");
}
