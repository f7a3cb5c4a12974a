/** Reads numbers one after the other; beyond the end all are 0, and `isOver` says so. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  at: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.#end = Math.min(end, bytes.length);
    this.at = start;
  }

  get isOver(): boolean {
    return this.at >= this.#end;
  }

  /** @param count of bytes, the highest first: 0 to 8. */
  number(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      value = value * 256 + (this.at < this.#end ? (this.#bytes[this.at] ?? 0) : 0);
      this.at += 1;
    }
    return value;
  }

  /** A text up to its zero. */
  text(): string {
    const zero = this.#bytes.indexOf(0, this.at);
    const stop = zero < 0 || zero > this.#end ? this.#end : zero;
    const text = new TextDecoder().decode(this.#bytes.subarray(this.at, stop));
    this.at = stop + 1;
    return text;
  }
}
