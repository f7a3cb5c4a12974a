import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { resolveObject } from "../../pdf-file/objects.ts";
import type { Print } from "../read-print.ts";
import type { MarkedStream, StructureElement, StructureKid } from "./structure.ts";
import * as entry from "./structure-names.ts";

export interface Structure {
  /** The elements at the top: one `Document` in a print of Chromium's. */
  readonly top: readonly StructureElement[];
  /** Every page, and every form with marked content of its own. */
  readonly streams: readonly MarkedStream[];
}

const KNOWN: ReadonlySet<PDFName> = new Set([
  entry.TYPE,
  entry.S,
  entry.P,
  entry.K,
  entry.PG,
  entry.ID,
]);

/**
 * Takes the structure tree out of a print: its elements as values. The dictionaries that they stood
 * in are dropped from the document. Nothing where the print has no tags.
 */
export function takeStructure(print: Print): Structure | undefined {
  const { document } = print;
  const root = document.catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  if (root === undefined) return undefined;
  const streams = findStreams(print);
  const reader: Reader = {
    document,
    streams: new Map(streams.map((one) => [one.reference, one])),
    seen: new Set(),
  };
  const kids = listOf(document, root.get(entry.K));
  const top = kids.flatMap((kid) => readKid(reader, kid, undefined));
  for (const reference of reader.seen) document.context.delete(reference);
  dropTrees(document, document.catalog.get(PDFName.of("StructTreeRoot")));
  return { top: top.filter((one) => one.kind === "element"), streams };
}

interface Reader {
  readonly document: PDFDocument;
  readonly streams: ReadonlyMap<PDFRef, MarkedStream>;
  readonly seen: Set<PDFRef>;
}

/** @param page of the element in whose list the kid stands. */
function readKid(reader: Reader, kid: PDFObject, page: PDFRef | undefined): StructureKid[] {
  const object = resolveObject(reader.document, kid);
  if (object instanceof PDFNumber) {
    const stream = page && reader.streams.get(page);
    return stream ? [{ kind: "content", stream, mcid: object.asNumber() }] : [];
  }
  if (!(object instanceof PDFDict)) return [];
  const own = object.get(entry.PG);
  const place = own instanceof PDFRef ? own : page;
  const type = object.get(entry.TYPE);
  if (type === entry.MCR) {
    const holder = object.get(entry.STM) ?? place;
    const stream = holder instanceof PDFRef ? reader.streams.get(holder) : undefined;
    const mcid = object.lookupMaybe(entry.MCID, PDFNumber);
    return stream && mcid ? [{ kind: "content", stream, mcid: mcid.asNumber() }] : [];
  }
  if (type === entry.OBJR) {
    const annotation = object.get(entry.OBJ);
    const isWhole = annotation instanceof PDFRef && place !== undefined;
    return isWhole ? [{ kind: "link", page: place, annotation }] : [];
  }
  if (kid instanceof PDFRef) {
    // A tree has each element once; a file that says otherwise would be read for ever.
    if (reader.seen.has(kid)) return [];
    reader.seen.add(kid);
  }
  return [readElement(reader, object, place)];
}

function readElement(reader: Reader, object: PDFDict, page: PDFRef | undefined): StructureElement {
  const type = object.get(entry.S);
  const entries = new Map<string, PDFObject>();
  for (const [key, value] of object.entries()) {
    if (!KNOWN.has(key)) entries.set(key.decodeText(), value);
  }
  const id = object.get(entry.ID);
  const kids = listOf(reader.document, object.get(entry.K));
  return {
    kind: "element",
    type: type instanceof PDFName ? type.asString().slice(1) : "NonStruct",
    entries,
    kids: kids.flatMap((kid) => readKid(reader, kid, page)),
    ...(id instanceof PDFString || id instanceof PDFHexString ? { id: id.decodeText() } : {}),
  };
}

/** The pages; and forms among their resources that say that tags lead into them. */
function findStreams({ document, pages }: Print): readonly MarkedStream[] {
  const streams: MarkedStream[] = [];
  const seen = new Set<PDFObject>();
  pages.forEach((page, pageIndex) => {
    const add = (reference: PDFRef, dict: PDFDict, isForm: boolean) => {
      const key = dict.lookupMaybe(PDFName.of("StructParents"), PDFNumber)?.asNumber();
      streams.push({ reference, page: page.ref, pageIndex, isForm, parentKey: key });
    };
    add(page.ref, page.node, false);
    const waiting: (PDFObject | undefined)[] = [page.node.Resources()];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const objects = next instanceof PDFDict ? next.lookup(PDFName.of("XObject")) : undefined;
      for (const [, reference] of objects instanceof PDFDict ? objects.entries() : []) {
        const form = resolveObject(document, reference);
        if (!(reference instanceof PDFRef && form instanceof PDFRawStream)) continue;
        if (form.dict.get(PDFName.of("Subtype")) !== PDFName.of("Form") || seen.has(form)) continue;
        seen.add(form);
        if (form.dict.has(PDFName.of("StructParents"))) add(reference, form.dict, true);
        const inner = resolveObject(document, form.dict.get(PDFName.of("Resources")));
        if (inner !== undefined) waiting.push(inner);
      }
    }
  });
  return streams;
}

/** The root and the trees of it that lead to elements; new ones will be written. */
function dropTrees(document: PDFDocument, root: PDFObject | undefined): void {
  const waiting: (PDFObject | undefined)[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const object = resolveObject(document, next);
    if (next instanceof PDFRef) document.context.delete(next);
    if (!(object instanceof PDFDict)) continue;
    for (const key of ["ParentTree", "IDTree"]) waiting.push(object.get(PDFName.of(key)));
    for (const one of listOf(document, object.get(PDFName.of("Kids")))) waiting.push(one);
    // The elements of a page stand in an array of their own.
    for (const one of listOf(document, object.get(PDFName.of("Nums")))) {
      if (one instanceof PDFRef) document.context.delete(one);
    }
  }
}

function listOf(document: PDFDocument, object: PDFObject | undefined): readonly PDFObject[] {
  const whole = resolveObject(document, object);
  if (whole instanceof PDFArray) return whole.asArray();
  return object === undefined ? [] : [object];
}
