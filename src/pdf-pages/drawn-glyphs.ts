import { readOperations } from "../pdf-file/read-content.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import { costOf, MOST_OPERANDS } from "./content-cost.ts";
import type { PdfFont } from "./read-font.ts";

/** What leaves ink on the page (ISO 32000-1 §8.5.3, §8.7.4.2, §8.8, §9.4.3). */
const PAINTS = new Set([
  "f",
  "F",
  "f*",
  "B",
  "B*",
  "b",
  "b*",
  "S",
  "s",
  "sh",
  "Do",
  "EI",
  "Tj",
  "TJ",
]);

/** Glyphs that are drawings of the PDF's own (§9.6.5). */
export class DrawnGlyphs {
  /** How high the largest is, at a size of one; undefined where the font does not say. */
  readonly height: number | undefined;
  readonly #file: PdfFile;
  readonly #font: PdfFont;
  readonly #names = new Map<number, string>();
  readonly #ink = new Map<number, boolean>();

  constructor(file: PdfFile, font: PdfFont) {
    this.#file = file;
    this.#font = font;
    const [, bottom = 0, , top = 0] = this.#numbers("FontBBox");
    const height = Math.abs((top - bottom) * (this.#numbers("FontMatrix")[3] ?? 0));
    this.height = height > 0 ? height : undefined;
    let code = 0;
    for (const one of file.list(file.dict(font.dict.get("Encoding"))?.get("Differences")) ?? [])
      if (typeof one === "number") code = one;
      else if (typeof one === "string") this.#names.set(code++, one.slice(1));
  }

  /** Whether something is painted for a code. */
  hasInk(code: number): boolean {
    const known = this.#ink.get(code);
    if (known !== undefined) return known;
    const glyphs = this.#file.dict(this.#font.dict.get("CharProcs"));
    const glyph = this.#file.stream(glyphs?.get(this.#names.get(code) ?? ""));
    const found = glyph !== undefined && this.#paints(this.#file.decode(glyph));
    this.#ink.set(code, found);
    return found;
  }

  #paints(bytes: Uint8Array): boolean {
    try {
      for (const { operator, operands } of readOperations(bytes, MOST_OPERANDS)) {
        if (PAINTS.has(operator)) return true;
        if (!this.#file.limits.spend("drawing operations", costOf(operands))) return false;
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    return false;
  }

  #numbers(key: string): readonly number[] {
    return (this.#file.list(this.#font.dict.get(key)) ?? []).map(
      (one) => this.#file.number(one) ?? 0,
    );
  }
}
