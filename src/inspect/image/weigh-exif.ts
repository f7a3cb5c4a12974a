/** Bytes of a value by its type (TIFF 6.0 §2). */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** Fields that lead to further directories: EXIF, GPS, interoperability, parts of the picture. */
const POINTERS = new Set([0x8769, 0x8825, 0xa005, 0x014a]);
const MARKS = ["II*\0", "MM\0*"];
/** More places that look like a directory than a picture and its thumbnails have. */
const MOST_MARKS = 50;
const MOST_FIELDS = 5000;
/** Together; a library that reads them holds a number for each byte. */
const MOST_BYTES = 16_000_000;

/**
 * Whether the EXIF data of a picture is small enough to be read. Fields may lie upon each other: a
 * small file can hold thousands of large ones.
 */
export function isExifBearable(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let fields = 0;
  let total = 0;
  const weigh = (start: number, at: number, isLittle: boolean, seen: Set<number>): void => {
    if (seen.has(at) || at + 2 > file.length) return;
    seen.add(at);
    const read16 = (from: number) => (isLittle ? file.readUInt16LE(from) : file.readUInt16BE(from));
    const read32 = (from: number) => (isLittle ? file.readUInt32LE(from) : file.readUInt32BE(from));
    const count = read16(at);
    for (let field = at + 2, left = count; left > 0 && field + 12 <= file.length; left -= 1) {
      fields += 1;
      total += read32(field + 4) * (SIZES[read16(field + 2)] ?? 0);
      if (fields > MOST_FIELDS || total > MOST_BYTES) return;
      if (POINTERS.has(read16(field))) weigh(start, start + read32(field + 8), isLittle, seen);
      field += 12;
    }
    const next = at + 2 + 12 * count;
    if (next + 4 <= file.length && read32(next) !== 0)
      weigh(start, start + read32(next), isLittle, seen);
  };
  for (const mark of MARKS) {
    let at = file.indexOf(mark, 0, "latin1");
    for (let tries = 0; at >= 0 && tries < MOST_MARKS; tries += 1) {
      const isLittle = mark.startsWith("I");
      if (at + 8 <= file.length) {
        const first = isLittle ? file.readUInt32LE(at + 4) : file.readUInt32BE(at + 4);
        weigh(at, at + first, isLittle, new Set());
      }
      at = file.indexOf(mark, at + 4, "latin1");
    }
  }
  return fields <= MOST_FIELDS && total <= MOST_BYTES;
}
