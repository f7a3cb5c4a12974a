import { inflateSync } from "node:zlib";
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { resolveObject } from "./objects.ts";
import { readUnicodeMap } from "./read-unicode-map.ts";

/** A font as it stands in a PDF. */
export interface PrintedFont {
  /** PostScript name without subset prefix; empty where the PDF gives none. */
  readonly name: string;
  readonly embedded: boolean;
  /** The browser drew the glyphs itself: bold that no font of the document has, or colour. */
  readonly drawn: boolean;
  readonly codeBytes: 1 | 2;
  /** Text by code. */
  readonly text: ReadonlyMap<number, string>;
}

const known = new WeakMap<PDFDict, PrintedFont>();

/** Reads a font dictionary (ISO 32000-1 §9.6 and §9.7), once for each. */
export function readFont(document: PDFDocument, dictionary: PDFDict): PrintedFont {
  const before = known.get(dictionary);
  if (before) return before;
  const composite = dictionary.get(PDFName.of("Subtype")) === PDFName.of("Type0");
  const drawn = dictionary.get(PDFName.of("Subtype")) === PDFName.of("Type3");
  const descendants = dictionary.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray);
  const descendant = descendants ? resolveObject(document, descendants.get(0)) : undefined;
  const holder = descendant instanceof PDFDict ? descendant : dictionary;
  const descriptor = holder.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
  const name =
    nameAt(dictionary, "BaseFont") ?? (descriptor ? nameAt(descriptor, "FontName") : undefined);
  const map = resolveObject(document, dictionary.get(PDFName.of("ToUnicode")));
  const font: PrintedFont = {
    name: (name ?? "").replace(/^[A-Z]{6}\+/, ""),
    embedded:
      drawn ||
      ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor?.has(PDFName.of(key))),
    drawn,
    codeBytes: composite ? 2 : 1,
    text: map instanceof PDFRawStream ? readTextMap(map) : new Map(),
  };
  known.set(dictionary, font);
  return font;
}

/** Every font of a PDF, sorted by name. */
export function listFonts(document: PDFDocument): readonly PrintedFont[] {
  const fonts: PrintedFont[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    if (object.get(PDFName.of("Type")) !== PDFName.of("Font")) continue;
    // The inner half of a composite font: its outer half stands for both.
    if (/^\/CIDFontType/.test(String(object.get(PDFName.of("Subtype"))))) continue;
    fonts.push(readFont(document, object));
  }
  return fonts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function nameAt(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** The text by code of a ToUnicode CMap, whose stream may be deflated. */
function readTextMap(stream: PDFRawStream): ReadonlyMap<number, string> {
  const packed = stream.dict.get(PDFName.of("Filter")) !== undefined;
  const bytes = packed ? inflateSync(stream.contents) : Buffer.from(stream.contents);
  return readUnicodeMap(bytes.toString("latin1"));
}
