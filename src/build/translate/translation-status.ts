import { STAGES } from "../../source/page.ts";
import type { UnitState } from "../../translation/judge-entry.ts";
import { type PageStatus, percentOf } from "../../translation/translate-page.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";
import { listBooks } from "../plan/select-books.ts";

/** How far the translation of a curriculum into a language is. */
export interface LanguageStatus {
  /** Canonical tag. */
  readonly language: string;
  readonly modules: readonly ModuleStatus[];
  /** Of every page once. */
  readonly total: StatusLine;
}

export interface ModuleStatus {
  /** As for `build`. */
  readonly name: string;
  readonly pages: readonly (StatusLine & { readonly path: string; readonly title: string })[];
  readonly total: StatusLine;
}

/** In words of the source. */
export interface StatusLine {
  readonly words: Readonly<Record<UnitState, number>>;
  readonly allWords: number;
  /** Translated and up to date, from 0 to 100, rounded down. */
  readonly percent: number;
}

/** Each language that has catalogues. */
export function describeTranslations(loaded: LoadedCurriculum): readonly LanguageStatus[] {
  const { curriculum, translations } = loaded;
  if (translations === undefined) return [];
  const books = listBooks(curriculum, curriculum.sourceLanguage);
  return [...translations.editions.values()].map(({ language, judged }) => {
    const statusOf = (path: string) => {
      const found = judged.get(path)?.status;
      return found === undefined ? [] : [found];
    };
    const modules = books.map(({ name, module }) => {
      const sessions = STAGES.flatMap((stage) => module.stages[stage]);
      const paths = sessions.flatMap((one) => (one.kind === "session" ? [one.page.path] : []));
      const found = [module.page.path, ...paths].flatMap(statusOf);
      const pages = found.map((one) => ({
        path: one.page.path,
        title: one.page.header.title,
        ...lineOf([one]),
      }));
      return { name, pages, total: lineOf(found) };
    });
    const all = [...judged.values()].map(({ status }) => status);
    return { language, modules, total: lineOf(all) };
  });
}

function lineOf(statuses: readonly PageStatus[]): StatusLine {
  const sum = (state: UnitState) => statuses.reduce((all, { words }) => all + words[state], 0);
  const words = {
    translated: sum("translated"),
    stale: sum("stale"),
    guessed: sum("guessed"),
    copied: sum("copied"),
    broken: sum("broken"),
    untranslated: sum("untranslated"),
  };
  const allWords = statuses.reduce((all, one) => all + one.allWords, 0);
  return { words, allWords, percent: percentOf(words.translated, allWords) };
}
