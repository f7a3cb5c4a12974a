import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import {
  heightOf,
  IDENTITY,
  type Matrix,
  matrixOf,
  multiply,
  numbersOf,
  placeOf,
} from "./matrix.ts";
import { decodeStream, resolveObject } from "./objects.ts";
import { type Operand, readActualText, readHexOperand, readOperands } from "./read-content.ts";
import { type PrintedFont, readFont } from "./read-fonts.ts";
import { scanOperators } from "./scan-operators.ts";

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
}

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
  walk({ document, runs, pictures, depth: 0 }, bytes, page.node.Resources(), IDENTITY);
  known.set(page.node, { runs, pictures });
  return { runs, pictures };
}

/** Lets pages be read again whose contents are written anew: runs say where in these they stand. */
export function forgetPages(document: PDFDocument): void {
  for (const page of document.getPages()) known.delete(page.node);
}

/** A run that still grows. */
type OpenRun = { -readonly [Key in keyof GlyphRun]: GlyphRun[Key] };

interface Walk {
  readonly document: PDFDocument;
  readonly runs: OpenRun[];
  readonly pictures: PlacedPicture[];
  readonly depth: number;
}

interface GraphicsState {
  readonly matrix: Matrix;
  readonly font: PrintedFont | undefined;
  readonly size: number;
}

function walk(context: Walk, bytes: Uint8Array, resources: PDFDict | undefined, start: Matrix) {
  let state: GraphicsState = { matrix: start, font: undefined, size: 0 };
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
        gathered ??= beginRun(context.runs, state, state.font, text, mark);
        [gathered.lastXPt, gathered.lastYPt] = placeOf(multiply(text, state.matrix));
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
          matrix ? multiply(matrixOf(numbersOf(matrix)), state.matrix) : state.matrix,
        );
        break;
      }
    }
  });
}

/** Operators after which font, size or matrix may be another. */
const ENDS_RUN = new Set(["q", "Q", "cm", "BT", "Tm", "Tf", "Do"]);

function beginRun(
  runs: OpenRun[],
  state: GraphicsState,
  font: PrintedFont,
  text: Matrix,
  mark: number | undefined,
): OpenRun {
  const place = multiply(text, state.matrix);
  const scale = heightOf(place);
  const sizePt = Math.abs(state.size) * scale;
  const [xPt, yPt] = placeOf(place);
  const run = {
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
  };
  runs.push(run);
  return run;
}

function gatherGlyphs(shown: Operand | undefined, run: OpenRun, isSaid: boolean): void {
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

/** The number of a sequence of the page (§14.7.4.2); those of a form count by themselves. */
function readMark(properties: Operand | undefined, depth: number): number | undefined {
  const mark = properties instanceof Map && depth === 0 ? properties.get("/MCID") : undefined;
  return typeof mark === "number" ? mark : undefined;
}

/** A picture fills the unit square (ISO 32000-1 §8.9.5.1), which may stand on its head. */
function placePicture([a, b, c, d, e, f]: Matrix): PlacedPicture {
  const across = [e, e + a, e + c, e + a + c];
  const up = [f, f + b, f + d, f + b + d];
  const [xPt, yPt] = [Math.min(...across), Math.min(...up)];
  return { xPt, yPt, widthPt: Math.max(...across) - xPt, heightPt: Math.max(...up) - yPt };
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
