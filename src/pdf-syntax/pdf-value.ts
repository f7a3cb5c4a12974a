/**
 * An object of a PDF (ISO 32000-1 §7.3): names are strings that keep their slash, strings are their
 * bytes, dictionaries have keys without slash.
 */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | PdfList
  | PdfDict
  | PdfStream
  | PdfRef;
export type PdfList = readonly PdfValue[];
export type PdfDict = ReadonlyMap<string, PdfValue>;

/** A reference to an indirect object (ISO 32000-1 §7.3.10). */
export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A stream as it stands in the file, still packed (ISO 32000-1 §7.3.8). */
export class PdfStream {
  readonly dict: PdfDict;
  readonly packed: Uint8Array;
  constructor(dict: PdfDict, packed: Uint8Array) {
    this.dict = dict;
    this.packed = packed;
  }
}

/** Where PDFDocEncoding differs from Latin-1 (ISO 32000-1 annex D.2). */
const SPECIAL: Readonly<Record<number, string>> = Object.fromEntries([
  ...[..."\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC"].map((sign, at) => [0x18 + at, sign]),
  ...[..."•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"].map((sign, at) => [0x80 + at, sign]),
  [0xa0, "€"],
]);

/** A text string: UTF-16 or UTF-8 with its mark, or PDFDocEncoding (ISO 32000-1 §7.9.2.2). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return dropEscapes(new TextDecoder("utf-16be").decode(bytes));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes);
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\p{Cc}\xA0]/gu, (one) => SPECIAL[one.charCodeAt(0)] ?? one);
}

/** Between two escape signs stands the language of what follows. */
function dropEscapes(text: string): string {
  return text
    .split("\u001B")
    .filter((_, at) => at % 2 === 0)
    .join("");
}
