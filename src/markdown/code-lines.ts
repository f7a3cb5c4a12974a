/** A fenced block that is open. */
interface Fence {
  readonly closing: RegExp;
  /** Its lines begin with `>` as well. */
  readonly isQuoted: boolean;
  /** Columns that a line needs to stand in the same list item. */
  readonly indent: number;
}

const FENCE = /^[ \t]*(?:(?:>|[-*+•◦]|\p{Nd}{1,9}[.)])[ \t]+|>)*(?<fence>`{3,}(?=[^`]*$)|~{3,})/u;
const QUOTE = /^(?: {0,3}>[ \t]?)+/;
/** The marks of a list, with the typed ones of `typed-lists.ts`. */
const ITEM = /^(?:[-*+•‣◦▪●○■☐☑–—·]|\p{Nd}{1,9}[.)])(?=[ \t]|$)/u;
/** The text of a note goes on in lines that are indented by four. */
const NOTE = /^\[\^[^\]\s]{1,200}\]:/;
const BLOCK_END = /^(?:#{1,6}(?:\s|$)|(?:[-*_][ \t]*){3,}$)/;

/**
 * Tells lines of code from lines of text before a page is parsed: fenced blocks (CommonMark §4.5)
 * and indented ones (§4.4), in quotations and list items too. Lines come in their order; those of a
 * remark are not shown to it. Behind the mark of an item there is text however wide the gap:
 * CommonMark's code there (§5.2) is what word processors leave of a tab.
 */
export class CodeLines {
  #fence: Fence | undefined;
  /** Where the text of the open list items begins, outermost first. */
  #items: readonly number[] = [];
  #isInParagraph = false;
  /** How many quotations are open. */
  #quotes = 0;

  /** A reader in the same state, for a look at a line that may turn out to be none. */
  copy(): CodeLines {
    const copy = new CodeLines();
    copy.#fence = this.#fence;
    copy.#items = this.#items;
    copy.#isInParagraph = this.#isInParagraph;
    copy.#quotes = this.#quotes;
    return copy;
  }

  /** True where the line is code, or opens or closes a block of it. */
  take(line: string): boolean {
    if (this.#fence !== undefined) return this.#takeFenced(line, this.#fence);
    const quote = QUOTE.exec(line)?.[0] ?? "";
    const rest = line.slice(quote.length);
    const text = rest.trimStart();
    this.#enterQuotes(quote.replace(/[^>]/g, "").length, text);
    if (text === "") {
      this.#isInParagraph = false;
      return false;
    }
    const indent = widthOf(rest.slice(0, rest.length - text.length));
    if (!this.#isInParagraph || beginsBlock(text)) this.#leaveItems(indent);
    const base = this.#items.at(-1) ?? 0;
    if (!this.#isInParagraph && indent - base >= 4) return true;
    return this.#takeText(line, text, indent);
  }

  /** A line goes on with the paragraph of a quotation that it does not stand in. */
  #enterQuotes(count: number, text: string): void {
    const goesOn = this.#isInParagraph && !beginsBlock(text);
    if (count === this.#quotes || (count < this.#quotes && goesOn)) return;
    this.#quotes = count;
    this.#items = [];
    this.#isInParagraph = false;
  }

  #takeFenced(line: string, fence: Fence): boolean {
    const bare = fence.isQuoted ? line.replace(QUOTE, "") : line;
    const indent = widthOf(/^[ \t]*/.exec(bare)?.[0] ?? "");
    const hasLeft =
      (fence.isQuoted && !line.trimStart().startsWith(">")) ||
      (indent < fence.indent && bare.trim() !== "");
    if (hasLeft) {
      this.#fence = undefined;
      return this.take(line);
    }
    if (fence.closing.test(bare)) this.#fence = undefined;
    return true;
  }

  #takeText(line: string, text: string, indent: number): boolean {
    let at = indent;
    let rest = text;
    // A line can hold thousands of marks: nothing here looks at the whole of it for each.
    const items = [...this.#items];
    this.#items = items;
    const ruleLength = lengthOfRule(text);
    for (;;) {
      const marker = ITEM.exec(rest)?.[0];
      // Below a line of text a list begins with one (CommonMark §5.3).
      const isText = this.#isInParagraph && items.length === 0 && /^(?!0*1[.)])\d/.test(rest);
      const isRule = rest.length <= ruleLength && /^(?:[-*][ \t]*){3}/.test(rest);
      if (marker === undefined || isText || isRule) break;
      const behind = rest.slice(marker.length);
      const space = /^[ \t]*/.exec(behind)?.[0] ?? "";
      const width = widthOf(space);
      at += marker.length + (width >= 1 && width <= 4 ? width : 1);
      items.push(at);
      rest = behind.trimStart();
      this.#isInParagraph = false;
    }
    const found = FENCE.exec(line)?.groups?.fence;
    if (found !== undefined) {
      this.#fence = {
        closing: new RegExp(`^[ \\t]*${found[0]}{${found.length},}\\s*$`),
        isQuoted: /^\s*(?:[-*+]\s+|\d+[.)]\s+)*>/.test(line),
        indent: this.#items.at(-1) ?? 0,
      };
      this.#isInParagraph = false;
      return true;
    }
    if (items.length === 0 && NOTE.test(rest)) items.push(4);
    this.#isInParagraph = rest !== "" && !BLOCK_END.test(rest);
    return false;
  }

  #leaveItems(indent: number): void {
    const open = this.#items.filter((start) => start <= indent);
    if (open.length < this.#items.length) this.#isInParagraph = false;
    this.#items = open;
  }
}

/** True for a line that ends the paragraph above it. */
function beginsBlock(text: string): boolean {
  return ITEM.test(text) || BLOCK_END.test(text) || /^(?:`{3}|~{3})/.test(text);
}

/** How much of a line's end is made of the signs of a rule. */
function lengthOfRule(text: string): number {
  let length = 0;
  while (length < text.length && /[-* \t]/.test(text[text.length - 1 - length] ?? "")) length += 1;
  return length;
}

/** Columns of white space, tabs at every fourth (CommonMark §2.2). */
function widthOf(space: string): number {
  let width = 0;
  for (const sign of space) width += sign === "\t" ? 4 - (width % 4) : 1;
  return width;
}
