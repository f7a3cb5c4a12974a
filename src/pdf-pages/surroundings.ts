import type { PageBox } from "../pdf-file/page-box.ts";
import type { PdfDict } from "../pdf-syntax/pdf-value.ts";
import type { DrawingState } from "./drawing-state.ts";
import type { PaintedPage } from "./painted-page.ts";
import type { MarkOwner, StructureElement } from "./read-structure.ts";

/** A page or form that is read, and what it begins with. */
export interface Scope {
  readonly page: number;
  readonly box: PageBox;
  readonly painted: PaintedPage;
  readonly owner: MarkOwner;
  readonly resources: PdfDict | undefined;
  /** The element that it belongs to. */
  readonly element: StructureElement | undefined;
  readonly state: DrawingState;
  readonly depth: number;
}
