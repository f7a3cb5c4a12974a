import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { GlyphRun } from "../pdf-file/glyph-run.ts";
import { resolveObject } from "../pdf-file/objects.ts";
import { listFonts, type PrintedFont } from "../pdf-file/read-fonts.ts";
import { readGlyphRuns } from "../pdf-file/read-glyphs.ts";
import type { PrintDocument } from "../print/print-document.ts";
import { PdfError } from "./pdf-error.ts";
import type { Print } from "./read-print.ts";

/** What the checks compare a print with. */
export type Expectation = Pick<PrintDocument, "fontNames" | "bodySizePt" | "sentinel">;

/** A CSS pixel is 1/96 inch, a point 1/72 (CSS Values 4 §6.2). */
const POINTS_PER_PIXEL = 0.75;

/** Chromium rounds sizes to hundredths of a pixel and positions to 1/300 inch. */
const TOLERANCE = 0.01;

/** Throws PdfError when a print is not what it must be. */
export function checkPrint(print: Print, expected: Expectation): void {
  if (print.pages.length === 0) {
    throw new PdfError("blank pages", {});
  }
  const pages = print.pages.map((page) => readGlyphRuns(print.document, page));
  checkFonts(print, pages, expected.fontNames);
  checkLinks(print);
  checkSentinel(pages, expected.sentinel);
  checkGlyphs(pages);
  checkSize(pages, expected.bodySizePt);
}

/** Also looks at fonts that no text uses: what is in the file is in the book. */
function checkFonts(
  print: Print,
  pages: readonly (readonly GlyphRun[])[],
  names: ReadonlySet<string>,
): void {
  const faults = listFonts(print.document).flatMap((font) => {
    if (!names.has(font.name)) return [describeStranger(font, pages)];
    return font.embedded ? [] : [`${font.name} is not in the file`];
  });
  if (faults.length === 0) return;
  const strangers = pages
    .flat()
    .filter(({ font }) => !names.has(font.name))
    .map(({ text }) => text)
    .join("\n");
  throw new PdfError("font", { details: [...new Set(faults)], strangers });
}

/** The name of a font that should not be there, and the first text that is set in it. */
function describeStranger(font: PrintedFont, pages: readonly (readonly GlyphRun[])[]): string {
  const name = font.name || "a font without a name";
  for (const [index, runs] of pages.entries()) {
    const text = runs
      .filter((run) => run.font === font)
      .map((run) => run.text)
      .join("")
      .trim();
    if (text !== "") return `${name} on page ${index + 1}: ${JSON.stringify(text.slice(0, 60))}`;
  }
  return name;
}

/** A relative or empty link becomes an address of the machine that printed it. */
function checkLinks(print: Print): void {
  const faults = print.pages.flatMap((_page, index) =>
    listAddresses(print, index)
      .filter((address) => !isPublic(address))
      .map((address) => `page ${index + 1}: ${address}`),
  );
  if (faults.length === 0) return;
  throw new PdfError("link", { details: faults });
}

/** The addresses of the web that a page (from 0) links to. */
export function listAddresses(print: Print, pageIndex: number): readonly string[] {
  const page = print.pages[pageIndex];
  const annotations = page?.node.lookupMaybe(PDFName.of("Annots"), PDFArray)?.asArray() ?? [];
  return annotations.flatMap((reference) => {
    const annotation = resolveObject(print.document, reference);
    if (!(annotation instanceof PDFDict)) return [];
    const action = annotation.lookupMaybe(PDFName.of("A"), PDFDict);
    const address = action && resolveObject(print.document, action.get(PDFName.of("URI")));
    if (!(address instanceof PDFString) && !(address instanceof PDFHexString)) return [];
    return [address.decodeText()];
  });
}

const PUBLIC_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "xmpp:", "geo:"]);

function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return PUBLIC_SCHEMES.has(protocol) && hostname !== "book.invalid";
}

/**
 * The title is there when one page has all its letters in their order, or (a script that is
 * written from the right is painted in another order than it is read in) all of its letters.
 * Spaces, punctuation and case count for nothing: they change with line breaks and with CSS.
 */
function checkSentinel(pages: readonly (readonly GlyphRun[])[], sentinel: string): void {
  const wanted = keepLetters(sentinel);
  const found = pages.some((runs) => {
    const text = keepLetters(runs.map((run) => run.text).join(""));
    return text.includes(wanted) || (RIGHT_TO_LEFT.test(sentinel) && hasLettersOf(text, wanted));
  });
  if (found && wanted !== "") return;
  throw new PdfError("blank title", {}, { title: JSON.stringify(sentinel) });
}

const RIGHT_TO_LEFT =
  /[\u202A-\u202E\u2066-\u2069]|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

function keepLetters(text: string): string {
  // Case is folded with no locale; NFKD also takes ligatures and presentation forms apart.
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function hasLettersOf(text: string, wanted: string): boolean {
  const left = new Map<string, number>();
  for (const letter of text) left.set(letter, (left.get(letter) ?? 0) + 1);
  for (const letter of wanted) {
    const count = left.get(letter) ?? 0;
    if (count === 0) return false;
    left.set(letter, count - 1);
  }
  return true;
}

/** A box on paper instead of a character. */
function checkGlyphs(pages: readonly (readonly GlyphRun[])[]): void {
  const faults = pages.flatMap((runs, index) => {
    const run = runs.find((candidate) => candidate.missingAt !== undefined);
    if (run?.missingAt === undefined) return [];
    const near = run.text.slice(Math.max(0, run.missingAt - 30), run.missingAt + 30).trim();
    return [`page ${index + 1}, near ${JSON.stringify(near)}`];
  });
  if (faults.length === 0) return;
  throw new PdfError("glyph", { details: faults });
}

/**
 * Chromium makes the whole document smaller when something is wider than the page. Then a pixel
 * of the document is shorter than 3/4 of a point, whatever the sizes in it are.
 */
function checkSize(pages: readonly (readonly GlyphRun[])[], bodySizePt: number): void {
  const weights = new Map<number, number>();
  let hasBodySize = false;
  for (const run of pages.flat()) {
    const scale = Math.round(run.scale * 1000) / 1000;
    weights.set(scale, (weights.get(scale) ?? 0) + run.glyphCount);
    hasBodySize ||= Math.abs(run.sizePt - bodySizePt) <= bodySizePt * TOLERANCE;
  }
  const [scale = POINTS_PER_PIXEL] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (Math.abs(scale / POINTS_PER_PIXEL - 1) > TOLERANCE) {
    const percent = Math.round((scale / POINTS_PER_PIXEL) * 100);
    throw new PdfError("shrunk scale", {}, { percent });
  }
  if (hasBodySize) return;
  throw new PdfError("shrunk sizes", {}, { sizePt: bodySizePt });
}
