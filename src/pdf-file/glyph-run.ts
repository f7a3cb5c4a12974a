import { heightOf, type Matrix, placeOf } from "./matrix.ts";
import type { Operand } from "./read-content.ts";
import type { PrintedFont } from "./read-fonts.ts";

/** Glyphs that follow each other in one font and size. */
export interface GlyphRun {
  readonly font: PrintedFont;
  readonly glyphCount: number;
  /** What the glyphs say. */
  readonly text: string;
  /** Where in the text the font's box for a missing character stands. */
  readonly missingAt: number | undefined;
  /** On the page, in points. */
  readonly sizePt: number;
  /** How long a unit of the document is on the page, in points: 0.75 for a CSS pixel. */
  readonly scale: number;
  /** The MCID of the marked content in which they stand; of the page, not of a form on it. */
  readonly mark: number | undefined;
  /**
   * The offset in the page's content behind the last of them; absent where they stand in a form, or
   * in a span that says something else than they do.
   */
  readonly end: number | undefined;
  /** Where the first glyph stands on its line, in points from the page's lower left corner. */
  readonly xPt: number;
  readonly yPt: number;
  /** Where the last glyph begins. */
  readonly lastXPt: number;
  readonly lastYPt: number;
  /** They stand in a form that the page shows. */
  readonly isInForm: boolean;
  /** One of them begins beyond the page, or beyond the rectangles that painting is clipped to. */
  readonly isCutOff: boolean;
}

/** A run that still grows. */
export type OpenRun = { -readonly [Key in keyof GlyphRun]: GlyphRun[Key] };

/** @param place the matrix of the text on its page. */
export function beginRun(
  font: PrintedFont,
  size: number,
  place: Matrix,
  mark: number | undefined,
  isInForm: boolean,
): OpenRun {
  const scale = heightOf(place);
  const sizePt = Math.abs(size) * scale;
  const [xPt, yPt] = placeOf(place);
  return {
    font,
    glyphCount: 0,
    text: "",
    missingAt: undefined,
    scale,
    sizePt,
    mark,
    end: undefined,
    xPt,
    yPt,
    lastXPt: xPt,
    lastYPt: yPt,
    isInForm,
    isCutOff: false,
  };
}

/** Adds what an operator shows; a span that says the text has said it already. */
export function gatherGlyphs(shown: Operand | undefined, run: OpenRun, isSaid: boolean): void {
  if (shown instanceof Uint8Array) {
    const width = run.font.codeBytes;
    for (let i = 0; i + width <= shown.length; i += width) {
      const first = shown[i] ?? 0;
      const code = width === 1 ? first : (first << 8) | (shown[i + 1] ?? 0);
      run.glyphCount += 1;
      // Glyph 0 is every font's box for "I have no such character" (OpenType, `.notdef`).
      if (code === 0) run.missingAt ??= run.text.length;
      if (!isSaid) run.text += run.font.text.get(code) ?? "";
    }
  } else if (Array.isArray(shown)) {
    for (const part of shown) gatherGlyphs(part, run, isSaid);
  }
}
