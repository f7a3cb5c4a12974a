import {
  PDFArray,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
} from "@cantoo/pdf-lib";
import { resolveObject } from "./objects.ts";

/** What the numbers of a colour space mean (ISO 32000-1 §8.6). */
export type ColourKind = "grey" | "rgb" | "cmyk" | "pattern" | "other";

const KINDS: Readonly<Record<string, ColourKind>> = {
  DeviceGray: "grey",
  CalGray: "grey",
  G: "grey",
  DeviceRGB: "rgb",
  CalRGB: "rgb",
  RGB: "rgb",
  DeviceCMYK: "cmyk",
  CMYK: "cmyk",
  Pattern: "pattern",
};

/** The kind of a colour space, where one is given; a profile (§8.6.5.5) by its number of components. */
export function kindOfColours(document: PDFDocument, space: PDFObject | undefined): ColourKind {
  const object = resolveObject(document, space);
  const name = object instanceof PDFArray ? object.lookup(0) : object;
  if (!(name instanceof PDFName)) return "other";
  const word = name.decodeText();
  if (word !== "ICCBased") return KINDS[word] ?? "other";
  const profile = object instanceof PDFArray ? object.lookup(1) : undefined;
  if (!(profile instanceof PDFStream)) return "other";
  const count = profile.dict.lookup(PDFName.of("N"));
  return kindOfCount(count instanceof PDFNumber ? count.asNumber() : 0);
}

/** The kind of a colour that is given by so many numbers and nothing else. */
export function kindOfCount(count: number): ColourKind {
  return count === 1 ? "grey" : count === 3 ? "rgb" : count === 4 ? "cmyk" : "other";
}
