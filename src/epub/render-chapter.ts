import { nameLanguage } from "../language/format.ts";
import type { Chapter, Publication } from "../publication/publication.ts";
import type { Theme, Words } from "../theme/theme.ts";
import { adaptTree, type DocumentScope } from "./adapt-tree.ts";
import type { BookPlan } from "./book-plan.ts";
import { titleOf } from "./contents.ts";
import { writeNotes } from "./write-notes.ts";
import { tidyText } from "./xml.ts";

/** One chapter and the book around it. */
export interface ChapterContext {
  readonly publication: Publication;
  readonly plan: BookPlan;
  readonly chapter: Chapter;
  readonly theme: Theme;
  readonly words: Words;
  /** What every template knows of the book. */
  readonly book: object;
}

/**
 * Renders a chapter's content document. The document is in the book's language; a chapter that is
 * not translated keeps its own language on its title and text.
 */
export function renderChapter(context: ChapterContext): string {
  const { publication, plan, chapter, theme, words, book } = context;
  const isForeign = chapter.language.tag !== publication.language.tag;
  const scope: DocumentScope = {
    plan,
    words,
    document: plan.documents.get(chapter.id) ?? "",
    ids: new Set([chapter.id, `${chapter.id}-title`]),
    language: chapter.language,
  };
  const body = adaptTree(
    chapter.body.children.filter((node) => node.type !== "doctype"),
    scope,
  );
  const authors = chapter.authors.map(tidyText).filter((author) => author !== "");
  const platforms = chapter.platforms.map(tidyText).filter((platform) => platform !== "");
  const durationText = chapter.duration === undefined ? tidyText(chapter.durationText) : "";
  const template = chapter.kind === "module" ? "reader/module" : "reader/session";
  return theme.render(
    template,
    {
      book,
      id: chapter.id,
      title: titleOf(publication, chapter),
      titleLanguage: chapter.titleLanguage ?? chapter.language,
      foreign: isForeign ? chapter.language : null,
      ownLanguage: nameLanguage(chapter.language, words.languageOf("untranslated")),
      audience: chapter.audience === undefined ? "" : `audience-${chapter.audience}`,
      isMissing: chapter.kind === "missing",
      isUntranslated: chapter.untranslated && chapter.kind !== "missing",
      stages: publication.stages.map(({ stage, sessions, duration }) => ({
        word: `stage-${stage}`,
        isCurrent: stage === chapter.stage,
        hasSessions: sessions.length > 0,
        sessionCount: sessions.length,
        duration: duration ?? null,
      })),
      summary: tidyText(chapter.summary),
      authors,
      hasFacts:
        authors.length + platforms.length > 0 ||
        chapter.duration !== undefined ||
        durationText !== "",
      duration: chapter.duration ?? null,
      durationText,
      platforms,
      facts: {
        level: tidyText(publication.facts.level),
        platforms: publication.facts.platforms.map(tidyText).filter((one) => one !== ""),
        prerequisites: publication.facts.prerequisites.map(tidyText).filter((one) => one !== ""),
        duration: publication.facts.duration ?? null,
      },
      body,
      notes: writeNotes(chapter.notes, scope),
    },
    words,
  );
}
