import { formatNumber, nameLanguage } from "../language/format.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import type { Chapter, Note, Part, Publication } from "../publication/publication.ts";
import { markLanguage } from "../theme/mark-language.ts";
import type { Theme, Words } from "../theme/theme.ts";
import { adaptTree, type DocumentScope } from "./adapt-tree.ts";
import type { BookPlan } from "./book-plan.ts";
import { titleOf } from "./contents.ts";
import { openWithBreaks, type PageBreaks, placePageBreaks } from "./page-breaks.ts";
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
      summaryLanguage: chapter.summaryLanguage ?? chapter.language,
      inPart: chapter.translatedPercent ?? "",
      restLanguage: nameLanguage(
        chapter.sourceLanguage ?? chapter.language,
        words.languageOf("translated-in-part"),
      ),
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

/**
 * The notes of a document as asides: reading systems show them in place when their reference is
 * touched (EPUB 3.3 Structural Semantics, "footnote"), and as a list at the end otherwise. Each is
 * whole by itself, with its number, since a pop-up shows nothing around it.
 *
 * The way back leads to the first reference: the marks of one note look alike, so that a reader
 * could not choose between several, and reading systems have a way back of their own.
 */
function writeNotes(notes: readonly Note[], scope: DocumentScope): readonly ElementContent[] {
  return notes.filter(({ id }) => !scope.ids.has(id)).map((note) => writeNote(note, scope));
}

function writeNote(note: Note, scope: DocumentScope): Element {
  scope.ids.add(note.id);
  const children = [...adaptTree(note.children, scope)];
  const number = makeText(`${formatNumber(scope.language, note.number)}.`);
  const label = makeElement("span", { className: ["note-number"] }, [number]);
  paragraph(children, 0).children.unshift(label, makeText(" "));
  if (scope.ids.has(note.referenceId)) {
    const last = paragraph(children, children.length - 1);
    last.children.push(makeText(" "), writeBacklink(note.referenceId, scope));
  }
  const roles = { epubType: "footnote", role: "doc-footnote", className: ["footnote"] };
  return makeElement("aside", { id: note.id, ...roles }, children);
}

function writeBacklink(reference: string, scope: DocumentScope): Element {
  const properties = {
    href: `#${reference}`,
    epubType: "backlink",
    role: "doc-backlink",
    className: ["backlink"],
    ariaLabel: scope.words.say("note-back"),
    ...markLanguage(scope.words.languageOf("note-back"), scope.language),
  };
  // U+FE0E: as text, not as a coloured picture.
  return makeElement("a", properties, [makeText("↩\u{FE0E}")]);
}

/** The paragraph at an end of a note; one is added where something else stands there. */
function paragraph(children: ElementContent[], index: number): Element {
  const found = children[index];
  if (found?.type === "element" && found.tagName === "p") return found;
  const added = makeElement("p");
  if (index === 0) children.unshift(added);
  else children.push(added);
  return added;
}
