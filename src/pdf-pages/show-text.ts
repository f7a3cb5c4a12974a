import { multiply } from "../pdf-file/matrix.ts";
import type { Operand } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../pdf-syntax/pdf-value.ts";
import { addTo, type ContentScan, type FontUse } from "./content-scan.ts";
import { type DrawingState, findUnseen } from "./drawing-state.ts";
import { DrawnGlyphs } from "./drawn-glyphs.ts";
import type { PageBox } from "./page-box.ts";
import type { PaintedPage } from "./painted-page.ts";
import { GlyphPlacer } from "./place-glyphs.ts";
import { readFont } from "./read-font.ts";
import { readWidths } from "./read-widths.ts";
import type { TextCursor } from "./text-cursor.ts";

interface Place {
  readonly page: number;
  readonly box: PageBox;
  readonly painted: PaintedPage;
}

/** Marks, and letters that flow into one another: their boxes overlap by right. */
const STANDS_ON_OTHERS =
  /^(?:$|[\p{M}\p{Sk}\p{C}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}])/u;

/**
 * Reads what one operation shows: its text, its codes, and where each glyph stands.
 *
 * @param shown a string, or a list of strings and spaces between them.
 * @returns whether there is anything in it.
 */
export function showText(
  file: PdfFile,
  scan: ContentScan,
  place: Place,
  state: DrawingState,
  cursor: TextCursor,
  shown: Operand | undefined,
): boolean {
  const parts = Array.isArray(shown) ? (shown as readonly Operand[]) : [shown];
  const isEmpty = parts.every((one) => !(one instanceof Uint8Array) || one.length === 0);
  if (!isEmpty) scan.hasText = true;
  const use = useFont(file, scan, place.page, state.font);
  if (use === undefined) return !isEmpty;
  const { codeBytes = 2 } = use.font;
  const matrix = multiply(cursor.matrix, state.matrix);
  const glyphs = new GlyphPlacer(
    place,
    state,
    cursor,
    use,
    findUnseen(state, matrix, use.drawn === undefined ? 1 : use.drawn.height),
  );
  for (const part of parts) {
    if (typeof part === "number") glyphs.skip(part);
    if (!(part instanceof Uint8Array)) continue;
    for (let at = 0; at < part.length; at += codeBytes) {
      const code = codeBytes === 1 ? (part[at] ?? 0) : ((part[at] ?? 0) << 8) | (part[at + 1] ?? 0);
      const text = use.font.text?.get(code) ?? (codeBytes === 1 ? String.fromCharCode(code) : "");
      glyphs.add(
        code,
        codeBytes === 1 && code === 0x20,
        text !== "" && text.trim() === "",
        STANDS_ON_OTHERS.test(text),
      );
      if (use.font.codeBytes === undefined || at + codeBytes > part.length) continue;
      if (state.mode !== 3) use.shown.add(code);
      scan.addText(text);
    }
  }
  for (const [how, count] of glyphs.unseen) addTo(scan.hidden[how], place.page, "text", count);
  return !isEmpty;
}

function useFont(
  file: PdfFile,
  scan: ContentScan,
  page: number,
  dict: PdfDict | undefined,
): FontUse | undefined {
  if (dict === undefined) return undefined;
  const known = scan.fonts.get(dict);
  if (known !== undefined) return known;
  const font = readFont(file, dict);
  const isVertical = /-V$/.test(file.name(dict.get("Encoding")) ?? "");
  const widthOf = readWidths(file, font);
  const use = {
    font,
    page,
    widthOf,
    isVertical,
    drawn: font.type === "Type3" ? new DrawnGlyphs(file, font) : undefined,
    shown: new Set<number>(),
  };
  scan.fonts.set(dict, use);
  return use;
}
