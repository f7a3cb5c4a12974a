import { type PdfDict, PdfStream } from "./pdf-value.ts";

/** Cuts streams out of a file (ISO 32000-1 §7.3.8). */
export class StreamReader {
  readonly #bytes: Uint8Array;
  readonly #source: string;
  /** The last `endstream` that was searched for: hostile files make it a long way. */
  #end = { from: 0, found: -2 };

  /** @param source the same bytes, a letter for each. */
  constructor(bytes: Uint8Array, source: string) {
    this.#bytes = bytes;
    this.#source = source;
  }

  /**
   * @param at behind the word `stream`.
   * @param length as the file says it; what is wrong is searched for.
   */
  read(dict: PdfDict, at: number, length: number | undefined): PdfStream {
    const source = this.#source;
    let start = at;
    if (source[start] === "\r") start += 1;
    if (source[start] === "\n") start += 1;
    if (length !== undefined && length >= 0 && start + length <= source.length) {
      const after = source.slice(start + length, start + length + 20);
      if (/^[\s\0]*endstream/.test(after))
        return new PdfStream(dict, this.#bytes.subarray(start, start + length));
    }
    if (start < this.#end.from || (this.#end.found !== -1 && start > this.#end.found)) {
      this.#end = { from: start, found: source.indexOf("endstream", start) };
    }
    const end = this.#end.found === -1 ? source.length : this.#end.found;
    const line =
      source.slice(end - 2, end) === "\r\n" ? 2 : /[\r\n]/.test(source[end - 1] ?? "") ? 1 : 0;
    return new PdfStream(dict, this.#bytes.subarray(start, Math.max(start, end - line)));
  }
}
