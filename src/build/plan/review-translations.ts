import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { policyFor } from "../../source/translation-values.ts";
import { diagnose } from "../../translation/rules.ts";
import {
  type PageStatus,
  percentRead,
  type TranslatedPage,
} from "../../translation/translate-page.ts";
import type { LanguageEdition } from "../../translation/translate-pages.ts";
import { keyOfUnit } from "../../translation/unit.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { type Book, pathsOf } from "./select-books.ts";

/** A session of which less is translated serves nobody (in per cent of its words). */
const LEAST_PERCENT = 50;

/** What is to be told of the translations in some books. */
export interface TranslationReview {
  readonly diagnostics: readonly Diagnostic[];
  /** Books that are not to be made. */
  readonly refused: ReadonlySet<Book>;
}

/**
 * Looks at how much of each page of some books is translated, where catalogues translate them.
 *
 * @param allowsUntranslated books are made however little of them is translated.
 */
export function reviewTranslations(
  { translations, curriculum, configuration }: LoadedCurriculum,
  books: readonly Book[],
  allowsUntranslated: boolean,
): TranslationReview {
  const diagnostics: Diagnostic[] = [];
  const refused = new Set<Book>();
  const reviewed = new Map<TranslatedPage, readonly Diagnostic[]>();
  for (const book of books) {
    const { language } = book.module;
    const edition = translations?.editions.get(language);
    if (edition === undefined) continue;
    const policy = policyFor(configuration.translation, language);
    for (const path of pathsOf(book)) {
      const page = curriculum.index.byPath.get(path);
      const judged = edition.judged.get(page?.translation?.source ?? path);
      if (page === undefined || judged === undefined) continue;
      let found = reviewed.get(judged);
      if (found === undefined) {
        found = [
          ...reviewShare(judged.status, language, allowsUntranslated),
          ...reviewPolicy(judged.status, policy, language),
          ...listFaults(judged, edition),
          ...reviewAge(judged.status, language),
        ];
        reviewed.set(judged, found);
        for (const one of found) diagnostics.push(one);
      }
      if (found.some(({ severity }) => severity === "error")) refused.add(book);
    }
  }
  return { diagnostics, refused };
}

function reviewShare(
  status: PageStatus,
  language: string,
  allowsUntranslated: boolean,
): readonly Diagnostic[] {
  const share = percentRead(status);
  if (share >= LEAST_PERCENT) return [];
  const found = diagnose("TRN002", status.page.place, { share, language, least: LEAST_PERCENT });
  return [allowsUntranslated ? { ...found, severity: "warning" } : found];
}

function reviewPolicy(
  { units, page }: PageStatus,
  { untranslated, stale }: ReturnType<typeof policyFor>,
  language: string,
): readonly Diagnostic[] {
  const lacking = units.untranslated + units.guessed + units.copied + units.broken;
  return [
    ...(untranslated === "refuse" && lacking > 0
      ? [
          diagnose("TRN003 untranslated", page.place, {
            count: lacking,
            key: "untranslated",
            language,
          }),
        ]
      : []),
    ...(stale === "refuse" && units.stale > 0
      ? [diagnose("TRN003 stale", page.place, { count: units.stale, key: "stale", language })]
      : []),
  ];
}

/** Translations that cannot stand in the place of their source. */
function listFaults(
  { judged }: TranslatedPage,
  { entries }: LanguageEdition,
): readonly Diagnostic[] {
  return judged.flatMap(({ unit, entry, fault }) => {
    if (fault === undefined || entry === undefined) return [];
    const file = entries.get(keyOfUnit(unit))?.path ?? unit.place.file;
    const expected =
      unit.addresses.length === 1 ? "{1}" : `a number from 1 to ${unit.addresses.length}`;
    return [diagnose(`TRN004 ${fault}`, { file, line: entry.line }, { expected })];
  });
}

function reviewAge({ unknown, page }: PageStatus, language: string): readonly Diagnostic[] {
  if (unknown === 0) return [];
  return [diagnose("TRN005", page.place, { count: unknown, language })];
}
