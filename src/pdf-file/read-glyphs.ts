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
}

/** [a b c d], the part of a matrix that sizes depend on. */
type Scaling = readonly [number, number, number, number];

const IDENTITY: Scaling = [1, 0, 0, 1];

/** Forms within forms; Chromium nests a few for opacity. */
const DEPTH_LIMIT = 24;

const known = new WeakMap<PDFDict, readonly GlyphRun[]>();

/** All glyph runs of a page in the order of painting; as it is when first asked for. */
export function readGlyphRuns(document: PDFDocument, page: PDFPage): readonly GlyphRun[] {
  const before = known.get(page.node);
  if (before) return before;
  const runs: OpenRun[] = [];
  const contents = resolveObject(document, page.node.get(PDFName.of("Contents")));
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const bytes = Buffer.concat(
    parts.flatMap((part) => [decodeStream(resolveObject(document, part)), Buffer.from("\n")]),
  );
  walk({ document, runs, depth: 0 }, bytes, page.node.Resources(), IDENTITY);
  known.set(page.node, runs);
  return runs;
}

/** A run that still grows. */
type OpenRun = { -readonly [Key in keyof GlyphRun]: GlyphRun[Key] };

interface Walk {
  readonly document: PDFDocument;
  readonly runs: OpenRun[];
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
          matrix: multiply(scalingOf(readOperands(bytes, start, end)), state.matrix),
        };
        break;
      case "BT":
        text = IDENTITY;
        break;
      case "Tm":
        text = scalingOf(readOperands(bytes, start, end));
        break;
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
  });
}

/** Operators after which font, size or matrix may be another. */
const ENDS_RUN = new Set(["q", "Q", "cm", "BT", "Tm", "Tf", "Do"]);

function beginRun(
  runs: OpenRun[],
  state: GraphicsState,
  font: PrintedFont,
  text: Scaling,
  mark: number | undefined,
): OpenRun {
  const scale = heightOf(multiply(text, state.matrix));
  const sizePt = Math.abs(state.size) * scale;
  const run = {
    font,
    glyphCount: 0,
    text: "",
    missingAt: undefined,
    scale,
    sizePt,
    mark,
    end: undefined,
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
