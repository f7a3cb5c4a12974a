/** Of a letter behind a backslash (ISO 32000-1 table 3). */
const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

/** The bytes that a string stands for; no more than are written. */
export function readEscapes(written: Uint8Array): Uint8Array {
  const read = new Uint8Array(written.length);
  let length = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (written[at] !== 0x5c) {
      read[length++] = written[at] ?? 0;
      continue;
    }
    at += 1;
    const sign = written[at];
    if (isOctal(sign)) {
      let code = 0;
      const from = at;
      while (at < from + 3 && isOctal(written[at])) code = 8 * code + (written[at++] ?? 0) - 0x30;
      at -= 1;
      read[length++] = code & 0xff;
    } else if (sign === 0x0d) {
      if (written[at + 1] === 0x0a) at += 1;
    } else if (sign !== 0x0a && sign !== undefined) {
      read[length++] = ESCAPES.get(sign) ?? sign;
    }
  }
  return read.slice(0, length);
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}
