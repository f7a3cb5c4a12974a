import type { PDFObject, PDFRef } from "@cantoo/pdf-lib";

/** The structure tree (ISO 32000-1 §14.7) as plain values, to be mended and written again. */
export interface StructureElement {
  readonly kind: "element";
  /** Structure type: `P`, `LI`. */
  type: string;
  /** `Alt`, `ActualText`, `Lang` and attributes (`A`), as they stand in the file. */
  readonly entries: Map<string, PDFObject>;
  kids: StructureKid[];
  /** By which attributes of others name it (`Headers`). */
  id?: string;
}

export type StructureKid = StructureElement | ContentPiece | LinkPlace;

/** A marked-content sequence. */
export interface ContentPiece {
  readonly kind: "content";
  readonly stream: MarkedStream;
  readonly mcid: number;
}

/** An annotation that the element stands for. */
export interface LinkPlace {
  readonly kind: "link";
  readonly page: PDFRef;
  readonly annotation: PDFRef;
}

/** What holds marked content: a page, or a form that a page shows. */
export interface MarkedStream {
  /** Of the page or form. */
  readonly reference: PDFRef;
  readonly page: PDFRef;
  readonly pageIndex: number;
  readonly isForm: boolean;
  /** Its key in the parent tree; absent where nothing in it has a tag. */
  readonly parentKey: number | undefined;
}

/** A new element. */
export function makeElement(type: string, kids: readonly StructureKid[]): StructureElement {
  return { kind: "element", type, entries: new Map(), kids: [...kids] };
}

/** Every element below and including this one, each before its kids. */
export function* walkElements(root: StructureElement): Generator<StructureElement> {
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.kids.length - 1; at >= 0; at -= 1) {
      const kid = next.kids[at];
      if (kid?.kind === "element") waiting.push(kid);
    }
  }
}

/** Every piece of content below an element, in reading order. */
export function* walkPieces(root: StructureElement): Generator<ContentPiece> {
  for (const kid of root.kids) {
    if (kid.kind === "content") yield kid;
    else if (kid.kind === "element") yield* walkPieces(kid);
  }
}

/** One name for a piece of content in a whole file. */
export function keyOfPiece(stream: MarkedStream, mcid: number): string {
  return `${stream.reference.objectNumber}:${mcid}`;
}
