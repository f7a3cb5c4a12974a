import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Configuration } from "../source/configuration.ts";
import type { Page } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { type FileIndex, indexFiles } from "./file-index.ts";
import { judgeLanguages } from "./language-diagnostics.ts";
import type { Module } from "./module.ts";
import { resolveModules } from "./module-sessions.ts";
import { indexPages, type PageIndex } from "./page-index.ts";
import { readPageText } from "./page-text.ts";
import { settleLanguages, settleUnreadable } from "./settle-languages.ts";

/** The curriculum as a whole: pages that know each other. */
export interface Curriculum {
  readonly configuration: Configuration;
  /** Sorted by path. */
  readonly pages: readonly Page[];
  /** Every language that a page has: the source language first, the others by tag. */
  readonly languages: readonly string[];
  readonly sourceLanguage: string;
  /** Modules whose own page is in the language, by path. A module without sessions is not there. */
  readonly modules: ReadonlyMap<string, readonly Module[]>;
  readonly index: PageIndex;
  readonly files: FileIndex;
  /** Pages whose header cannot be read. */
  readonly unreadable: readonly UnreadablePage[];
}

/**
 * Puts pages together: addresses, translations, modules and their sessions.
 *
 * @param allFilePaths every file of the curriculum (POSIX, relative to its root), for images,
 *   downloads and links by path.
 * @param unreadable what `readPages` could not read, so that a link to it can say so.
 * @param asked tags of languages that the command line names.
 *
 * Adds LNK001–LNK010, LNK020–LNK022.
 */
export function buildCurriculum(
  pages: readonly Page[],
  allFilePaths: readonly string[],
  configuration: Configuration,
  unreadable: readonly UnreadablePage[] = [],
  asked: readonly string[] = [],
): Outcome<Curriculum> {
  const inOrder = [...pages].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const texts = new Map(inOrder.map((page) => [page.path, readPageText(page)]));
  const sorted = settleLanguages(inOrder, texts, configuration, asked);
  const { index, diagnostics: indexing } = indexPages(sorted, configuration);
  const { sourceLanguage } = index;
  const judged = judgeLanguages(sorted, texts, configuration, sourceLanguage);
  const unread = settleUnreadable(unreadable, sorted, sourceLanguage);
  const { modules, diagnostics: linking } = resolveModules(
    sorted,
    index,
    unread,
    judged.untranslated,
  );
  const diagnostics: Diagnostic[] = [...judged.diagnostics, ...indexing, ...linking];
  return {
    value: {
      configuration,
      pages: sorted,
      languages: index.languages,
      sourceLanguage,
      modules,
      index,
      files: indexFiles(allFilePaths),
      unreadable: unread,
    },
    diagnostics,
  };
}

/** The modules that exist in a language, by path; empty for a language that no module has. */
export function listModules(curriculum: Curriculum, language: string): readonly Module[] {
  return curriculum.modules.get(language) ?? [];
}
