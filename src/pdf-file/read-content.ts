import { readEscapes } from "../pdf-syntax/string-escapes.ts";

/** One operator of a content stream with its operands (ISO 32000-1 §7.8.2). */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** Strings are their bytes; names keep their slash, `true` has none; arrays and dictionaries are nested. */
export type Operand =
  | number
  | string
  | Uint8Array
  | readonly Operand[]
  | ReadonlyMap<Operand, Operand>;

/** By byte: 1 for white space, 2 for a delimiter. A table, since a book has millions of bytes. */
const KINDS = new Uint8Array(256);
for (const white of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KINDS[white] = 1;
for (const sign of "()<>[]{}/%") KINDS[sign.charCodeAt(0)] = 2;

/** An operation and its bytes, from the end of the one before it. */
export interface PlacedOperation extends Operation {
  readonly from: number;
  readonly to: number;
  /** Of `ID`: the bytes of the inline image. */
  readonly data?: Uint8Array;
}

/**
 * Reads the operations of a decoded content stream, one after the other, with their places: a stream
 * can be written anew with some of them changed.
 *
 * @param mostOperands of one operation, those within its arrays included: a stranger's file may
 *   have as many as fill the memory.
 * @param notice is told of what stands there, and is no part of any operation.
 * @throws RangeError for more of them, and for arrays nested deeper than the stack.
 */
export function* readOperations(
  bytes: Uint8Array,
  mostOperands = Number.POSITIVE_INFINITY,
  notice?: (what: string) => void,
): Generator<PlacedOperation> {
  const reader = new ContentReader(bytes, mostOperands, notice);
  let operands: Operand[] = [];
  let from = 0;
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (token.kind === "operand") operands.push(token.value);
    else {
      // The bytes of an inline image are no operations (ISO 32000-1 §8.9.7).
      const image = token.name === "ID" ? { data: reader.skipImage() } : {};
      yield { operator: token.name, operands, from, to: reader.at, ...image };
      operands = [];
      reader.operandsRead = 0;
      from = reader.at;
    }
  }
  if (operands.length > 0) notice?.("operands without an operator");
}

/** The operands of the operator that stands in a range of a stream (`scanOperators`). */
export function readOperands(bytes: Uint8Array, start: number, end: number): readonly Operand[] {
  const [operation] = readOperations(bytes.subarray(start, end));
  return operation?.operands ?? [];
}

/**
 * The one operand where it is a string of hexadecimal digits without white space, as Chromium writes
 * the glyphs of texts: a book has a hundred thousand of them.
 */
export function readHexOperand(bytes: Uint8Array, start: number): Uint8Array | undefined {
  if (bytes[start] !== 0x3c) return undefined;
  let end = start + 1;
  while (end < bytes.length && hexValueOf(bytes[end] ?? 0) >= 0) end += 1;
  if (bytes[end] !== 0x3e || (end - start) % 2 === 0) return undefined;
  const read = new Uint8Array((end - start - 1) / 2);
  for (let at = 0; at < read.length; at += 1) {
    const from = start + 1 + 2 * at;
    read[at] = 16 * hexValueOf(bytes[from] ?? 0) + hexValueOf(bytes[from + 1] ?? 0);
  }
  return read;
}

/**
 * What a marked sequence says by its properties (ISO 32000-1 §14.9.4). A text string (§7.9.2.2):
 * UTF-16 with a mark, or bytes.
 */
export function readActualText(properties: Operand | undefined): string | undefined {
  const value = properties instanceof Map ? properties.get("/ActualText") : undefined;
  if (!(value instanceof Uint8Array)) return undefined;
  if (value[0] !== 0xfe || value[1] !== 0xff) return Buffer.from(value).toString("latin1");
  return Buffer.from(value.slice(2, value.length & ~1))
    .swap16()
    .toString("utf16le");
}

function hexValueOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Words that are values (§7.3.2, §7.3.9); they stand without a slash. */
const VALUES: ReadonlySet<string> = new Set(["true", "false", "null"]);
/** With no more digits than programs write. */
const USUAL_NUMBER = /^(?=.{1,24}$)[+-]?(?:\d+\.?\d*|\.\d+)$/;
const IMAGE_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

type Token = { kind: "operand"; value: Operand } | { kind: "operator"; name: string };

class ContentReader {
  readonly #bytes: Uint8Array;
  /** The same, byte by byte, for words. */
  readonly #source: string;
  readonly #mostOperands: number;
  readonly #notice: ((what: string) => void) | undefined;
  #at = 0;
  /** Since the last operation. */
  operandsRead = 0;

