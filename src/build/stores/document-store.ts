import { createResolver } from "../../curriculum/resolver.ts";
import type { Outcome } from "../../diagnostics/diagnostic.ts";
import type { PageDocument } from "../../markup/document.ts";
import { readMarkup } from "../../markup/markup.ts";
import type { Page } from "../../source/page.ts";
import type { Wording } from "../../wording/wording.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { BoundedMap } from "./bounded-map.ts";

/** The documents of a curriculum's pages: each is read once for all books, languages and editions. */
export interface DocumentStore {
  /** By which words the pages say what a part of them is. */
  readonly wording: Wording;
  /** A tree that nobody may change. */
  read(page: Page): Outcome<PageDocument>;
}

/**
 * What is wrong with a translation is told where the translation stands; what is wrong with the source
 * around it, where its own book is made.
 */
function placeInCatalogues(
  { path, bodyLine, translation }: Page,
  { value, diagnostics }: Outcome<PageDocument>,
): Outcome<PageDocument> {
  if (translation === undefined) return { value, diagnostics };
  const moved = diagnostics.flatMap((one) => {
    const { file, line = 0 } = one.place;
    const place = file === path ? translation.places[line - bodyLine] : one.place;
    return place === undefined || place.file === translation.source ? [] : [{ ...one, place }];
  });
  return { value, diagnostics: moved };
}

/** Characters of the pages whose documents are held: a tree takes some thirty bytes for each. */
const MOST_CHARACTERS = 1_000_000;

export function createDocumentStore(
  { curriculum, configuration: { limits } }: LoadedCurriculum,
  wording: Wording,
): DocumentStore {
  const known = new BoundedMap<Outcome<PageDocument>>(MOST_CHARACTERS);
  return {
    wording,
    read(page) {
      const found = known.get(page.path);
      if (found !== undefined) return found;
      const read = placeInCatalogues(
        page,
        readMarkup(page, createResolver(curriculum, page), wording, limits),
      );
      known.set(page.path, read, page.body.length);
      return read;
    },
  };
}
