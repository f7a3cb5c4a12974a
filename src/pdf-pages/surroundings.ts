import type { PdfDict } from "../pdf-syntax/pdf-value.ts";
import type { DrawingState, PageBox } from "./drawing-state.ts";
import type { PaintedPage } from "./painted-page.ts";
import type { MarkOwner, StructureElement } from "./read-structure.ts";

/** What surrounds a piece of content. */
export interface Surroundings {
  readonly isArtifact: boolean;
  readonly element: StructureElement | undefined;
  /** A mark around it says its language. */
  readonly hasLanguage: boolean;
}

/** Nothing is said of the content yet. */
export const BARE: Surroundings = {
  isArtifact: false,
  element: undefined,
  hasLanguage: false,
};

/** A page or form that is read, and what it begins with. */
export interface Scope {
  readonly page: number;
  readonly box: PageBox;
  readonly painted: PaintedPage;
  readonly owner: MarkOwner;
  readonly resources: PdfDict | undefined;
  readonly around: Surroundings;
  readonly state: DrawingState;
  readonly depth: number;
}
