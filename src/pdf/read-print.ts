import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { resolveObject } from "../pdf-file/objects.ts";
import { PdfError } from "./pdf-error.ts";

/** A PDF as the browser wrote it, open for reading and for mending. */
export interface Print {
  readonly document: PDFDocument;
  readonly pages: readonly PDFPage[];
  /** By name (an id of the document): the number of the page, from 1. Sorted by name. */
  readonly destinations: ReadonlyMap<string, number>;
}

/** Opens a PDF. Throws PdfError `unreadable`. */
export async function readPrint(bytes: Uint8Array): Promise<Print> {
  try {
    const document = await PDFDocument.load(bytes, {
      parseSpeed: ParseSpeeds.Fastest,
      updateMetadata: false,
    });
    const pages = document.getPages();
    return { document, pages, destinations: readDestinations(document, pages) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new PdfError("unreadable bytes", { details: [reason], cause });
  }
}

/** Chromium writes a `/Dests` dictionary; a name tree (PDF 1.2) is the other place there is. */
function readDestinations(
  document: PDFDocument,
  pages: readonly PDFPage[],
): ReadonlyMap<string, number> {
  const numbers = new Map(pages.map((page, index) => [page.ref, index + 1]));
  const found: [string, number][] = [];
  const add = (name: string, target: PDFObject | undefined) => {
    const place = resolveObject(document, target);
    const list =
      place instanceof PDFDict ? resolveObject(document, place.get(PDFName.of("D"))) : place;
    const page = list instanceof PDFArray ? list.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number !== undefined) found.push([name, number]);
  };
  const dictionary = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const [name, target] of dictionary?.entries() ?? []) add(name.decodeText(), target);
  const names = document.catalog.lookupMaybe(PDFName.of("Names"), PDFDict);
  walkNameTree(document, names?.get(PDFName.of("Dests")), add);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function walkNameTree(
  document: PDFDocument,
  root: PDFObject | undefined,
  add: (name: string, target: PDFObject | undefined) => void,
): void {
  const waiting = [root];
  const seen = new Set<PDFObject>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = resolveObject(document, next);
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
    if (kids) for (const one of kids.asArray()) waiting.push(one);
    const names = node.lookupMaybe(PDFName.of("Names"), PDFArray)?.asArray() ?? [];
    for (let i = 0; i + 1 < names.length; i += 2) {
      const name = names[i];
      if (name instanceof PDFString || name instanceof PDFHexString) {
        add(name.decodeText(), names[i + 1]);
      }
    }
  }
}
