import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../pdf-syntax/pdf-value.ts";
import type { PdfFont } from "./read-font.ts";

/** Of the fonts that every program has, where a file gives no widths: nearly. */
const USUAL_WIDTH = 500;

/** Width by code, in thousandths of the font's size (ISO 32000-1 §9.2.4). */
export function readWidths(file: PdfFile, font: PdfFont): (code: number) => number {
  if (font.type === "Type0")
    return font.descendant === undefined ? () => 1000 : readInnerWidths(file, font.descendant);
  const { dict } = font;
  const first = file.number(dict.get("FirstChar")) ?? 0;
  const list = file.list(dict.get("Widths"));
  const missing = file.number(font.descriptor?.get("MissingWidth"));
  const [scale] = font.type === "Type3" ? (file.list(dict.get("FontMatrix")) ?? []) : [];
  const factor = 1000 * (file.number(scale) ?? 0.001);
  if (list === undefined) return () => missing ?? USUAL_WIDTH;
  return (code) => factor * (file.number(list[code - first]) ?? missing ?? 0);
}

/** Of the inner half of a composite font (§9.7.4.3). */
export function readInnerWidths(file: PdfFile, descendant: PdfDict): (code: number) => number {
  const widths = new Map<number, number>();
  const list = file.list(descendant.get("W")) ?? [];
  for (let at = 0; at + 1 < list.length; ) {
    const first = file.number(list[at]) ?? 0;
    const row = file.list(list[at + 1]);
    if (row !== undefined) {
      for (const [step, width] of row.entries()) widths.set(first + step, file.number(width) ?? 0);
      at += 2;
    } else {
      const last = Math.min(file.number(list[at + 1]) ?? 0, 0xffff);
      const width = file.number(list[at + 2]) ?? 0;
      if (!file.limits.spend("characters of font tables", Math.max(0, last - first))) break;
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  const other = file.number(descendant.get("DW")) ?? 1000;
  return (code) => widths.get(code) ?? other;
}
