import type { PassagePolicy } from "../source/book-options.ts";
import type { Page } from "../source/page.ts";
import type { Wording } from "../wording/wording.ts";
import {
  type EntryIndex,
  indexEntries,
  isBegun,
  judgePage,
  type ReadCatalogue,
  type TranslatedPage,
  translatePage,
} from "./translate-page.ts";
import type { PageUnits } from "./unit.ts";

/** What catalogues make of a curriculum's source pages in one language. */
export interface LanguageEdition {
  /** Canonical tag. */
  readonly language: string;
  readonly catalogues: readonly ReadCatalogue[];
  readonly entries: EntryIndex;
  /** By the path of the source page; pages that have a translation of their own as a file are not here. */
  readonly judged: ReadonlyMap<string, TranslatedPage>;
  /** Pages of which some passage is translated, and the modules that list them. */
  readonly pages: readonly Page[];
}

/** A source page with its units; modules with the pages that they list. */
export interface SourcePages {
  readonly pages: readonly Page[];
  /** By which words pages say for whom a part is. */
  readonly wording: Wording;
  readonly unitsOf: (page: Page) => PageUnits;
  /** Paths of the pages that a module lists, by the path of its page. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes the pages of a language out of its catalogues.
 *
 * @param hasFile whether a page with this path less its language is there as a file of the language:
 *   that counts, and the catalogue does not.
 */
export function translatePages(
  source: SourcePages,
  language: string,
  catalogues: readonly ReadCatalogue[],
  policy: PassagePolicy,
  hasFile: (basePath: string) => boolean,
): LanguageEdition {
  const entries = indexEntries(catalogues);
  const judged = new Map<string, TranslatedPage>();
  for (const page of source.pages) {
    if (hasFile(page.basePath)) continue;
    judged.set(page.path, judgePage(page, source.unitsOf(page), entries, language, source.wording));
  }
  const begun = new Set([...judged].filter(([, one]) => isBegun(one)).map(([path]) => path));
  // A session can be read before anybody has translated the page of its module.
  const wanted = source.pages.filter(
    ({ path }) =>
      begun.has(path) || source.listed.get(path)?.some((one) => begun.has(one)) === true,
  );
  const pages = wanted.flatMap((page) => {
    const one = judged.get(page.path);
    if (one === undefined) return [];
    return [translatePage(page, source.unitsOf(page), one, entries, language, policy)];
  });
  return { language, catalogues, entries, judged, pages };
}
