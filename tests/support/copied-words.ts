import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { IDENTITY, type Matrix, matrixOf, multiply } from "../../src/pdf-file/matrix.ts";
import { decodeStream, resolveObject } from "../../src/pdf-file/objects.ts";
import { type Operand, readActualText, readOperations } from "../../src/pdf-file/read-content.ts";
import { readFont } from "../../src/pdf-file/read-fonts.ts";
import { readGlyphWidths } from "../../src/pdf-file/read-widths.ts";

/** Signs as they are painted, from the left, with their place on the page in points. */
interface PaintedSigns {
  readonly signs: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/**
 * The words of a PDF as Poppler's `pdftotext` gathers them: signs in the order of painting, those of
 * a span (`ActualText`, named `Span`) from its first glyph to the end of its last. A word ends at a
 * space, where the next sign is further off than a tenth of its size, and where the line is another.
 * What is written from the right is turned round at last, sign by sign.
 */
export async function copyWords(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  return document.getPages().flatMap(({ node }) => {
    const content = decodeStream(resolveObject(document, node.get(PDFName.of("Contents"))));
    const fonts = node.Resources()?.lookupMaybe(PDFName.of("Font"), PDFDict);
    return gatherWords(paintSigns(document, content, fonts)).map(turnWord);
  });
}

function gatherWords(painted: readonly PaintedSigns[]): readonly string[] {
  const words: string[] = [];
  let last: PaintedSigns | undefined;
  for (const one of painted) {
    if (one.signs.trim() === "") {
      last = undefined;
      continue;
    }
    const gap = last === undefined ? 0 : one.left - last.right;
    const isNext =
      last !== undefined &&
      Math.abs(gap) <= 0.1 * one.size &&
      Math.abs(one.base - last.base) <= 0.5 &&
      one.size === last.size;
    if (isNext) words.push((words.pop() ?? "") + one.signs);
    else words.push(one.signs);
    last = one;
  }
  return words;
}

const FROM_RIGHT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

function turnWord(word: string): string {
  return FROM_RIGHT.test(word) ? [...word].reverse().join("") : word;
}

function paintSigns(
  document: PDFDocument,
  content: Uint8Array,
  fonts: PDFDict | undefined,
): readonly PaintedSigns[] {
  const painted: PaintedSigns[] = [];
  const saved: Matrix[] = [];
  const spans: { readonly said: string | undefined; readonly glyphs: PaintedSigns[] }[] = [];
  let [matrix, start] = [IDENTITY, IDENTITY];
  let [size, spacing, rise, gone] = [0, 0, 0, 0];
  let font: PDFDict | undefined;
  const show = (shown: Operand | undefined) => {
    if (font === undefined) return;
    const { codeBytes, text } = readFont(document, font);
    const widthOf = readGlyphWidths(document, font);
    for (const part of Array.isArray(shown) ? (shown as readonly Operand[]) : [shown]) {
      if (typeof part === "number") gone -= (part / 1000) * size;
      if (!(part instanceof Uint8Array)) continue;
      for (let at = 0; at + codeBytes <= part.length; at += codeBytes) {
        const code = codeBytes === 1 ? (part[at] ?? 0) : Buffer.from(part).readUInt16BE(at);
        const width = (widthOf(code) * size) / 1000 + spacing;
        const [, , , , left, base] = multiply(multiply([1, 0, 0, 1, gone, rise], start), matrix);
        gone += width;
        const scale = Math.abs(multiply(start, matrix)[0]);
        const right = left + width * scale;
        const glyph = { signs: text.get(code) ?? "", left, right, base, size: size * scale };
        const span = spans.findLast(({ said }) => said !== undefined);
        (span?.glyphs ?? painted).push(glyph);
      }
    }
  };
  const close = () => {
    const { said, glyphs } = spans.pop() ?? { said: undefined, glyphs: [] };
    const [first] = glyphs;
    const last = glyphs.at(-1);
    if (said === undefined || first === undefined || last === undefined) return;
    painted.push({ ...first, signs: said, right: last.right });
  };
  for (const { operator, operands } of readOperations(content)) {
    const [one] = operands;
    if (operator === "q") saved.push(matrix);
    else if (operator === "Q") matrix = saved.pop() ?? IDENTITY;
    else if (operator === "cm") matrix = multiply(matrixOf(operands), matrix);
    else if (operator === "BT") [start, gone] = [IDENTITY, 0];
    else if (operator === "Tm") [start, gone] = [matrixOf(operands), 0];
    else if (operator === "Td") {
      start = multiply([1, 0, 0, 1, Number(one), Number(operands[1])], start);
      gone = 0;
    } else if (operator === "Tf") {
      size = Number(operands[1]);
      font = fonts?.lookupMaybe(PDFName.of(String(one).slice(1)), PDFDict);
    } else if (operator === "Tc") spacing = Number(one);
    else if (operator === "Ts") rise = Number(one);
    else if (operator === "Tj" || operator === "TJ") show(one);
    else if (operator === "BDC" || operator === "BMC") {
      const said = one === "/Span" ? readActualText(operands[1]) : undefined;
      spans.push({ said, glyphs: [] });
    } else if (operator === "EMC") close();
  }
  return painted;
}
