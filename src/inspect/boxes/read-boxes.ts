/** A box of a file of the ISO base media format: pictures (HEIC, AVIF), films and recordings. */
export interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly start: number;
  readonly end: number;
}

/** More than a real film has in one place; its pictures are in one. */
const MOST_BOXES = 20_000;

/**
 * Lists the boxes between two places (ISO/IEC 14496-12 §4.2). A length that leads beyond the end is
 * cut off there; one that is too short to be a box ends the list.
 */
export function listBoxes(bytes: Uint8Array, start: number, end: number): readonly Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = Math.min(end, bytes.length);
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= last && boxes.length < MOST_BOXES; ) {
    const written = view.getUint32(at);
    const isLong = written === 1 && at + 16 <= last;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : written === 0 ? last - at : written;
    const head = isLong ? 16 : 8;
    if (length < head) break;
    const stop = Math.min(at + length, last);
    boxes.push({ type: latin1(bytes, at + 4, 4), start: at + head, end: stop });
    at = stop;
  }
  return boxes;
}

/** Signs of one byte, as types and brands have. */
export function latin1(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.subarray(start, start + length)).toString("latin1");
}
