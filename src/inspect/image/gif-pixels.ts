const MOST_CODES = 4096;

/** The bytes of blocks of at most 255, each behind its length (GIF89a §15). */
function joinBlocks(data: Uint8Array, start: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = start; at < data.length; at += 1 + (data[at] ?? 0))
    blocks.push(data.subarray(at + 1, at + 1 + (data[at] ?? 0)));
  return Buffer.concat(blocks);
}

/**
 * Whether the codes of a picture give as many pixels as it has, and nothing stands behind the last
 * (GIF89a appendix F). Only how long each code's row of pixels is must be known for it.
 *
 * @param data from its place and size on, with its table of colours.
 */
export function hasExactCodes(data: Uint8Array): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const flags = data[8] ?? 0;
  const start = 9 + (flags & 0x80 ? 6 << (flags & 7) : 0);
  const depth = data[start] ?? 0;
  if (depth < 1 || depth > 8) return false;
  const bytes = joinBlocks(data, start + 1);
  const clear = 1 << depth;
  const lengths = new Int32Array(MOST_CODES).fill(1, 0, clear);
  let [pixels, before, next, size] = [0, 0, clear + 2, depth + 1];
  let at = 0;
  for (; at + size <= 8 * bytes.length; ) {
    const from = at >> 3;
    const three =
      (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8) | ((bytes[from + 2] ?? 0) << 16);
    const code = (three >> (at & 7)) & ((1 << size) - 1);
    at += size;
    if (code === clear + 1) break;
    if (code === clear) [before, next, size] = [0, clear + 2, depth + 1];
    else {
      if (code > next || (code === next && before === 0)) return false;
      if (before > 0 && next < MOST_CODES) {
        lengths[next] = before + 1;
        next += 1;
      }
      before = lengths[code] ?? 0;
      pixels += before;
      if (next === 1 << size && size < 12) size += 1;
    }
  }
  const isAll = pixels === view.getUint16(4, true) * view.getUint16(6, true);
  return isAll && Math.ceil(at / 8) === bytes.length;
}
