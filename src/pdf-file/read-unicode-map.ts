const CHARACTER = /<([0-9a-f]{1,8})>\s*<([0-9a-f]*)>/gi;
const RANGE = /<([0-9a-f]{1,8})>\s*<([0-9a-f]{1,8})>\s*(?:<([0-9a-f]*)>|\[([^\]]*)\])/gi;

/**
 * The text by code of a ToUnicode CMap's `bfchar` and `bfrange` sections (ISO 32000-1 §9.10.3).
 *
 * @param source the decoded stream, a byte a character.
 * @param most entries that are read: a range is short to write and long to keep.
 */
export function readUnicodeMap(source: string, most = 0x110000): ReadonlyMap<number, string> {
  const text = new Map<number, string>();
  // Entries as they are read: a file may say the same a million times.
  let left = most;
  for (const body of sectionsOf(source, "bfchar")) {
    for (const [, code = "", value = ""] of body.matchAll(CHARACTER)) {
      if (left-- <= 0) return text;
      text.set(Number.parseInt(code, 16), decodeUtf16(value));
    }
  }
  for (const body of sectionsOf(source, "bfrange")) {
    for (const [, low = "", high = "", first, list] of body.matchAll(RANGE)) {
      const start = Number.parseInt(low, 16);
      const count = Math.min(Number.parseInt(high, 16) - start + 1, 0x10000);
      const values = list === undefined ? undefined : [...list.matchAll(/<([0-9a-f]*)>/gi)];
      for (let i = 0; i < count; i += 1) {
        if (left-- <= 0) return text;
        const value = values ? (values[i]?.[1] ?? "") : increment(first ?? "", i);
        text.set(start + i, decodeUtf16(value));
      }
    }
  }
  return text;
}

/** What stands between `begin…` and `end…`, each in time that its length takes. */
function* sectionsOf(source: string, kind: string): Generator<string> {
  const [begin, end] = [`begin${kind}`, `end${kind}`];
  for (let at = source.indexOf(begin); at >= 0; ) {
    const stop = source.indexOf(end, at);
    if (stop < 0) return;
    yield source.slice(at + begin.length, stop);
    at = source.indexOf(begin, stop);
  }
}

/** A range counts up the last two bytes. */
function increment(hex: string, by: number): string {
  const last = Number.parseInt(hex.slice(-4), 16) + by;
  return hex.slice(0, -4) + last.toString(16).padStart(4, "0");
}

function decodeUtf16(hex: string): string {
  let text = "";
  for (let i = 0; i + 4 <= hex.length; i += 4) {
    text += String.fromCharCode(Number.parseInt(hex.slice(i, i + 4), 16));
  }
  return text;
}
