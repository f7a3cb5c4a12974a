import { readNameTree } from "../../pdf-pages/read-pages.ts";
import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import { type PdfDict, PdfRef, type PdfValue } from "../../pdf-syntax/pdf-value.ts";
import { quote, type Report } from "./pdf-diagnostics.ts";
import type { PdfDocument } from "./read-document.ts";

/** Whether links within the file lead somewhere (ISO 32000-1 §12.3.2). */
export function checkInternalLinks(document: PdfDocument, report: Report): void {
  const { file, annotations, pages } = document;
  const names = listDestinations(file);
  const known = new Set(pages.map(({ dict }) => dict));
  for (const { dict, type, page } of annotations) {
    if (type !== "Link") continue;
    const destination = destinationOf(file, dict);
    const fault = findFault(file, destination, names, known);
    if (fault === undefined) continue;
    const name = quote(nameOf(file, destination) ?? "");
    report(`PDF008 ${fault}`, { page: page.number }, { name });
  }
}

/** Where a link within the file leads; undefined for other links. */
export function destinationOf(file: PdfFile, link: PdfDict): PdfValue | undefined {
  const direct = file.resolve(link.get("Dest"));
  if (direct !== undefined) return direct;
  const action = file.dict(link.get("A"));
  return file.name(action?.get("S")) === "GoTo" ? file.resolve(action?.get("D")) : undefined;
}

/** Named places, of the catalog's dictionary and of the name tree. */
function listDestinations(file: PdfFile): ReadonlyMap<string, PdfValue> {
  const tree = file.dict(file.catalog?.get("Names"))?.get("Dests");
  const plain = file.dict(file.catalog?.get("Dests")) ?? new Map<string, PdfValue>();
  return new Map([...plain, ...readNameTree(file, tree)]);
}

function findFault(
  file: PdfFile,
  destination: PdfValue | undefined,
  names: ReadonlyMap<string, PdfValue>,
  pages: ReadonlySet<PdfDict>,
): "name" | "page" | undefined {
  if (destination === undefined) return undefined;
  let place: PdfValue | undefined = destination;
  const name = nameOf(file, destination);
  if (name !== undefined) {
    place = file.resolve(names.get(name));
    if (place === undefined) return "name";
  }
  const list = file.list(place) ?? file.list(file.dict(place)?.get("D"));
  const first = list?.[0];
  // A number is a page of another file, and some programs mean this one.
  if (typeof first === "number") return undefined;
  const page = first instanceof PdfRef ? file.dict(first) : undefined;
  return page !== undefined && pages.has(page) ? undefined : "page";
}

function nameOf(file: PdfFile, destination: PdfValue | undefined): string | undefined {
  return file.text(destination) ?? file.name(destination);
}
