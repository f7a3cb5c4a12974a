import type { Place } from "../diagnostics/diagnostic.ts";
import type { Catalogue, Entry as CatalogueEntry } from "../gettext/catalogue.ts";
import { languageOf } from "../language/language.ts";
import type { PassagePolicy } from "../source/book-options.ts";
import type { Page } from "../source/page.ts";
import type { Wording } from "../wording/wording.ts";
import { keyOfEntry } from "./align-units.ts";
import { composePage } from "./compose-page.ts";
import { countWords } from "./count-words.ts";
import { type JudgedUnit, judgeEntry, type UnitState } from "./judge-entry.ts";
import { renderUnit } from "./render-unit.ts";
import { translatedPath } from "./translated-path.ts";
import { hashUnits, keyOfUnit, type PageUnits } from "./unit.ts";

/** A catalogue as it was read. */
export interface ReadCatalogue {
  /** POSIX, relative to the curriculum's root. */
  readonly path: string;
  readonly catalogue: Catalogue;
  /** False where some of it could not be read: it must not be written again. */
  readonly isWhole: boolean;
}

/** Entries of a language by the key of their units, with the file that each stands in. */
export type EntryIndex = ReadonlyMap<
  string,
  { readonly entry: CatalogueEntry; readonly path: string }
>;

/** How much of a page is translated, in words of its source. */
export interface PageStatus {
  readonly page: Page;
  readonly words: Readonly<Record<UnitState, number>>;
  /** Passages. */
  readonly units: Readonly<Record<UnitState, number>>;
  readonly allWords: number;
  /** Of its source, as `hashUnits` gives it. */
  readonly sourceState: string;
  /** Passages that no catalogue has: it was made of another state of the source. */
  readonly unknown: number;
}

export interface TranslatedPage {
  readonly status: PageStatus;
  readonly judged: readonly JudgedUnit[];
}

/** Which entry counts where a language has several for a unit: the translated, then the first. */
export function indexEntries(catalogues: readonly ReadCatalogue[]): EntryIndex {
  const index = new Map<string, { readonly entry: CatalogueEntry; readonly path: string }>();
  for (const { path, catalogue } of catalogues) {
    for (const entry of catalogue.entries) {
      const key = keyOfEntry(entry);
      if (entry.isObsolete) continue;
      const known = index.get(key)?.entry.strings[0] ?? "";
      if (known === "") index.set(key, { entry, path });
    }
  }
  return index;
}

/** What each unit of a page is in a language. */
export function judgePage(
  page: Page,
  units: PageUnits,
  entries: EntryIndex,
  language: string,
  wording: Wording,
): TranslatedPage {
  const words = { ...NOTHING };
  const counts = { ...NOTHING };
  let allWords = 0;
  let unknown = 0;
  const judged = units.units.map((unit) => {
    const found = entries.get(keyOfUnit(unit))?.entry;
    if (found === undefined) unknown += 1;
    const one = judgeEntry(unit, found, [page.language, language], wording);
    const count = countWords(unit.source);
    allWords += count;
    words[one.state] += count;
    counts[one.state] += 1;
    return one;
  });
  const sourceState = hashUnits(units.units);
  return {
    status: { page, words, units: counts, allWords, sourceState, unknown },
    judged,
  };
}

const NOTHING: Readonly<Record<UnitState, number>> = {
  translated: 0,
  stale: 0,
  guessed: 0,
  copied: 0,
  broken: 0,
  untranslated: 0,
};

/** The share of words that stand in the language, up to date or stale, from 0 to 100. */
export function percentRead({ words, allWords }: Pick<PageStatus, "words" | "allWords">): number {
  return percentOf(words.translated + words.stale, allWords);
}

/** A share in per cent, rounded down; 100 where there are no words. */
export function percentOf(words: number, allWords: number): number {
  return allWords === 0 ? 100 : Math.floor((100 * words) / allWords);
}

/** True of a page of which something would be printed in the language. */
export function isBegun({ judged }: TranslatedPage): boolean {
  return judged.some(({ state }) => state === "translated" || state === "stale");
}

/** The page in another language, put together from its source and the catalogues. */
export function translatePage(
  page: Page,
  units: PageUnits,
  { judged, status }: TranslatedPage,
  entries: EntryIndex,
  language: string,
  policy: PassagePolicy,
): Page {
  const byUnit = new Map(judged.map((one) => [one.unit, one]));
  const path = translatedPath(page.path, page.basePath, language);
  const as = {
    path,
    language: languageOf(language).tag,
    percent: percentRead(status),
  };
  return composePage(page, units, as, (unit) => {
    const one = byUnit.get(unit);
    if (one === undefined) return { state: "source" };
    const placeOf = (line: number): Place => {
      return { file: entries.get(keyOfUnit(unit))?.path ?? page.path, line };
    };
    return renderUnit(one, policy, placeOf);
  });
}
