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
      const read = readMarkup(page, createResolver(curriculum, page), wording, limits);
      known.set(page.path, read, page.body.length);
      return read;
    },
  };
}
