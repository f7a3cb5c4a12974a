import { createHash } from "node:crypto";
import { findField } from "../../gettext/header.ts";
import { servesReaders } from "../../language/language.ts";
import type { BookPlan } from "../../publication/book-plan.ts";
import { percentOf } from "../../translation/translate-page.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { type Book, pathsOf } from "../plan/select-books.ts";

/**
 * What a book that is made of catalogues says of its translation. One in the same language, for another
 * country, is no translation.
 */
export function describeTranslation(
  { translations, curriculum, configuration }: LoadedCurriculum,
  book: Book,
): Pick<BookPlan, "translation"> {
  const { language } = book.module;
  const edition = translations?.editions.get(language);
  if (edition === undefined || servesReaders(curriculum.sourceLanguage, language)) return {};
  const statuses = pathsOf(book).flatMap((path) => {
    const source = curriculum.index.byPath.get(path)?.translation?.source ?? path;
    const judged = edition.judged.get(source);
    return judged === undefined ? [] : [judged.status];
  });
  if (statuses.length === 0) return {};
  const translated = statuses.reduce((sum, { words }) => sum + words.translated + words.stale, 0);
  const allWords = statuses.reduce((sum, status) => sum + status.allWords, 0);
  const states = statuses.map(({ sourceState }) => sourceState).join("\n");
  const translators = edition.catalogues.flatMap(({ catalogue: { header } }) => {
    const [name = ""] = (findField(header, "Last-Translator") ?? "").split("<");
    return name.trim() === "" || /^FULL NAME|^Automatic/i.test(name) ? [] : [name.trim()];
  });
  return {
    translation: {
      percent: percentOf(translated, allWords),
      staleCount: statuses.reduce((sum, { units }) => sum + units.stale, 0),
      sourceState: createHash("sha256").update(states).digest("hex").slice(0, 16),
      translators:
        configuration.translation?.namesTranslators === true ? [...new Set(translators)] : [],
    },
  };
}
