/** Columns from one tab stop to the next in our books: `tab-size` of the themes. */
const TAB_COLUMNS = 4;

/** Spaces other than the plain one; that of Chinese and Japanese is as wide as a letter. */
const WIDE = /(?!\u3000)[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;

/** A rule of a Makefile, and a text of a shell (`<<-`): there a tab is not what it looks like. */
const NEEDS_TABS = /^[^\s:#][^:\n]*:(?!=)[^\n]*\n(?:[ \t]*\n)*\t|<<-/m;

/**
 * The pieces of a block of code without what nobody sees in it: no white space ends a line or the block,
 * every space is the plain one, and a tab is as many spaces as it looks like. At the beginning of lines
 * tabs stay where the language needs them (a Makefile's rules, a shell's `<<-`).
 *
 * @param pieces of the text, in their order; each is given back without its own part of that.
 */
export function closeCode(pieces: readonly string[]): readonly string[] {
  const whole = pieces.join("").replace(WIDE, " ");
  const keepsTabs = NEEDS_TABS.test(whole);
  const end = whole.trimEnd().length;
  const closed: string[] = pieces.map(() => "");
  let at = 0;
  let column = 0;
  let isIndent = true;
  /** Blank signs that are written as soon as something is seen behind them. */
  let waiting: { readonly piece: number; readonly text: string }[] = [];
  const write = (piece: number, text: string) => {
    closed[piece] += text;
  };
  for (const [index, piece] of pieces.entries()) {
    for (const sign of whole.slice(at, at + piece.length)) {
      if (at >= end) break;
      if (sign === "\n") {
        waiting = [];
        write(index, sign);
        column = 0;
        isIndent = true;
      } else if (sign === "\t" && !(keepsTabs && isIndent)) {
        const width = TAB_COLUMNS - (column % TAB_COLUMNS);
        waiting.push({ piece: index, text: " ".repeat(width) });
        column += width;
      } else if (sign === " " || sign === "\t") {
        waiting.push({ piece: index, text: sign });
        column += sign === "\t" ? TAB_COLUMNS - (column % TAB_COLUMNS) : 1;
      } else {
        for (const one of waiting) write(one.piece, one.text);
        waiting = [];
        write(index, sign);
        column += 1;
        isIndent = false;
      }
      at += sign.length;
    }
    if (at >= end) break;
  }
  return closed;
}
