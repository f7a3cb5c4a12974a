/** What a TrueType or OpenType program says, as far as rules ask (OpenType 1.9). */
export interface FontProgram {
  readonly glyphCount: number;
  readonly unitsPerEm: number;
  /** Platform and encoding of each table of characters. */
  readonly characterMaps: readonly { readonly platform: number; readonly encoding: number }[];
  /** In units of the font; undefined beyond the last glyph. */
  advanceOf(glyph: number): number | undefined;
}

/** @returns undefined where the bytes are no such program, or are cut off. */
export function readFontProgram(bytes: Uint8Array): FontProgram | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = new Map<string, number>();
    const count = view.getUint16(4);
    for (let i = 0; i < count; i += 1) {
      const at = 12 + 16 * i;
      const tag = new TextDecoder("latin1").decode(bytes.subarray(at, at + 4));
      tables.set(tag, view.getUint32(at + 8));
    }
    const [head, maxp, hhea, hmtx] = ["head", "maxp", "hhea", "hmtx"].map((tag) => tables.get(tag));
    if (head === undefined || maxp === undefined || hhea === undefined || hmtx === undefined)
      return undefined;
    const glyphCount = view.getUint16(maxp + 4);
    const metricCount = Math.max(1, view.getUint16(hhea + 34));
    return {
      glyphCount,
      unitsPerEm: view.getUint16(head + 18),
      characterMaps: readMaps(view, tables.get("cmap")),
      advanceOf(glyph) {
        if (glyph >= glyphCount) return undefined;
        const at = hmtx + 4 * Math.min(glyph, metricCount - 1);
        return at + 2 <= view.byteLength ? view.getUint16(at) : undefined;
      },
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function readMaps(view: DataView, cmap: number | undefined) {
  if (cmap === undefined) return [];
  const count = view.getUint16(cmap + 2);
  return Array.from({ length: count }, (_, at) => ({
    platform: view.getUint16(cmap + 4 + 8 * at),
    encoding: view.getUint16(cmap + 6 + 8 * at),
  }));
}
