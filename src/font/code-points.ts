/** Inclusive ranges of Unicode code points, ascending. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** Reads a CSS `unicode-range` list as @fontsource writes it: `U+0000-00FF,U+0131`. */
export function parseRanges(text: string): Ranges {
  return text
    .split(",")
    .map((part) => /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(part.trim()))
    .filter((match) => match !== null)
    .map((match) => {
      const first = Number.parseInt(match[1] ?? "", 16);
      const last = match[2] === undefined ? first : Number.parseInt(match[2], 16);
      return [first, last] as const;
    })
    .sort((one, other) => one[0] - other[0]);
}

/** True where a code point lies in one of the ranges. */
export function holds(ranges: Ranges, codePoint: number): boolean {
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

/**
 * Characters that need no glyph of their own: controls, spaces, joiners, direction marks, variation
 * selectors. The browser makes or drops them.
 */
export const NEEDS_NO_GLYPH = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Adds the code points of a text that need a glyph, in its composed form (NFC). */
export function collectCodePoints(text: string, into: Set<number>): void {
  for (const character of text.normalize("NFC")) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x7f ? codePoint > 0x20 : !NEEDS_NO_GLYPH.test(character)) into.add(codePoint);
  }
}

/** `U+0E01`, as Unicode writes a code point. */
export function nameCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
