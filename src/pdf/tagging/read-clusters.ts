import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { resolveObject } from "../../pdf-file/objects.ts";
import { readActualText, readHexOperand, readOperands } from "../../pdf-file/read-content.ts";
import { type PrintedFont, readFont } from "../../pdf-file/read-fonts.ts";
import { type GlyphWidths, readGlyphWidths } from "../../pdf-file/read-widths.ts";
import { scanOperators } from "../../pdf-file/scan-operators.ts";
import type { Edit } from "./mark-artifacts.ts";
import { isFromRight } from "./match-texts.ts";
import type { Contents, ReadStream } from "./page-contents.ts";
import type { MarkedStream } from "./structure.ts";

/** A font that texts are set in, at any size. */
export interface UsedFont {
  readonly dictionary: PDFDict;
  readonly printed: PrintedFont;
  readonly widths: GlyphWidths;
  /** Codes that also stand outside of spans, where only the font says what they are. */
  readonly loose: Set<number>;
}

/** What a glyph says by itself. */
export type GlyphTexts = (font: UsedFont, code: number) => string | undefined;

/** A range of a stream's bytes. */
export type Range = readonly [start: number, end: number];

/** A glyph and the operator that shows it. */
export interface PlacedGlyph {
  readonly font: UsedFont;
  /** In units of text space, as the place is. */
  readonly size: number;
  readonly code: number;
  readonly x: number;
  readonly y: number;
  readonly range: Range;
  /** How many glyphs the operator shows; 0 where it does more, or their widths are not known. */
  readonly shown: number;
}

/** Signs that are drawn together, or one that is drawn alone. */
export interface Cluster {
  /** What the span around the glyphs says (`ActualText`, ISO 32000-1 §14.9.4), where there is one. */
  readonly said: string | undefined;
  /** The operators of the span. */
  readonly span: readonly [Range, Range] | undefined;
  readonly glyphs: readonly PlacedGlyph[];
  /** Glyphs of one line follow each other in one font, and their places count from one point. */
  readonly line: number;
}

/** The clusters of each stream, in the order of painting. */
export type Clusters = ReadonlyMap<MarkedStream, readonly Cluster[]>;

/**
 * Reads what the glyphs of a print say, once for all that mend it. Of the glyphs in no span only
 * those are told that are written from the right: others are as good as what their font says.
 */
export function readClusters(document: PDFDocument, contents: Contents): Clusters {
  const fonts = new Map<PDFDict, UsedFont>();
  const read = new Map<MarkedStream, readonly Cluster[]>();
  for (const [stream, one] of contents) read.set(stream, readStream(document, one, fonts));
  return read;
}

interface OpenMark {
  readonly said: string | undefined;
  readonly isReversed: boolean;
  readonly range: Range;
  readonly glyphs: PlacedGlyph[];
}

function readStream(
  document: PDFDocument,
  { bytes, resources }: Pick<ReadStream, "bytes" | "resources">,
  fonts: Map<PDFDict, UsedFont>,
): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const named = new Map<string, UsedFont | undefined>();
  const open: OpenMark[] = [];
  let font: UsedFont | undefined;
  let [size, line] = [0, 0];
  // The place of the last `Td`, and how far the glyphs behind it have gone.
  let [x, y, gone] = [0, 0, 0];
  scanOperators(bytes, (operator, start, end) => {
    switch (operator) {
      case "Tj":
      case "TJ":
      case "'":
      case '"': {
        if (font === undefined) return;
        const codes = readShownCodes(bytes, start, end, font.printed.codeBytes);
        const span = open.findLast(({ said }) => said !== undefined);
        const isReversed = span === undefined && open.some((mark) => mark.isReversed);
        const shown = operator === "Tj" && !font.printed.drawn ? codes.length : 0;
        const range: Range = [start, end];
        for (const code of codes) {
          const glyph = { font, size, code, x: x + gone, y, range, shown };
          gone += widthOf(glyph);
          if (span !== undefined) {
            span.glyphs.push(glyph);
            continue;
          }
          font.loose.add(code);
          if (!isReversed && !isFromRight(font.printed.text.get(code) ?? "")) continue;
          clusters.push({ said: undefined, span: undefined, glyphs: [glyph], line });
        }
        return;
      }
      case "Td": {
        const [across, up] = readOperands(bytes, start, end);
        x += Number(across);
        y += Number(up);
        gone = 0;
        return;
      }
      case "Tm":
      case "BT":
        [x, y, gone] = [0, 0, 0];
        line += 1;
        return;
      case "Tf": {
        const [name, given] = readOperands(bytes, start, end);
        const key = String(name).slice(1);
        if (!named.has(key)) named.set(key, findFont(document, resources, key, fonts));
        font = named.get(key);
        size = Number(given);
        line += 1;
        return;
      }
      case "BDC":
      case "BMC": {
        const [tag, properties] = readOperands(bytes, start, end);
        const said = readActualText(properties);
        const isReversed = tag === "/ReversedChars";
        open.push({ said, isReversed, range: [start, end], glyphs: [] });
        return;
      }
      case "EMC": {
        const { said, range, glyphs } = open.pop() ?? { glyphs: [] };
        if (said === undefined || range === undefined) return;
        clusters.push({ said, span: [range, [start, end]], glyphs, line });
        return;
      }
    }
  });
  return clusters;
}

function findFont(
  document: PDFDocument,
  resources: PDFDict | undefined,
  name: string,
  fonts: Map<PDFDict, UsedFont>,
): UsedFont | undefined {
  const list = resources?.lookupMaybe(PDFName.of("Font"), PDFDict);
  const dictionary = resolveObject(document, list?.get(PDFName.of(name)));
  if (!(dictionary instanceof PDFDict)) return undefined;
  const known = fonts.get(dictionary);
  if (known) return known;
  const font = {
    dictionary,
    printed: readFont(document, dictionary),
    widths: readGlyphWidths(document, dictionary),
    loose: new Set<number>(),
  };
  fonts.set(dictionary, font);
  return font;
}

/** The codes that an operator shows, of so many bytes each. */
function readShownCodes(
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

/** How far a glyph moves those behind it, in units of text space. */
export function widthOf({ font, size, code }: Pick<PlacedGlyph, "font" | "size" | "code">): number {
  return (font.widths(code) * size) / 1000;
}

/** Takes the operators of a span out. */
export function removeSpan(span: NonNullable<Cluster["span"]>): readonly Edit[] {
  return span.map(([from, to]) => ({ at: from, removed: to - from, text: "" }));
}
