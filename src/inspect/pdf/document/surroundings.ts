import type { StructureElement } from "./read-structure.ts";

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
