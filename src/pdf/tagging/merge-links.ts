import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";
import type { Print } from "../read-print.ts";
import { type Box, uniteBoxes } from "./boxes.ts";
import type { LinkPlace, StructureElement, StructureKid } from "./structure.ts";

/**
 * Makes one annotation of those that the browser writes for each piece of a link on a page: their
 * places become its `QuadPoints` (ISO 32000-1 §12.5.6.5). Each tells in words what it is or where
 * it leads (`Contents`), which ISO 14289-1 §7.18.5 asks for.
 *
 * @param links elements in reading order.
 * @param describe what a link says, by its number and annotation.
 */
export function mergeLinks(
  print: Print,
  links: readonly StructureElement[],
  describe: (index: number, annotation: PDFDict) => string,
): void {
  const { context } = print.document;
  const dropped = new Set<PDFRef>();
  for (const [index, link] of links.entries()) {
    const kept = new Map<PDFRef, { annotation: PDFDict; boxes: Box[] }>();
    link.kids = link.kids.filter((kid: StructureKid) => {
      if (kid.kind !== "link") return true;
      const annotation = context.lookup(kid.annotation);
      if (!(annotation instanceof PDFDict)) return false;
      return !joinTo(kept, kid, annotation, dropped);
    });
    for (const { annotation, boxes } of kept.values()) {
      annotation.set(PDFName.of("Contents"), PDFHexString.fromText(describe(index, annotation)));
      if (boxes.length > 1) writeBoxes(annotation, joinBoxes(boxes));
    }
  }
  for (const page of print.pages) dropAnnotations(page, dropped);
  for (const reference of dropped) context.delete(reference);
}

/** Adds a piece to the page's annotation of the same link; true where there is one. */
function joinTo(
  kept: Map<PDFRef, { annotation: PDFDict; boxes: Box[] }>,
  place: LinkPlace,
  annotation: PDFDict,
  dropped: Set<PDFRef>,
): boolean {
  const box = boxOf(annotation);
  const before = kept.get(place.page);
  if (before === undefined) {
    kept.set(place.page, { annotation, boxes: [box] });
    return false;
  }
  before.boxes.push(box);
  dropped.add(place.annotation);
  return true;
}

function boxOf(annotation: PDFDict): Box {
  const rectangle = annotation.lookupMaybe(PDFName.of("Rect"), PDFArray)?.asArray() ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = rectangle.map((one) =>
    one instanceof PDFNumber ? one.asNumber() : 0,
  );
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Pieces nearer than this stand in one line, side by side; in points. */
const NEAR = 1;

/** Pieces that touch in a line are one. */
function joinBoxes(boxes: readonly Box[]): readonly Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    const isSameLine =
      last !== undefined && Math.abs(last[1] - box[1]) < NEAR && Math.abs(last[3] - box[3]) < NEAR;
    if (last && isSameLine && box[0] - last[2] < NEAR && last[0] - box[2] < NEAR) {
      joined[joined.length - 1] = uniteBoxes(last, box);
    } else joined.push(box);
  }
  return joined;
}

function writeBoxes(annotation: PDFDict, boxes: readonly Box[]): void {
  const numbers = (values: readonly number[]) => annotation.context.obj([...values]);
  annotation.set(PDFName.of("Rect"), numbers(boxes.reduce(uniteBoxes)));
  if (boxes.length === 1) return;
  // The order that readers expect, not the one of the standard: upper left, upper right, lower
  // left, lower right.
  const corners = boxes.flatMap(([x0, y0, x1, y1]) => [x0, y1, x1, y1, x0, y0, x1, y0]);
  annotation.set(PDFName.of("QuadPoints"), numbers(corners));
}

function dropAnnotations(page: PDFPage, dropped: ReadonlySet<PDFRef>): void {
  const list = page.node.lookupMaybe(PDFName.of("Annots"), PDFArray);
  if (list === undefined) return;
  const left = list.asArray().filter((one) => !dropped.has(one as PDFRef));
  if (left.length === list.size()) return;
  page.node.set(PDFName.of("Annots"), page.doc.context.obj(left));
}
