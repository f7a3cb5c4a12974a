/** What ends a paragraph, and with it a code span that is not closed. */
const PARAGRAPH_END = /\n(?=[ \t>]*(?:\n|`{3}|~{3}|\||#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]))/g;

/** Finds the ends of the code spans of a text, asked for in their order, in linear time. */
export class CodeSpans {
  readonly #text: string;
  /** Where the runs of backticks of a paragraph begin, by their length; the first one last. */
  #runs = new Map<number, number[]>();
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind a code span; behind its opening where nothing closes it (CommonMark §6.1). */
  endOf(at: number, length: number): number {
    if (at >= this.#end) this.#readParagraph(at);
    const runs = this.#runs.get(length) ?? [];
    while ((runs.at(-1) ?? Number.POSITIVE_INFINITY) <= at) runs.pop();
    return (runs.at(-1) ?? at) + length;
  }

  #readParagraph(at: number): void {
    PARAGRAPH_END.lastIndex = at;
    this.#end = PARAGRAPH_END.exec(this.#text)?.index ?? this.#text.length;
    this.#runs = new Map();
    for (const run of this.#text.slice(at, this.#end).matchAll(/`+/g)) {
      const known = this.#runs.get(run[0].length) ?? [];
      known.push(at + run.index);
      this.#runs.set(run[0].length, known);
    }
    for (const known of this.#runs.values()) known.reverse();
  }
}
