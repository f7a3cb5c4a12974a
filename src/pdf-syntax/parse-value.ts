import { PdfRef, type PdfValue } from "./pdf-value.ts";
import { readEscapes } from "./string-escapes.ts";

/** Real files nest a dozen levels; so many may be walked by recursion. */
const MOST_DEPTH = 100;

/** What the values of one object may take; real ones have as many as a file has pages or marks. */
const MOST_VALUES = 2_000_000;
/** What values take of memory, in units of nearly 32 bytes; numbers take one. */
const COST = { key: 4, name: 1, list: 3, dict: 8, string: 6, reference: 1 } as const;

/** Bytes of a name; the norm allows 127 (ISO 32000-1 annex C). */
const LONGEST_NAME = 4096;

/** The bytes are no object, or one that is nested too deeply. */
export class PdfSyntaxError extends Error {
  /** The bound that it goes beyond, as a sentence; undefined where it is no object at all. */
  readonly limit: string | undefined;
  constructor(message: string, limit?: string) {
    super(message);
    this.limit = limit;
  }
}

/** Of one object; further ones are as good as told. */
const MOST_COMMENTS = 20;

const WHITE = /[\0\t\n\f\r ]*/y;
const COMMENT = /%[^\r\n]*/y;
const NAME = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,20}(\d{1,5})[\0\t\n\f\r ]{1,20}R(?![A-Za-z0-9])/y;
const NUMBER = /[+-]*(?:\d+\.?\d*|\.\d+)[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /^[\0\t\n\f\r 0-9A-Fa-f]*$/;
const BACKSLASH = 0x5c;

/** Reads the syntax of objects (ISO 32000-1 §7.3) out of a file whose bytes are Latin-1 here. */
export class ValueParser {
  readonly #source: string;
  /** Where the next object is looked for. */
  at: number;
  /** What was read takes so much of memory. */
  cost = 0;
  /** What stands behind percent signs (§7.2.4), as far as it is kept. */
  readonly comments: string[] = [];
  /** What no program writes, and readers take for something else or leave out. */
  readonly oddities: string[] = [];

  constructor(source: string, at: number) {
    this.#source = source;
    this.at = at;
  }

  /** @throws PdfSyntaxError where no object stands. */
  parse(depth = 0): PdfValue {
    if (depth > MOST_DEPTH) {
      const limit = `an object nested deeper than ${MOST_DEPTH} levels is too large`;
      throw new PdfSyntaxError("nested too deeply", limit);
    }
    this.#spend(1);
    this.skipSpace();
    const sign = this.#source[this.at];
    switch (sign) {
      case "/":
        this.#spend(COST.name);
        this.at += 1;
        return `/${this.#parseName()}`;
      case "(":
        return this.#parseString();
      case "[":
        return this.#parseList(depth);
      case "<":
        return this.#source[this.at + 1] === "<" ? this.#parseDict(depth) : this.#parseHex();
      case undefined:
        throw new PdfSyntaxError("the file ends");
    }
    return this.#parseWord();
  }

  #spend(cost: number): void {
    this.cost += cost;
    if (this.cost <= MOST_VALUES) return;
    throw new PdfSyntaxError("too many values", "an object of millions of values is too large");
  }

  #note(what: string): void {
    if (this.oddities.length < MOST_COMMENTS)
      this.oddities.push(`${what.slice(0, 100)}, as no program writes it`);
  }

  skipSpace(): void {
    for (;;) {
      this.#match(WHITE);
      if (this.#source[this.at] !== "%") return;
      const comment = this.#match(COMMENT)?.[0] ?? "";
      if (this.comments.length < MOST_COMMENTS) this.comments.push(comment.slice(0, 2000));
    }
  }

  /** Steps over a word if it is the next. */
  skipWord(word: string): boolean {
    this.skipSpace();
    if (!this.#source.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#source);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  #parseWord(): PdfValue {
    const reference = this.#match(REFERENCE);
    if (reference !== null) {
      this.#spend(COST.reference);
      if (Number(reference[2]) !== 0) this.#note(`the reference ${reference[0]}`);
      return new PdfRef(Number(reference[1]));
    }
    const number = this.#match(NUMBER);
    if (number !== null) {
      if (!isUsualNumber(number[0])) this.#note(`the number ${number[0]}`);
      const value = Number.parseFloat(number[0].replace(/^[+-]*(?=[+-])/, ""));
      return Number.isFinite(value) ? value : 0;
    }
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const) {
      if (this.skipWord(word)) return value;
    }
    throw new PdfSyntaxError("no object");
  }

  #parseName(): string {
    const start = this.at;
    NAME.lastIndex = start;
    NAME.test(this.#source);
    this.at = NAME.lastIndex;
    if (this.at - start > LONGEST_NAME) {
      const limit = `a name of more than ${LONGEST_NAME} bytes is too large`;
      throw new PdfSyntaxError("too long a name", limit);
    }
    const written = this.#source.slice(start, this.at);
    if (!written.includes("#")) return written;
    const bytes = written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return bytes;
  }

  #parseList(depth: number): PdfValue {
    this.#spend(COST.list);
    this.at += 1;
    const list: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.#source[this.at] === "]") {
        this.at += 1;
        return list;
      }
      list.push(this.parse(depth + 1));
    }
  }

  #parseDict(depth: number): PdfValue {
    this.#spend(COST.dict);
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.#source.startsWith(">>", this.at)) {
        this.at += 2;
        return dict;
      }
      if (this.#source[this.at] !== "/") throw new PdfSyntaxError("no key");
      this.#spend(COST.key);
      this.at += 1;
      const key = this.#parseName();
      if (dict.has(key)) this.#note(`the key /${key} twice`);
      dict.set(key, this.parse(depth + 1));
    }
  }

  #parseHex(): Uint8Array {
    this.#spend(COST.string);
    const end = this.#source.indexOf(">", this.at);
    if (end < 0) {
      this.at = this.#source.length;
      throw new PdfSyntaxError("a string without end");
    }
    const start = this.at + 1;
    this.at = end + 1;
    const read = readHex(this.#source, start, end);
    // Digits in pairs, and nothing else: the quick way to see that nothing was left out.
    if (2 * read.length !== end - start && !HEX.test(this.#source.slice(start, end)))
      this.#note("a string of digits with others between");
    return read;
  }

  #parseString(): Uint8Array {
    this.#spend(COST.string);
    const source = this.#source;
    const start = this.at + 1;
    let depth = 1;
    for (this.at = start; this.at < source.length; this.at += 1) {
      const sign = source.charCodeAt(this.at);
      if (sign === BACKSLASH) this.at += 1;
      else if (sign === 0x28) depth += 1;
      else if (sign === 0x29 && --depth === 0) {
        this.at += 1;
        const written = Buffer.from(source.slice(start, this.at - 1), "latin1");
        return written.includes(BACKSLASH) ? readEscapes(written) : written;
      }
    }
    this.at = source.length;
    throw new PdfSyntaxError("a string without end");
  }
}

/** Programs write no more digits that count than a number of 64 bits has, with some to spare (ISO 32000-1 §7.3.3). */
function isUsualNumber(written: string): boolean {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(written)) return false;
  return written.length < 20 || /^[+-]?0*\.?0*[\d.]{0,21}$/.test(written.slice(0, 60));
}

/** A last digit alone stands for itself and a zero (ISO 32000-1 §7.3.4.3). */
function readHex(source: string, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array((end - start + 1) >> 1);
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const code = source.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    const letter = code | 0x20;
    if (!isDigit && (letter < 0x61 || letter > 0x66)) continue;
    const value = isDigit ? code - 0x30 : letter - 0x57;
    bytes[digits >> 1] = (bytes[digits >> 1] ?? 0) | (digits % 2 === 0 ? value << 4 : value);
    digits += 1;
  }
  return bytes.slice(0, (digits + 1) >> 1);
}
