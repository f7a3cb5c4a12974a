import { nameLanguage } from "../language/format.ts";
import type { Chapter, Part, Publication } from "../publication/publication.ts";
import type { Theme, Words } from "../theme/theme.ts";
import { adaptTree, type DocumentScope } from "./adapt-tree.ts";
import type { BookPlan } from "./book-plan.ts";
import { titleOf } from "./contents.ts";
import { openWithBreaks, type PageBreaks, placePageBreaks } from "./page-breaks.ts";
import { writeNotes } from "./write-notes.ts";
import { tidyText } from "./xml.ts";

/** One chapter and the book around it. */
export interface ChapterContext {
  readonly publication: Publication;
  readonly plan: BookPlan;
  /** The part that the chapter is in. */
  readonly part: Part;
  readonly chapter: Chapter;
  readonly theme: Theme;
  readonly words: Words;
  /** What every template knows of the book. */
  readonly book: object;
  readonly breaks: PageBreaks;
}

/**
 * Renders a chapter's content document. The document is in the book's language; a chapter that is
 * not translated keeps its own language on its title and text.
 */
export function renderChapter(context: ChapterContext): string {
  const { publication, plan, part, chapter, theme, words, book, breaks } = context;
  const { stages, facts } = part;
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
  const text = theme.render(
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
      stages: stages.map(({ stage, sessions, duration }) => ({
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
        level: tidyText(facts.level),
        platforms: facts.platforms.map(tidyText).filter((one) => one !== ""),
        prerequisites: facts.prerequisites.map(tidyText).filter((one) => one !== ""),
        duration: facts.duration ?? null,
      },
      body: placePageBreaks(body, breaks),
      notes: placePageBreaks(writeNotes(chapter.notes, scope), breaks),
    },
    words,
  );
  return openWithBreaks(text, chapter.id, breaks);
}
