import { readUnicodeMap } from "../pdf-file/read-unicode-map.ts";
import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfStream } from "../pdf-syntax/pdf-value.ts";

/** A font as pages use it (ISO 32000-1 §9.5 to §9.8). */
export interface PdfFont {
  readonly dict: PdfDict;
  /** PostScript name without subset prefix; empty where the PDF gives none. */
  readonly name: string;
  /** `Type0`, `TrueType`, `Type1`, `MMType1`, `Type3`. */
  readonly type: string;
  /** The inner half of a composite font. */
  readonly descendant: PdfDict | undefined;
  readonly descriptor: PdfDict | undefined;
  readonly program: PdfStream | undefined;
  readonly isSubset: boolean;
  /** Bytes of a code; undefined where codes differ in length. */
  readonly codeBytes: 1 | 2 | undefined;
  /** Text by code; undefined where the font has no such table. */
  readonly text: ReadonlyMap<number, string> | undefined;
}

const PROGRAMS = ["FontFile", "FontFile2", "FontFile3"];

/** @param dict the font dictionary that pages name. */
export function readFont(file: PdfFile, dict: PdfDict): PdfFont {
  const type = file.name(dict.get("Subtype")) ?? "";
  const descendant = file.dict(file.list(dict.get("DescendantFonts"))?.[0]);
  const descriptor = file.dict((descendant ?? dict).get("FontDescriptor"));
  const written =
    file.name(dict.get("BaseFont")) ??
    file.name(descriptor?.get("FontName")) ??
    file.name(dict.get("Name")) ??
    "";
  const key = PROGRAMS.find((one) => file.stream(descriptor?.get(one)) !== undefined);
  const program = key === undefined ? undefined : file.stream(descriptor?.get(key));
  const map = file.stream(dict.get("ToUnicode"));
  return {
    dict,
    name: written.replace(/^[A-Z]{6}\+/, ""),
    type,
    descendant,
    descriptor,
    program,
    isSubset: /^[A-Z]{6}\+/.test(written),
    codeBytes: type === "Type0" ? codeBytesOf(file, dict) : 1,
    text: map === undefined ? undefined : readTextMap(file, map),
  };
}

function readTextMap(file: PdfFile, stream: PdfStream): ReadonlyMap<number, string> {
  if (!file.limits.spend("characters of font tables", 100)) return new Map();
  const map = readUnicodeMap(Buffer.from(file.decode(stream)).toString("latin1"), 0x11000);
  return file.limits.spend("characters of font tables", map.size) ? map : new Map();
}

/** Identity and the UCS-2 and UTF-16 tables have two bytes for every code of ours. */
function codeBytesOf(file: PdfFile, dict: PdfDict): 2 | undefined {
  const name = file.name(dict.get("Encoding"));
  if (name !== undefined) return /^Identity-|-UCS2-|-UTF16-/.test(name) ? 2 : undefined;
  const map = file.stream(dict.get("Encoding"));
  if (map === undefined) return undefined;
  const source = Buffer.from(file.decode(map)).toString("latin1", 0, 100_000);
  const begin = source.indexOf("begincodespacerange");
  const range = source.slice(begin, begin + 2000).split("endcodespacerange")[0] ?? "";
  const codes = [...range.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = ""]) => hex.length);
  return codes.length > 0 && codes.every((length) => length === 4) ? 2 : undefined;
}

export function isEmbedded(font: PdfFont): boolean {
  // Glyphs of Type 3 are drawings of the PDF itself.
  return font.type === "Type3" || font.program !== undefined;
}
