/** Of a list of addresses that a file was fetched from. */
const MOST_BYTES = 8000;
const HEADER = "bplist00";
const TRAILER_BYTES = 32;

/**
 * Whether bytes are a binary property list that says when or from which web addresses a file was fetched,
 * and nothing else: each object follows the one before without a gap, and the table follows the last.
 * The form is that of Apple's CFBinaryPList.
 */
export function isListOfOrigins(bytes: Uint8Array): boolean {
  if (bytes.length < 8 + 2 + TRAILER_BYTES || bytes.length > MOST_BYTES) return false;
  if (Buffer.from(bytes.subarray(0, 8)).toString("latin1") !== HEADER) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = bytes.length - TRAILER_BYTES;
  const [offsetBytes = 0, referenceBytes = 0] = bytes.subarray(trailer + 6, trailer + 8);
  const count = Number(view.getBigUint64(trailer + 8));
  const table = Number(view.getBigUint64(trailer + 24));
  if (bytes.subarray(trailer, trailer + 6).some((byte) => byte !== 0)) return false;
  if (![1, 2].includes(offsetBytes) || ![1, 2].includes(referenceBytes)) return false;
  if (count > MOST_BYTES || table + count * offsetBytes !== trailer) return false;
  let at = 8;
  let objects = 0;
  while (at < table) {
    const end = endOfObject(bytes, at, referenceBytes);
    if (end === undefined) return false;
    at = end;
    objects += 1;
  }
  return at === table && objects === count;
}

/** Undefined for an object that is not known. */
function endOfObject(bytes: Uint8Array, at: number, referenceBytes: number): number | undefined {
  const [mark = 0] = bytes.subarray(at);
  const kind = mark >> 4;
  const low = mark & 15;
  // A date: eight bytes.
  if (mark === 0x33) return at + 9;
  let size = low;
  let start = at + 1;
  if (low === 15) {
    // A number of one or two bytes follows.
    const [width = 0, high = 0, next = 0] = bytes.subarray(start, start + 3);
    if (width !== 0x10 && width !== 0x11) return undefined;
    size = width === 0x10 ? high : high * 256 + next;
    start += width === 0x10 ? 2 : 3;
  }
  if (kind === 5 || kind === 6) {
    const end = start + size * (kind - 4);
    if (end > bytes.length) return undefined;
    const text = Buffer.from(bytes.subarray(start, end));
    return ADDRESS.test(kind === 5 ? text.toString("latin1") : text.swap16().toString("utf16le"))
      ? end
      : undefined;
  }
  return kind === 0xa ? start + size * referenceBytes : undefined;
}

/** Nothing is written for a page that is not known. */
const ADDRESS = /^(?:https?:\/\/[\x21-\x7e]+)?$/;
