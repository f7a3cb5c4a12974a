import { PDFDict, type PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { resolveObject } from "../pdf-file/objects.ts";
import { readActualText, readHexOperand, readOperands } from "../pdf-file/read-content.ts";
import { type PrintedFont, readFont } from "../pdf-file/read-fonts.ts";
import { scanOperators } from "../pdf-file/scan-operators.ts";
import { deflateStream } from "./deflate-stream.ts";
import type { Edit } from "./mark-artifacts.ts";
import type { Contents } from "./page-contents.ts";
import type { MarkedStream } from "./structure.ts";
import { writeUnicodeMap } from "./write-unicode-map.ts";

/** One glyph in a span that says its text. */
interface SaidGlyph {
  readonly stream: MarkedStream;
  readonly font: OwnFont;
  readonly code: number;
  readonly text: string;
  /** The operators of the span. */
  readonly ranges: readonly (readonly [number, number])[];
}

interface OwnFont {
  readonly dictionary: PDFDict;
  readonly printed: PrintedFont;
  /** Codes that also stand in no span, or with others in one. */
  readonly otherwise: Set<number>;
}

/**
 * Lets fonts say what their glyphs say. Where one glyph serves several characters (an apostrophe and
 * a quotation mark), Chromium's fonts name one of them, and a span around each glyph (`ActualText`,
 * ISO 32000-1 §14.9.4) the right one. A glyph that has one text in the whole book gets it in its
 * font, and needs no spans: some readers lose what stands in a tag after them.
 *
 * @returns the spans to be taken out.
 */
export function sayGlyphs(
  document: PDFDocument,
  contents: Contents,
): ReadonlyMap<MarkedStream, readonly Edit[]> {
  const fonts = new Map<PDFDict, OwnFont>();
  const said: SaidGlyph[] = [];
  for (const [stream, { bytes, resources }] of contents) {
    readSpans({ document, stream, bytes, resources, fonts, said });
  }
  const texts = new Map<OwnFont, Map<number, Set<string>>>();
  for (const { font, code, text } of said) {
    const ofFont = texts.get(font) ?? new Map<number, Set<string>>();
    texts.set(font, ofFont.set(code, (ofFont.get(code) ?? new Set()).add(text)));
  }
  const changed = new Map<OwnFont, Map<number, string>>();
  const edits = new Map<MarkedStream, Edit[]>();
  for (const glyph of said) {
    const { font, code, text, stream } = glyph;
    if (!isSameText(font.printed.text.get(code), text)) {
      if (font.otherwise.has(code) || texts.get(font)?.get(code)?.size !== 1) continue;
      changed.set(font, (changed.get(font) ?? new Map(font.printed.text)).set(code, text));
    }
    const list = edits.get(stream) ?? [];
    edits.set(stream, list);
    for (const [from, to] of glyph.ranges) list.push({ at: from, removed: to - from, text: "" });
  }
  for (const [{ dictionary, printed }, map] of changed) {
    const bytes = writeUnicodeMap(map, printed.codeBytes);
    const stream = deflateStream(document.context, bytes);
    const key = PDFName.of("ToUnicode");
    const before = dictionary.get(key);
    if (before instanceof PDFRef) document.context.assign(before, stream);
    else dictionary.set(key, document.context.register(stream));
  }
  return edits;
}

/** A space that holds words together reads as a space. */
function isSameText(one: string | undefined, other: string): boolean {
  return one === other || (one === " " && other === "\u00A0");
}

interface OpenSpan {
  readonly text: string | undefined;
  readonly range: readonly [number, number];
  readonly codes: number[];
  readonly fonts: Set<OwnFont>;
}

function readSpans(given: {
  readonly document: PDFDocument;
  readonly stream: MarkedStream;
  readonly bytes: Uint8Array;
  readonly resources: PDFDict | undefined;
  readonly fonts: Map<PDFDict, OwnFont>;
  readonly said: SaidGlyph[];
}): void {
  const { document, stream, bytes, fonts, said } = given;
  const named = new Map<string, OwnFont | undefined>();
  let font: OwnFont | undefined;
  const open: OpenSpan[] = [];
  scanOperators(bytes, (operator, start, end) => {
    if (operator === "Tj" || operator === "TJ" || operator === "'" || operator === '"') {
      if (font === undefined) return;
      const span = open.findLast(({ text }) => text !== undefined);
      const codes = readShownCodes(bytes, start, end, font.printed.codeBytes);
      if (span === undefined) for (const code of codes) font.otherwise.add(code);
      else {
        span.codes.push(...codes);
        span.fonts.add(font);
      }
    } else if (operator === "Tf") {
      const [name] = readOperands(bytes, start, end);
      const key = String(name).slice(1);
      if (!named.has(key)) named.set(key, findFont(document, given.resources, key, fonts));
      font = named.get(key);
    } else if (operator === "BDC" || operator === "BMC") {
      const text = readActualText(readOperands(bytes, start, end)[1]);
      open.push({ text, range: [start, end], codes: [], fonts: new Set() });
    } else if (operator === "EMC") {
      const span = open.pop();
      if (span?.text === undefined) return;
      const [code] = span.codes;
      const [own] = span.fonts;
      if (code !== undefined && own && span.codes.length === 1) {
        const ranges = [span.range, [start, end]] as const;
        said.push({ stream, font: own, code, text: span.text, ranges });
      } else for (const one of span.fonts) for (const each of span.codes) one.otherwise.add(each);
    }
  });
}

function findFont(
  document: PDFDocument,
  resources: PDFDict | undefined,
  name: string,
  fonts: Map<PDFDict, OwnFont>,
): OwnFont | undefined {
  const list = resources?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const dictionary = resolveObject(document, list?.get(PDFName.of(name)));
  if (!(dictionary instanceof PDFDict)) return undefined;
  const known = fonts.get(dictionary);
  if (known) return known;
  const font = {
    dictionary,
    printed: readFont(document, dictionary),
    otherwise: new Set<number>(),
  };
  fonts.set(dictionary, font);
  return font;
}

/** The codes that an operator shows, of so many bytes each. */
export function readShownCodes(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: number,
): readonly number[] {
  const shown = readHexOperand(bytes, start) ?? readOperands(bytes, start, end).at(-1);
  const parts = Array.isArray(shown) ? shown : [shown];
  const codes: number[] = [];
  for (const part of parts) {
    if (!(part instanceof Uint8Array)) continue;
    for (let at = 0; at + width <= part.length; at += width) {
      codes.push(width === 1 ? (part[at] ?? 0) : ((part[at] ?? 0) << 8) | (part[at + 1] ?? 0));
    }
  }
  return codes;
}
