import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { decodeStream, resolveObject } from "../../pdf-file/objects.ts";
import type { Imposition } from "../../print/sheet-layout.ts";
import { deflateStream } from "../deflate-stream.ts";
import { PdfError } from "../pdf-error.ts";
import type { Print } from "../read-print.ts";
import { imposePages, type PlacedPage, type SheetMark, type SheetSide } from "./impose-pages.ts";

const CONTENTS = PDFName.of("Contents");
const RESOURCES = PDFName.of("Resources");
const MEDIA_BOX = PDFName.of("MediaBox");

/**
 * Lays the pages of an untagged print on sheets: each becomes a form (ISO 32000-1 §8.10) in the same
 * document, so that fonts and pictures stay as they are. What only pages have, links and places, is
 * gone afterwards: the file is for a printer.
 */
export function imposePdf(print: Print, imposition: Imposition, direction: "ltr" | "rtl"): void {
  const { document, pages } = print;
  const { catalog, context } = document;
  const forms = pages.map((page) => makeForm(document, page));
  const sides = imposePages(pages.length, imposition, direction);
  const tree = context.obj({});
  const treeReference = context.register(tree);
  const kids = sides.map((side) =>
    context.register(makeSheet(document, side, forms, treeReference)),
  );
  tree.set(PDFName.of("Type"), PDFName.of("Pages"));
  tree.set(PDFName.of("Kids"), context.obj(kids));
  tree.set(PDFName.of("Count"), PDFNumber.of(kids.length));
  for (const key of catalog.keys()) {
    if (!["/Type", "/Version"].includes(key.asString())) catalog.delete(key);
  }
  catalog.set(PDFName.of("Pages"), treeReference);
  dropUnreachable(document);
}

interface Form {
  readonly reference: PDFRef;
  /** The lower left corner of its page. */
  readonly left: number;
  readonly bottom: number;
}

function makeForm(document: PDFDocument, page: PDFPage): Form {
  const { context } = document;
  const contents = resolveObject(document, page.node.get(CONTENTS));
  const parts = contents instanceof PDFArray ? contents.asArray() : [page.node.get(CONTENTS)];
  const box = page.node.MediaBox();
  const [only] = parts;
  const { left, bottom } = cornerOf(box);
  const entries = new Map<string, PDFObject | undefined>([
    ["Type", PDFName.of("XObject")],
    ["Subtype", PDFName.of("Form")],
    ["BBox", box],
    ["Resources", resourcesOf(page)],
    // Chromium blends each page by itself.
    ["Group", page.node.get(PDFName.of("Group"))],
  ]);
  let reference: PDFRef;
  let form: PDFObject | undefined;
  if (parts.length === 1 && only instanceof PDFRef) {
    reference = only;
    form = context.lookup(only);
  } else {
    const bytes = parts.flatMap((part) => [
      decodeStream(resolveObject(document, part)),
      Buffer.from("\n"),
    ]);
    form = deflateStream(context, Buffer.concat(bytes));
    reference = context.register(form);
  }
  if (!(form instanceof PDFStream)) {
    throw new PdfError("unreadable page", {});
  }
  for (const [key, value] of entries)
    if (value !== undefined) form.dict.set(PDFName.of(key), value);
  return { reference, left, bottom };
}

/** A form has no parent to take resources from. */
function resourcesOf(page: PDFPage): PDFObject | undefined {
  return page.node.get(RESOURCES) ?? page.node.Resources();
}

function cornerOf(box: PDFArray): { readonly left: number; readonly bottom: number } {
  const at = (index: number) => box.lookup(index, PDFNumber).asNumber();
  return { left: Math.min(at(0), at(2)), bottom: Math.min(at(1), at(3)) };
}

function makeSheet(
  document: PDFDocument,
  side: SheetSide,
  forms: readonly Form[],
  parent: PDFRef,
): PDFDict {
  const { context } = document;
  const used = context.obj({});
  const lines: string[] = [];
  for (const placed of side.pages) {
    const form = forms[placed.page];
    if (form === undefined) throw new RangeError(`no page ${placed.page}`);
    const name = `P${placed.page + 1}`;
    used.set(PDFName.of(name), form.reference);
    lines.push(`q ${matrixOf(placed, form)} cm /${name} Do Q`);
  }
  for (const one of side.marks.map(drawMark)) lines.push(one);
  const sheet = context.obj({});
  sheet.set(PDFName.of("Type"), PDFName.of("Page"));
  sheet.set(PDFName.of("Parent"), parent);
  sheet.set(MEDIA_BOX, context.obj([0, 0, round(side.widthPt), round(side.heightPt)]));
  const resources = context.obj({});
  resources.set(PDFName.of("XObject"), used);
  sheet.set(RESOURCES, resources);
  sheet.set(
    CONTENTS,
    context.register(deflateStream(context, Buffer.from(lines.join("\n"), "latin1"))),
  );
  return sheet;
}

function matrixOf({ leftPt, bottomPt, scale }: PlacedPage, { left, bottom }: Form): string {
  const shift = [leftPt - left * scale, bottomPt - bottom * scale];
  return [scale, 0, 0, scale, ...shift].map(round).join(" ");
}

/** Thin enough for a fold, strong enough for a laser printer. A dash for a fold, a line for a cut. */
function drawMark({ kind, from, to }: SheetMark): string {
  const dash = kind === "fold" ? "[2 2] 0" : "[] 0";
  const width = kind === "staple" ? 0.25 : 0.5;
  const way = [from, to].map((point) => point.map(round).join(" "));
  return `q 0 G ${width} w ${dash} d ${way[0]} m ${way[1]} l S Q`;
}

/** Numbers as short as they are exact: a ten-thousandth of a point is nothing on paper. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Takes out of the file what nothing in it leads to: the pages that were, their links and places. */
function dropUnreachable(document: PDFDocument): void {
  const { context } = document;
  const { Root, Info } = context.trailerInfo;
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [Root, Info];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFArray) for (const one of object.asArray()) waiting.push(one);
    else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) for (const value of object.values()) waiting.push(value);
  }
  for (const [reference] of context.enumerateIndirectObjects()) {
    if (!reached.has(reference)) context.delete(reference);
  }
}
