import { PdfRef, type PdfValue } from "./pdf-value.ts";

/** Real files nest a dozen levels; so many may be walked by recursion. */
const MOST_DEPTH = 100;

/** The bytes are no object, or one that is nested too deeply. */
export class PdfSyntaxError extends Error {}

const WHITE = /[\0\t\n\f\r ]*/y;
const COMMENT = /%[^\r\n]*/y;
const NAME = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}R(?![A-Za-z0-9])/y;
const NUMBER = /[+-]*(?:\d+\.?\d*|\.\d+)[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads the syntax of objects (ISO 32000-1 §7.3) out of a file whose bytes are Latin-1 here. */
export class ValueParser {
  readonly #source: string;
  /** Where the next object is looked for. */
  at: number;

  constructor(source: string, at: number) {
    this.#source = source;
    this.at = at;
  }

  /** @throws PdfSyntaxError where no object stands. */
  parse(depth = 0): PdfValue {
    if (depth > MOST_DEPTH) throw new PdfSyntaxError("nested too deeply");
    this.skipSpace();
    const sign = this.#source[this.at];
    switch (sign) {
      case "/":
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

  skipSpace(): void {
    do this.#match(WHITE);
    while (this.#match(COMMENT) !== null);
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
    if (reference !== null) return new PdfRef(Number(reference[1]));
    const number = this.#match(NUMBER);
    if (number !== null) {
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
    const written = this.#match(NAME)?.[0] ?? "";
    if (!written.includes("#")) return written;
    const bytes = written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return bytes;
  }

  #parseList(depth: number): PdfValue {
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
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.#source.startsWith(">>", this.at)) {
        this.at += 2;
        return dict;
      }
      if (this.#source[this.at] !== "/") throw new PdfSyntaxError("no key");
      this.at += 1;
      const key = this.#parseName();
      dict.set(key, this.parse(depth + 1));
    }
  }

  #parseHex(): Uint8Array {
    const end = this.#source.indexOf(">", this.at);
    if (end < 0) {
      this.at = this.#source.length;
      throw new PdfSyntaxError("a string without end");
    }
    const digits = this.#source.slice(this.at + 1, end).replace(/[^0-9A-Fa-f]/g, "");
    this.at = end + 1;
    // A last digit alone stands for itself and a zero (ISO 32000-1 §7.3.4.3).
    return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex");
  }

  #parseString(): Uint8Array {
    const source = this.#source;
    const bytes: number[] = [];
    let depth = 0;
    for (; this.at < source.length; this.at += 1) {
      const sign = source[this.at];
      if (sign === "\\") this.#parseEscape(bytes);
      else if (sign === "(" && depth++ === 0) continue;
      else if (sign === ")" && --depth === 0) {
        this.at += 1;
        return Uint8Array.from(bytes);
      } else bytes.push(source.charCodeAt(this.at));
    }
    throw new PdfSyntaxError("a string without end");
  }

  /** At a backslash; leaves the place at the last sign of the escape. */
  #parseEscape(bytes: number[]): void {
    this.at += 1;
    const octal = /^[0-7]{1,3}/.exec(this.#source.slice(this.at, this.at + 3));
    if (octal !== null) {
      bytes.push(Number.parseInt(octal[0], 8) & 0xff);
      this.at += octal[0].length - 1;
      return;
    }
    const sign = this.#source[this.at] ?? "";
    if (sign === "\r") {
      if (this.#source[this.at + 1] === "\n") this.at += 1;
    } else if (sign !== "\n" && sign !== "") bytes.push(ESCAPES[sign] ?? sign.charCodeAt(0));
  }
}