  constructor(bytes: Uint8Array, mostOperands: number, notice?: (what: string) => void) {
    this.#notice = notice;
    this.#bytes = bytes;
    this.#mostOperands = mostOperands;
    this.#source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  }

  /** Where the next token is looked for. */
  get at(): number {
    return this.#at;
  }

  next(): Token | undefined {
    this.#skipWhite();
    const first = this.#bytes[this.#at];
    if (first === undefined) return undefined;
    this.operandsRead += 1;
    if (this.operandsRead > this.#mostOperands) throw new RangeError("too many operands");
    switch (String.fromCharCode(first)) {
      case "(":
        return { kind: "operand", value: this.#readString() };
      case "<":
        if (this.#bytes[this.#at + 1] === 0x3c)
          return { kind: "operand", value: this.#readDictionary() };
        return { kind: "operand", value: this.#readHexString() };
      case "[":
        return { kind: "operand", value: this.#readArray() };
      case "/":
        this.#at += 1;
        return { kind: "operand", value: `/${this.#readWord()}` };
      case "]":
      case ")":
      case ">":
      case "{":
      case "}":
        // Not at home here; skipped rather than read for ever.
        this.#at += 1;
        return { kind: "operator", name: "" };
    }
    const word = this.#readWord();
    const number = Number(word);
    if (word !== "" && !Number.isNaN(number)) {
      if (this.#notice !== undefined && !USUAL_NUMBER.test(word))
        this.#notice(`the number ${word.slice(0, 40)}`);
      return { kind: "operand", value: number };
    }
    if (word.length > 3 && VALUES.has(word)) return { kind: "operand", value: word };
    return { kind: "operator", name: word };
  }

  /** Steps to the `EI` after the bytes of an inline image. */
  skipImage(): Uint8Array {
    const start = this.#at + 1;
    IMAGE_END.lastIndex = this.#at;
    const end = IMAGE_END.exec(this.#source);
    this.#at = end === null ? this.#bytes.length : end.index + 1;
    return this.#bytes.subarray(start, Math.max(start, this.#at - 1));
  }

  #skipWhite(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === 0x25) {
        const start = this.#at;
        while (this.#at < this.#bytes.length && !isLineEnd(this.#bytes[this.#at])) this.#at += 1;
        this.#notice?.(`the comment ${this.#source.slice(start, Math.min(this.#at, start + 60))}`);
      } else if (byte !== undefined && KINDS[byte] === 1) this.#at += 1;
      else return;
    }
  }

  #readWord(): string {
    const start = this.#at;
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || KINDS[byte] !== 0) break;
      this.#at += 1;
    }
    return this.#source.slice(start, this.#at);
  }

  #readHexString(): Uint8Array {
    const end = this.#source.indexOf(">", this.#at);
    const digits = this.#source
      .slice(this.#at + 1, end === -1 ? undefined : end)
      .replace(/[^0-9A-Fa-f]+/g, (others) => {
        if (/[^\s\0]/.test(others)) this.#notice?.("a string of digits with others between");
        return "";
      });
    this.#at = end === -1 ? this.#bytes.length : end + 1;
    // A last digit alone stands for itself and a zero (ISO 32000-1 §7.3.4.3).
    return new Uint8Array(Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex"));
  }

  #readString(): Uint8Array {
    const start = this.#at + 1;
    const end = this.#findStringEnd(start);
    this.#at = end + 1;
    const written = this.#bytes.subarray(start, end);
    return written.includes(0x5c) ? readEscapes(written) : new Uint8Array(written);
  }

  /** The place of the parenthesis that closes a string; those within are in pairs, or escaped. */
  #findStringEnd(start: number): number {
    let depth = 1;
    for (let at = start; at < this.#bytes.length; at += 1) {
      const byte = this.#bytes[at];
      if (byte === 0x5c) at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29 && --depth === 0) return at;
    }
    return this.#bytes.length;
  }

  #readArray(): readonly Operand[] {
    this.#at += 1;
    const values: Operand[] = [];
    for (;;) {
      this.#skipWhite();
      const byte = this.#bytes[this.#at];
      if (byte === undefined) return values;
      if (byte === 0x5d) {
        this.#at += 1;
        return values;
      }
      const token = this.next();
      if (token?.kind === "operand") values.push(token.value);
      else if (token !== undefined) this.#notice?.(`\`${token.name.slice(0, 40)}\` among values`);
    }
  }

  #readDictionary(): ReadonlyMap<Operand, Operand> {
    this.#at += 2;
    const values: Operand[] = [];
    for (;;) {
      this.#skipWhite();
      const byte = this.#bytes[this.#at];
      if (byte === undefined || byte === 0x3e) {
        this.#at += 2;
        const pairs = new Map<Operand, Operand>();
        for (let i = 0; i + 1 < values.length; i += 2) {
          pairs.set(values[i] ?? "", values[i + 1] ?? "");
        }
        if (2 * pairs.size !== values.length) this.#notice?.("a value without a key of its own");
        return pairs;
      }
      const token = this.next();
      if (token?.kind === "operand") values.push(token.value);
      else if (token !== undefined) this.#notice?.(`\`${token.name.slice(0, 40)}\` among values`);
    }
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}
