/** OpenType: the tables of a font file, each a multiple of four bytes, behind a directory with sums. */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = 12 + 16 * sorted.length;
  const size = sorted.reduce((sum, [, { length }]) => sum + padded(length), directory);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (sorted.length - power) * 16);
  let at = directory;
  let head = 0;
  for (const [index, [tag, table]] of sorted.entries()) {
    bytes.set(table, at);
    const record = 12 + 16 * index;
    bytes.set(new TextEncoder().encode(tag), record);
    view.setUint32(record + 4, sum(view, at, padded(table.length)));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, table.length);
    if (tag === "head") head = at;
    at += padded(table.length);
  }
  // `head` at offset 8: what makes the sum of the whole file this number.
  view.setUint32(head + SUM_IN_HEAD, (0xb1b0afba - sum(view, 0, size)) >>> 0);
  return bytes;
}

/** Where `head` has the sum of the file; it counts as nought in its own sum. */
export const SUM_IN_HEAD = 8;

function padded(length: number): number {
  return (length + 3) & ~3;
}

function sum(view: DataView, from: number, length: number): number {
  let total = 0;
  for (let at = from; at < from + length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

/** Numbers of two bytes each, the highest first. */
export function words(...numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((one) => [(one >> 8) & 255, one & 255]);
}

/** Numbers of four bytes each. */
export function longs(...numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((one) => words(one >>> 16, one & 0xffff));
}
