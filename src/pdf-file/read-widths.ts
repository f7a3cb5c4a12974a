import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { resolveObject } from "./objects.ts";

/** The width of a code's glyph, in thousandths of the font's size. */
export type GlyphWidths = (code: number) => number;

const known = new WeakMap<PDFDict, GlyphWidths>();

/**
 * Reads the widths of a composite font whose codes are its glyphs (`Identity-H`), each font once. A font
 * of another kind, or a glyph that is not listed, has the default (ISO 32000-1 §9.7.4.3).
 */
export function readGlyphWidths(document: PDFDocument, dictionary: PDFDict): GlyphWidths {
  const before = known.get(dictionary);
  if (before) return before;
  const descendants = dictionary.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray);
  const descendant = descendants ? resolveObject(document, descendants.get(0)) : undefined;
  const font = descendant instanceof PDFDict ? descendant : undefined;
  const fallback = font?.lookupMaybe(PDFName.of("DW"), PDFNumber)?.asNumber() ?? 1000;
  const widths = readList(document, font?.lookupMaybe(PDFName.of("W"), PDFArray));
  const read = (code: number) => widths.get(code) ?? fallback;
  known.set(dictionary, read);
  return read;
}

/** `c [w …]` for glyphs from c on, and `first last w` for a range of one width. */
function readList(document: PDFDocument, list: PDFArray | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = (list?.asArray() ?? []).map((item) => resolveObject(document, item));
  for (let at = 0; at + 1 < items.length; ) {
    const first = numberOf(items[at]);
    const next = items[at + 1];
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, index) => {
        widths.set(first + index, numberOf(resolveObject(document, width)));
      });
      at += 2;
    } else {
      const last = Math.min(numberOf(next), 0xffff);
      for (let code = first; code <= last; code += 1) widths.set(code, numberOf(items[at + 2]));
      at += 3;
    }
  }
  return widths;
}

function numberOf(object: unknown): number {
  return object instanceof PDFNumber ? object.asNumber() : 0;
}
