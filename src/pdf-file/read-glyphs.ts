import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { beginRun, type GlyphRun, gatherGlyphs, type OpenRun } from "./glyph-run.ts";
import { IDENTITY, type Matrix, matrixOf, multiply, numbersOf, placeOf } from "./matrix.ts";
import { decodeStream, resolveObject } from "./objects.ts";
import { boxAround, holds, intersect, type PageBox, placeBox } from "./page-box.ts";
import { type Operand, readActualText, readHexOperand, readOperands } from "./read-content.ts";
import { type PrintedFont, readFont } from "./read-fonts.ts";
import { scanOperators } from "./scan-operators.ts";

/** Forms within forms; Chromium nests a few for opacity. */
const DEPTH_LIMIT = 24;

/** Where a picture of pixels stands on its page, in points from the lower left corner. */
export interface PlacedPicture {
  readonly xPt: number;
  readonly yPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** What is painted on a page: texts, and pictures (drawings of lines are none), in their order. */
export interface PaintedPage {
  readonly runs: readonly GlyphRun[];
  readonly pictures: readonly PlacedPicture[];
}

const known = new WeakMap<PDFDict, PaintedPage>();

/** All glyph runs of a page in the order of painting; as it is when first asked for. */
export function readGlyphRuns(document: PDFDocument, page: PDFPage): readonly GlyphRun[] {
  return readPage(document, page).runs;
}

/** The same with its pictures. */
export function readPage(document: PDFDocument, page: PDFPage): PaintedPage {
  const before = known.get(page.node);
  if (before) return before;
  const runs: OpenRun[] = [];
  const pictures: PlacedPicture[] = [];
  const contents = resolveObject(document, page.node.get(PDFName.of("Contents")));
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const bytes = Buffer.concat(
    parts.flatMap((part) => [decodeStream(resolveObject(document, part)), Buffer.from("\n")]),
  );
  const { x, y, width, height } = page.getMediaBox();
  const start = { matrix: IDENTITY, clip: [x, y, x + width, y + height] } as const;
  walk({ document, runs, pictures, depth: 0 }, bytes, page.node.Resources(), start);
  known.set(page.node, { runs, pictures });
  return { runs, pictures };
}

/** Lets pages be read again whose contents are written anew: runs say where in these they stand. */
export function forgetPages(document: PDFDocument): void {
  for (const page of document.getPages()) known.delete(page.node);
}

interface Walk {
  readonly document: PDFDocument;
  readonly runs: OpenRun[];
  readonly pictures: PlacedPicture[];
  readonly depth: number;
}

interface GraphicsState {
  readonly matrix: Matrix;
  /** What can be seen, as far as it is told by rectangles (ISO 32000-1 §8.5.4). */
  readonly clip: PageBox;
  readonly font: PrintedFont | undefined;
  readonly size: number;
}

function walk(
  context: Walk,
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  start: Pick<GraphicsState, "matrix" | "clip">,
) {
  let state: GraphicsState = { ...start, font: undefined, size: 0 };
  // The path since the last one was painted: nothing, one rectangle, or more.
  let path: readonly [start: number, end: number] | "none" | "other" = "none";
  let text: Matrix = IDENTITY;
  // Chromium shows each glyph by itself: those of one font and size are gathered into one run.
  let gathered: OpenRun | undefined;
  // Glyphs of one cluster (a letter and its dots) stand in a span that says what they are.
  const spans: { readonly isSaid: boolean; readonly mark: number | undefined }[] = [];
  let mark: number | undefined;
  let said = "";
  const saved: GraphicsState[] = [];
  scanOperators(bytes, (operator, start, end) => {
    if (ENDS_RUN.has(operator)) gathered = undefined;
    if (ENDS_PATH.has(operator)) path = "none";
    switch (operator) {
      case "q":
        saved.push(state);
        break;
      case "Q":
        state = saved.pop() ?? state;
        break;
      case "cm":
        state = {
          ...state,
          matrix: multiply(matrixOf(readOperands(bytes, start, end)), state.matrix),
        };
        break;
      case "re":
        path = path === "none" ? [start, end] : "other";
        break;
      case "m":
        path = "other";
        break;
      case "W":
      case "W*":
        if (typeof path === "string") break;
        state = {
          ...state,
          clip: intersect(state.clip, placeBox(readRectangle(bytes, path), state.matrix)),
        };
        break;
      case "BT":
        text = IDENTITY;
        break;
      case "Tm":
        text = matrixOf(readOperands(bytes, start, end));
        break;
      case "Td":
      case "TD": {
        const [across, up] = readOperands(bytes, start, end);
        text = multiply([1, 0, 0, 1, Number(across), Number(up)], text);
        break;
      }
      case "Tf": {
        const operands = readOperands(bytes, start, end);
        const dictionary = lookUpResource(context.document, resources, "Font", operands[0]);
        const font =
          dictionary instanceof PDFDict ? readFont(context.document, dictionary) : undefined;
        state = { ...state, font, size: Number(operands[1]) };
        break;
      }
      case "Tj":
      case "TJ":
      case "'":
      case '"': {
        if (state.font === undefined) break;
        const isSaid = spans.some((span) => span.isSaid);
        const place = multiply(text, state.matrix);
        if (gathered === undefined) {
          gathered = beginRun(state.font, state.size, place, mark, context.depth > 0);
          context.runs.push(gathered);
        }
        [gathered.lastXPt, gathered.lastYPt] = placeOf(place);
        gathered.isCutOff ||= !holds(state.clip, gathered.lastXPt, gathered.lastYPt, MARGIN_PT);
        gathered.text += said;
        said = "";
        gatherGlyphs(
          readHexOperand(bytes, start) ?? readOperands(bytes, start, end).at(-1),
          gathered,
          isSaid,
        );
        gathered.end = isSaid || context.depth > 0 ? undefined : end;
        break;
      }
      case "BDC":
      case "BMC": {
        const operands = readOperands(bytes, start, end);
        const actual = readActualText(operands[1]);
        const before = mark;
        mark = readMark(operands[1], context.depth) ?? mark;
        if (mark !== before) gathered = undefined;
        spans.push({ isSaid: actual !== undefined, mark: before });
        // Said with the first glyph of the span: its font may be set only now.
        said += actual ?? "";
        break;
      }
      case "EMC": {
        const ended = spans.pop();
        if (ended?.mark !== mark) gathered = undefined;
        // Behind the span there is room again.
        const isBehind = ended?.isSaid && context.depth === 0 && !spans.some((one) => one.isSaid);
        if (gathered && isBehind) gathered.end = end;
        mark = ended?.mark;
        break;
      }
      case "Do": {
        const [name] = readOperands(bytes, start, end);
        const form = lookUpResource(context.document, resources, "XObject", name);
        if (!(form instanceof PDFRawStream) || context.depth >= DEPTH_LIMIT) break;
        const kind = form.dict.get(PDFName.of("Subtype"));
        if (kind === PDFName.of("Image")) context.pictures.push(placePicture(state.matrix));
        if (kind !== PDFName.of("Form")) break;
        const matrix = form.dict.lookupMaybe(PDFName.of("Matrix"), PDFArray);
        const own = resolveObject(context.document, form.dict.get(PDFName.of("Resources")));
        walk(
          { ...context, depth: context.depth + 1 },
          decodeStream(form),
          own instanceof PDFDict ? own : resources,
          matrix
            ? { ...state, matrix: multiply(matrixOf(numbersOf(matrix)), state.matrix) }
            : state,
        );
        break;
      }
    }
  });
}

/** So far beyond an edge nothing is missed. */
const MARGIN_PT = 1;

/** The operands of `re`: a corner, a width and a height. */
function readRectangle(bytes: Uint8Array, [start, end]: readonly [number, number]): PageBox {
  const [x = 0, y = 0, width = 0, height = 0] = readOperands(bytes, start, end).map(Number);
  return [x, y, x + width, y + height];
}

/** Operators that paint a path, or do not (ISO 32000-1 table 60). */
const ENDS_PATH = new Set(["n", "f", "f*", "S", "s", "B", "B*", "b", "b*"]);

/** Operators after which font, size or matrix may be another. */
const ENDS_RUN = new Set(["q", "Q", "cm", "BT", "Tm", "Tf", "Do"]);

/** The number of a sequence of the page (§14.7.4.2); those of a form count by themselves. */
function readMark(properties: Operand | undefined, depth: number): number | undefined {
  const mark = properties instanceof Map && depth === 0 ? properties.get("/MCID") : undefined;
  return typeof mark === "number" ? mark : undefined;
}

/** A picture fills the unit square (ISO 32000-1 §8.9.5.1), which may stand on its head. */
function placePicture([a, b, c, d, e, f]: Matrix): PlacedPicture {
  const corners = [e, f, e + a, f + b, e + c, f + d, e + a + c, f + b + d];
  const [xPt, yPt, right, top] = boxAround([corners]);
  return { xPt, yPt, widthPt: right - xPt, heightPt: top - yPt };
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
