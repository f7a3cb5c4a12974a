import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { IDENTITY, type Matrix, matrixOf, multiply, numbersOf } from "./matrix.ts";
import { decodeStream, resolveObject } from "./objects.ts";
import { type Operand, readOperations } from "./read-content.ts";

/** How large a picture is where it is printed largest, in points. */
export interface PrintedSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Forms within forms; Chromium nests a few for opacity. */
const DEPTH_LIMIT = 24;

/**
 * The printed size of every picture that the pages paint (ISO 32000-1 §8.9.5: a picture fills the
 * unit square). Those that only a pattern paints are not among them.
 */
export function measurePictures(document: PDFDocument): ReadonlyMap<PDFRef, PrintedSize> {
  const sizes = new Map<PDFRef, PrintedSize>();
  const walk = (
    bytes: Uint8Array,
    resources: PDFDict | undefined,
    start: Matrix,
    depth: number,
  ): void => {
    let matrix = start;
    const saved: Matrix[] = [];
    for (const { operator, operands } of readOperations(bytes)) {
      if (operator === "q") saved.push(matrix);
      else if (operator === "Q") matrix = saved.pop() ?? start;
      else if (operator === "cm") matrix = multiply(matrixOf(operands), matrix);
      else if (operator === "Do") {
        const reference = findObject(document, resources, operands[0]);
        const object = resolveObject(document, reference);
        if (!(object instanceof PDFStream)) continue;
        const { dict } = object;
        if (dict.get(PDFName.of("Subtype")) === PDFName.of("Image")) {
          if (reference instanceof PDFRef) note(sizes, reference, matrix);
        } else if (depth < DEPTH_LIMIT) {
          const own = dict.lookup(PDFName.of("Matrix"));
          const inner = dict.lookup(PDFName.of("Resources"));
          walk(
            decodeStream(object),
            inner instanceof PDFDict ? inner : resources,
            own instanceof PDFArray ? multiply(matrixOf(numbersOf(own)), matrix) : matrix,
            depth + 1,
          );
        }
      }
    }
  };
  for (const page of document.getPages()) {
    const resources = page.node.Resources();
    // Most pages have words only, and there is no need to read them.
    if (resolveObject(document, resources?.get(PDFName.of("XObject"))) === undefined) continue;
    const contents = resolveObject(document, page.node.get(PDFName.of("Contents")));
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    const bytes = parts.flatMap((part) => [
      decodeStream(resolveObject(document, part)),
      Buffer.from("\n"),
    ]);
    walk(Buffer.concat(bytes), resources, IDENTITY, 0);
  }
  return sizes;
}

function findObject(
  document: PDFDocument,
  resources: PDFDict | undefined,
  key: Operand | undefined,
): PDFObject | undefined {
  const objects = resolveObject(document, resources?.get(PDFName.of("XObject")));
  if (!(objects instanceof PDFDict) || typeof key !== "string") return undefined;
  return objects.get(PDFName.of(key.slice(1)));
}

function note(sizes: Map<PDFRef, PrintedSize>, picture: PDFRef, [a, b, c, d]: Matrix): void {
  const before = sizes.get(picture);
  sizes.set(picture, {
    widthPt: Math.max(before?.widthPt ?? 0, Math.hypot(a, b)),
    heightPt: Math.max(before?.heightPt ?? 0, Math.hypot(c, d)),
  });
}
