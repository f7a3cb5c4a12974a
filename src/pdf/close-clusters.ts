import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { resolveObject } from "../pdf-file/objects.ts";
import { readActualText, readOperands } from "../pdf-file/read-content.ts";
import { readFont } from "../pdf-file/read-fonts.ts";
import { type GlyphWidths, readGlyphWidths } from "../pdf-file/read-widths.ts";
import { scanOperators } from "../pdf-file/scan-operators.ts";
import type { Edit } from "./mark-artifacts.ts";
import type { Contents } from "./page-contents.ts";
import { readShownCodes } from "./say-glyphs.ts";
import type { MarkedStream } from "./structure.ts";

/** A letter and the marks over or under it. */
const MARKED_LETTER =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Script=Inherited}+$/u;

interface PlacedGlyph {
  readonly font: UsedFont;
  readonly code: number;
  /** In units of text space, from the start of the span. */
  readonly x: number;
  readonly range: readonly [number, number];
}

interface UsedFont {
  readonly codeBytes: 1 | 2;
  readonly widths: GlyphWidths;
  /** In units of text space. */
  readonly size: number;
}

/**
 * Lets a letter with marks end where the letter ends. A mark has no width and stands where its face
 * has its origin: under some marks in the middle of the letter. Readers take the span that says the
 * text of both to end there (Poppler), and the rest of the letter's width for a space in the word.
 * The space after the mark (`Tc`, ISO 32000-1 §9.3.2) is made what is left of it; nothing that is
 * painted moves, since the browser places each glyph by itself.
 */
export function closeClusters(
  document: PDFDocument,
  contents: Contents,
): ReadonlyMap<MarkedStream, readonly Edit[]> {
  const edits = new Map<MarkedStream, readonly Edit[]>();
  for (const [stream, { bytes, resources }] of contents) {
    const found = readClusters(document, bytes, resources).flatMap(closeCluster);
    if (found.length > 0) edits.set(stream, found);
  }
  return edits;
}

function closeCluster(glyphs: readonly PlacedGlyph[]): readonly Edit[] {
  const [letter, ...marks] = glyphs;
  const last = marks.at(-1);
  if (letter === undefined || last === undefined || letter.font !== last.font) return [];
  const gap = letter.x + widthOf(letter) - last.x - widthOf(last);
  if (Math.abs(gap) < 0.01 * letter.font.size) return [];
  const [start, end] = last.range;
  return [
    { at: start, removed: 0, text: `${gap.toFixed(4)} Tc ` },
    { at: end, removed: 0, text: " 0 Tc" },
  ];
}

function widthOf({ font, code }: PlacedGlyph): number {
  return (font.widths(code) * font.size) / 1000;
}

function readClusters(
  document: PDFDocument,
  bytes: Uint8Array,
  resources: PDFDict | undefined,
): readonly (readonly PlacedGlyph[])[] {
  const clusters: PlacedGlyph[][] = [];
  const open: (PlacedGlyph[] | undefined)[] = [];
  let font: UsedFont | undefined;
  let x = 0;
  scanOperators(bytes, (operator, start, end) => {
    const operands = () => readOperands(bytes, start, end);
    const cluster = open.at(-1);
    if (operator === "Tf") {
      const [name, size] = operands();
      font = findFont(document, resources, String(name).slice(1), Number(size));
    } else if (operator === "Td") x += Number(operands()[0]);
    else if (operator === "Tm") x = Number(operands()[4]);
    else if (operator === "Tj" && cluster !== undefined && font !== undefined) {
      const [code, ...more] = readShownCodes(bytes, start, end, font.codeBytes);
      if (code !== undefined && more.length === 0)
        cluster.push({ font, code, x, range: [start, end] });
    } else if (operator === "BDC" || operator === "BMC") {
      const text = readActualText(operands()[1]);
      open.push(text !== undefined && MARKED_LETTER.test(text.normalize("NFD")) ? [] : undefined);
    } else if (operator === "EMC") {
      const closed = open.pop();
      if (closed !== undefined) clusters.push(closed);
    }
  });
  return clusters;
}

function findFont(
  document: PDFDocument,
  resources: PDFDict | undefined,
  name: string,
  size: number,
): UsedFont | undefined {
  const list = resources?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const dictionary = resolveObject(document, list?.get(PDFName.of(name)));
  if (!(dictionary instanceof PDFDict)) return undefined;
  const { codeBytes } = readFont(document, dictionary);
  return { codeBytes, widths: readGlyphWidths(document, dictionary), size };
}
