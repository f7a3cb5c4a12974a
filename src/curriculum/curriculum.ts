import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Audience } from "../source/audience.ts";
import type { Configuration } from "../source/configuration.ts";
import type { Page, Stage, StageItem } from "../source/page.ts";
import type { UnreadablePage } from "../source/pages.ts";
import { type FileIndex, indexFiles } from "./file-index.ts";
import { judgeLanguages } from "./language-diagnostics.ts";
import { resolveModules } from "./module-sessions.ts";
import { indexPages, type PageIndex } from "./page-index.ts";
import { readPageText } from "./page-text.ts";
import { settleLanguages, settleUnreadable } from "./settle-languages.ts";

/** One line of a module's stage list, resolved. */
export type ModuleSession =
  | {
      readonly kind: "session";
      readonly item: StageItem;
      /** The module's own name for it, else the page's title; never empty. */
      readonly name: string;
      readonly page: Page;
      /** False where there is none that readers of the module's language read: it is the source's. */
      readonly translated: boolean;
      /** Whom it is for, where it is not for all: its own header's word, else its source's. */
      readonly audience?: Audience;
    }
  /**
   * Its address leads to no session: an error was reported. `name` may be empty; `unreadable` is the
   * file that is there and could not be read.
   */
  | {
      readonly kind: "missing";
      readonly item: StageItem;
      readonly name: string;
      readonly unreadable?: string;
    };

export interface Module {
  readonly page: Page;
  /** Canonical BCP 47 tag: the page's. */
  readonly language: string;
  /** The page that this one translates; itself in the source language. */
  readonly source: Page;
  /** Key of the module over all languages: its source's permalink without slashes at the ends. */
  readonly key: string;
  /** Whom the module as a whole is for, as for a session. */
  readonly audience?: Audience;
  readonly stages: Readonly<Record<Stage, readonly ModuleSession[]>>;
  /** Dangling sessions: a module that has some is built only when that is allowed. */
  readonly missingCount: number;
  /** Sessions that are shown in the source language. */
  readonly untranslatedCount: number;
}

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
