import { STAGES } from "../../source/page.ts";
import type { PageUnits } from "../../translation/unit.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { describeSource } from "../load/load-translations.ts";
import { listBooks } from "../plan/select-books.ts";

/** What one catalogue of each language holds. */
export interface PlannedCatalogue {
  /** Of its file, without extension: that of the module's books. */
  readonly name: string;
  readonly pages: readonly PageUnits[];
}

/** Of pages that no module lists. */
const OTHER_PAGES = "other-pages";
/** Of all pages, where the configuration wants one catalogue. */
const WHOLE = "curriculum";

/**
 * Parts the pages of the source language into catalogues: one for each module, with the sessions that
 * it lists. A session of several modules is translated once, in the catalogue of the first.
 */
export function planCatalogues(loaded: LoadedCurriculum): readonly PlannedCatalogue[] {
  const { curriculum, configuration, wording } = loaded;
  const source = loaded.translations?.source ?? describeSource(curriculum, configuration, wording);
  const unitsOf = new Map(source.pages.map((page) => [page.path, page]));
  const take = (paths: readonly string[]): PageUnits[] =>
    paths.flatMap((path) => {
      const page = unitsOf.get(path);
      unitsOf.delete(path);
      return page === undefined ? [] : [source.unitsOf(page)];
    });
  const planned: PlannedCatalogue[] = [];
  const isWhole = configuration.translation?.catalogues === "one";
  const books = source.pages.length === 0 ? [] : listBooks(curriculum, curriculum.sourceLanguage);
  for (const { module, name } of books) {
    const sessions = STAGES.flatMap((stage) => module.stages[stage]);
    const paths = sessions.flatMap((one) => (one.kind === "session" ? [one.page.path] : []));
    planned.push({ name, pages: take([module.page.path, ...paths]) });
  }
  const rest = take([...unitsOf.keys()]);
  if (isWhole) return [{ name: WHOLE, pages: [...planned.flatMap(({ pages }) => pages), ...rest] }];
  const other = { name: OTHER_PAGES, pages: rest };
  return [...planned, other].filter(({ pages }) => pages.some(({ units }) => units.length > 0));
}
