import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { formatRoman } from "../pdf-file/roman-numbers.ts";
import type { PrintDocument } from "../print/print-document.ts";

/** How the pages of a book are numbered. */
export interface PageNumbering {
  /** The page, from 1, on which the body begins; what is before it is front matter. */
  readonly bodyStart: number;
  /** A number in the book's own numerals. */
  readonly formatFolio: (number: number) => string;
}

export type NumberedDocument = Pick<PrintDocument, "chapters" | "formatFolio">;

/**
 * The numbering of a print: the body begins with the first chapter. Without chapters, or where no
 * link leads to the first, there is no front matter.
 */
export function numberPages(
  { chapters = [], formatFolio = String }: Partial<NumberedDocument>,
  destinations: ReadonlyMap<string, number>,
): PageNumbering {
  return { bodyStart: destinations.get(chapters[0] ?? "") ?? 1, formatFolio };
}

/**
 * What a page is called, in print and on screen. The body goes on counting where the front matter
 * ends, so that its numbers are those of the sheets in a print dialog; the front matter has roman
 * numerals where the book's are Latin digits, and the book's own where they are not.
 *
 * @param page from 1.
 */
export function labelPage(page: number, { bodyStart, formatFolio }: PageNumbering): string {
  return page < bodyStart && hasLatinDigits(formatFolio) ? formatRoman(page) : formatFolio(page);
}

/** Writes the labels of all pages (ISO 32000-1 §12.4.2). */
export function writePageLabels(
  document: PDFDocument,
  pageCount: number,
  numbering: PageNumbering,
): void {
  const { context } = document;
  const ranges: [number, PDFDict][] = [];
  const addRange = (
    index: number,
    entries: Readonly<Record<string, PDFName | PDFNumber | PDFHexString>>,
  ) => {
    const range = PDFDict.withContext(context);
    for (const [key, value] of Object.entries(entries)) range.set(PDFName.of(key), value);
    ranges.push([index, range]);
  };
  if (hasLatinDigits(numbering.formatFolio)) {
    const front = Math.min(numbering.bodyStart - 1, pageCount);
    if (front > 0) addRange(0, { S: PDFName.of("r") });
    if (front < pageCount) {
      addRange(front, { S: PDFName.of("D"), St: PDFNumber.of(front + 1) });
    }
  } else {
    // There is no style for other digits: each page has its label for a prefix.
    for (let page = 1; page <= pageCount; page += 1) {
      addRange(page - 1, { P: PDFHexString.fromText(labelPage(page, numbering)) });
    }
  }
  const numbers = ranges.flatMap(([index, range]) => [PDFNumber.of(index), range]);
  const tree = PDFDict.withContext(context);
  tree.set(PDFName.of("Nums"), context.obj(numbers));
  document.catalog.set(PDFName.of("PageLabels"), tree);
}

function hasLatinDigits(formatFolio: (number: number) => string): boolean {
  return formatFolio(12) === "12";
}
