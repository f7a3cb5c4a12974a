import { inflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { readOperations } from "./read-content.ts";
import { type PrintedFont, readFont } from "./read-fonts.ts";
import { resolveObject } from "./read-print.ts";

/** Glyphs shown by one operator. */
export interface GlyphRun {
  readonly font: PrintedFont;
  readonly codes: readonly number[];
  /** On the page, in points. */
  readonly sizePt: number;
  /** How long a unit of the document is on the page, in points: 0.75 for a CSS pixel. */
  readonly scale: number;
}

/** [a b c d], the part of a matrix that sizes depend on. */
type Scaling = readonly [number, number, number, number];

const IDENTITY: Scaling = [1, 0, 0, 1];

/** Forms within forms; Chromium nests a few for opacity. */
const DEPTH_LIMIT = 24;

/** All glyph runs of a page in the order of painting. */
export function readGlyphRuns(document: PDFDocument, page: PDFPage): readonly GlyphRun[] {
  const runs: GlyphRun[] = [];
  const contents = resolveObject(document, page.node.get(PDFName.of("Contents")));
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const bytes = Buffer.concat(
    parts.flatMap((part) => [decodeStream(resolveObject(document, part)), Buffer.from("\n")]),
  );
  walk({ document, runs, depth: 0 }, bytes, page.node.Resources(), IDENTITY);
  return runs;
}

interface Walk {
  readonly document: PDFDocument;
  readonly runs: GlyphRun[];
  readonly depth: number;
}

interface GraphicsState {
  readonly matrix: Scaling;
  readonly font: PrintedFont | undefined;
  readonly size: number;
}

function walk(context: Walk, bytes: Uint8Array, resources: PDFDict | undefined, start: Scaling) {
  let state: GraphicsState = { matrix: start, font: undefined, size: 0 };
  let text: Scaling = IDENTITY;
  const saved: GraphicsState[] = [];
  for (const { operator, operands } of readOperations(bytes)) {
    switch (operator) {
      case "q":
        saved.push(state);
        break;
      case "Q":
        state = saved.pop() ?? state;
        break;
      case "cm":
        state = { ...state, matrix: multiply(scalingOf(operands), state.matrix) };
        break;
      case "BT":
        text = IDENTITY;
        break;
      case "Tm":
        text = scalingOf(operands);
        break;
      case "Tf": {
        const dictionary = lookUpResource(context.document, resources, "Font", operands[0]);
        const font =
          dictionary instanceof PDFDict ? readFont(context.document, dictionary) : undefined;
        state = { ...state, font, size: Number(operands[1]) };
        break;
      }
      case "Tj":
      case "TJ":
      case "'":
      case '"':
        if (state.font) context.runs.push(measureRun(state, text, state.font, operands.at(-1)));
        break;
      case "Do": {
        const form = lookUpResource(context.document, resources, "XObject", operands[0]);
        if (!(form instanceof PDFRawStream) || context.depth >= DEPTH_LIMIT) break;
        if (form.dict.get(PDFName.of("Subtype")) !== PDFName.of("Form")) break;
        const matrix = form.dict.lookupMaybe(PDFName.of("Matrix"), PDFArray);
        const own = resolveObject(context.document, form.dict.get(PDFName.of("Resources")));
        walk(
          { ...context, depth: context.depth + 1 },
          decodeStream(form),
          own instanceof PDFDict ? own : resources,
          matrix ? multiply(scalingOf(numbersOf(matrix)), state.matrix) : state.matrix,
        );
        break;
      }
    }
  }
}

function measureRun(
  state: GraphicsState,
  text: Scaling,
  font: PrintedFont,
  shown: unknown,
): GlyphRun {
  const strings = Array.isArray(shown) ? shown : [shown];
  const codes = strings.flatMap((string) =>
    string instanceof Uint8Array ? splitCodes(string, font.codeBytes) : [],
  );
  const scale = heightOf(multiply(text, state.matrix));
  return { font, codes, scale, sizePt: Math.abs(state.size) * scale };
}

function splitCodes(bytes: Uint8Array, width: 1 | 2): readonly number[] {
  if (width === 1) return [...bytes];
  const codes: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    codes.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  }
  return codes;
}

/** Row vectors, as PDF has them: first `a`, then `b` (ISO 32000-1 §8.3.4). */
function multiply(a: Scaling, b: Scaling): Scaling {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
  ];
}

/** The square root of the area: a slanted (imitated italic) glyph keeps its size. */
function heightOf(matrix: Scaling): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}

function scalingOf(operands: readonly unknown[]): Scaling {
  return [Number(operands[0]), Number(operands[1]), Number(operands[2]), Number(operands[3])];
}

function numbersOf(list: PDFArray): readonly number[] {
  return list.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0));
}

function lookUpResource(
  document: PDFDocument,
  resources: PDFDict | undefined,
  kind: string,
  name: unknown,
): PDFObject | undefined {
  const kinds = resources?.lookupMaybe(PDFName.of(kind), PDFDict);
  if (kinds === undefined || typeof name !== "string") return undefined;
  return resolveObject(document, kinds.get(PDFName.of(name.slice(1))));
}

/** Chromium writes plain or deflated streams only. */
export function decodeStream(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array();
  const filter = stream.dict.get(PDFName.of("Filter"));
  return filter === undefined ? stream.contents : inflateSync(stream.contents);
}
