import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readPrint } from "../../src/pdf/read-print.ts";
import { listFonts } from "../../src/pdf-file/read-fonts.ts";

export interface OutlineFact {
  readonly title: string;
  /** From 1. */
  readonly page: number | undefined;
  readonly items: readonly OutlineFact[];
}

/** What a reader's program finds in a PDF: read with pdf.js, which is not what wrote it. */
export interface PdfFacts {
  readonly pageCount: number;
  /** In points, rounded to a tenth. */
  readonly pageSizes: readonly { readonly widthPt: number; readonly heightPt: number }[];
  readonly pageTexts: readonly string[];
  readonly outline: readonly OutlineFact[];
  /** By name: the page, from 1. */
  readonly destinations: Readonly<Record<string, number>>;
  readonly links: readonly {
    readonly page: number;
    readonly address?: string;
    readonly destination?: string;
  }[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly information: Readonly<Record<string, unknown>>;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  /** How often each structure type occurs. */
  readonly tags: Readonly<Record<string, number>>;
}

/** Reads a PDF back. Throws when it cannot be read. */
export async function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  // pdf.js takes the buffer away from its owner, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false });
  const pdf = await task.promise;
  try {
    const pageSizes: { widthPt: number; heightPt: number }[] = [];
    const pageTexts: string[] = [];
    const links: { page: number; address?: string; destination?: string }[] = [];
    const tags: Record<string, number> = {};
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [left = 0, top = 0, right = 0, bottom = 0] = page.view;
      pageSizes.push({ widthPt: round(right - left), heightPt: round(bottom - top) });
      const content = await page.getTextContent();
      pageTexts.push(
        content.items
          .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
          .join(""),
      );
      for (const annotation of await page.getAnnotations()) {
        if (annotation.subtype !== "Link") continue;
        const address: string | undefined = annotation.unsafeUrl ?? annotation.url;
        if (address) links.push({ page: number, address });
        else links.push({ page: number, destination: String(annotation.dest) });
      }
      countTags(await page.getStructTree(), tags);
    }
    const metadata = await pdf.getMetadata();
    const information = metadata.info as Record<string, unknown>;
    const mark = await pdf.getMarkInfo();
    const print = await readPrint(bytes);
    return {
      pageCount: pdf.numPages,
      pageSizes,
      pageTexts,
      outline: await readOutline(pdf, await pdf.getOutline()),
      destinations: await readDestinations(pdf),
      links,
      fonts: listFonts(print.document).map(({ name, embedded }) => ({ name, embedded })),
      information,
      language: information.Language as string | undefined,
      isTagged: mark?.Marked === true,
      tags,
    };
  } finally {
    await task.destroy();
  }
}

type OutlineNodes = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

async function readOutline(pdf: PDFDocumentProxy, nodes: OutlineNodes): Promise<OutlineFact[]> {
  const facts: OutlineFact[] = [];
  for (const node of nodes ?? []) {
    const place = typeof node.dest === "string" ? await pdf.getDestination(node.dest) : node.dest;
    const page = place?.[0] ? (await pdf.getPageIndex(place[0])) + 1 : undefined;
    facts.push({ title: node.title, page, items: await readOutline(pdf, node.items) });
  }
  return facts;
}

async function readDestinations(pdf: PDFDocumentProxy): Promise<Record<string, number>> {
  const places = await pdf.getDestinations();
  const found: Record<string, number> = {};
  for (const name of Object.keys(places).sort()) {
    const page = places[name]?.[0];
    if (page) found[name] = (await pdf.getPageIndex(page)) + 1;
  }
  return found;
}

function countTags(node: unknown, tags: Record<string, number>): void {
  if (typeof node !== "object" || node === null) return;
  if ("role" in node && typeof node.role === "string") tags[node.role] = (tags[node.role] ?? 0) + 1;
  if ("children" in node && Array.isArray(node.children)) {
    for (const child of node.children) countTags(child, tags);
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Where the words of a page stand, in points from its lower left corner. */
export interface PagePlaces {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly places: readonly {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    /** Of the line on which the letters stand, and of what is as high as they are large. */
    readonly bottom: number;
    readonly top: number;
  }[];
}

/** Reads where everything stands that can be read, also what is written downwards. */
export async function readTextPlaces(bytes: Uint8Array): Promise<readonly PagePlaces[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false });
  const pdf = await task.promise;
  try {
    const pages: PagePlaces[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , widthPt = 0, heightPt = 0] = page.view;
      const { items } = await page.getTextContent();
      const places = items.flatMap((item) => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
        const size = Math.hypot(c, d);
        // The direction in which the letters follow each other, and the one in which they stand.
        const along = [
          (a / Math.hypot(a, b)) * item.width,
          (b / Math.hypot(a, b)) * item.width,
        ] as const;
        const up = [(c / size) * size, (d / size) * size] as const;
        const xs = [x, x + along[0], x + up[0], x + along[0] + up[0]];
        const ys = [y, y + along[1], y + up[1], y + along[1] + up[1]];
        return [
          {
            text: item.str,
            left: Math.min(...xs),
            right: Math.max(...xs),
            bottom: Math.min(...ys),
            top: Math.max(...ys),
          },
        ];
      });
      pages.push({ widthPt, heightPt, places });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}
