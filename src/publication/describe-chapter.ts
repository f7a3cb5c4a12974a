import { type Language, languageOf, servesReaders } from "../language/language.ts";
import type { PageTranslation } from "../source/page.ts";
import type { PlannedPage } from "./book-plan.ts";
import type { PlacedPart, PlacedSession } from "./place-chapters.ts";
import { plainText } from "./plain-text.ts";
import type { Chapter } from "./publication.ts";
import { nameFile } from "./review-session.ts";

/** What a chapter shows of its page's text, as it stands in the book. */
type Content = Pick<Chapter, "body" | "headings" | "notes">;

/** @param language of the book. */
export function moduleChapter(
  { moduleId, module }: PlacedPart,
  language: Language,
  content: Content,
): Chapter {
  const title = titleOf(module, "");
  return {
    ...describePage(module, language),
    id: moduleId,
    kind: "module",
    title,
    shortTitle: plainText(module.page.header.breadcrumb) || title,
    ...titleLanguageOf(module, "", undefined),
    ...content,
  };
}

/** @param language of the book. */
export function sessionChapter(
  session: PlacedSession,
  found: PlannedPage,
  language: Language,
  content: Content,
): Chapter {
  const title = titleOf(found, session.name);
  return {
    ...describePage(found, language),
    id: session.id,
    kind: "session",
    title,
    shortTitle: title,
    stage: session.stage,
    ...(session.audience === undefined ? {} : { audience: session.audience }),
    ...titleLanguageOf(found, session.name, session.nameLanguage),
    ...content,
  };
}

/** @param language of the book. */
export function missingChapter(session: PlacedSession, language: Language): Chapter {
  return {
    id: session.id,
    kind: "missing",
    title: session.name,
    shortTitle: session.name,
    summary: "",
    authors: [],
    durationText: "",
    platforms: [],
    stage: session.stage,
    language,
    untranslated: false,
    body: { type: "root", children: [] },
    headings: [],
    notes: [],
  };
}

function describePage({ page }: PlannedPage, bookLanguage: Language) {
  const { header } = page;
  const language = languageOf(page.language);
  return {
    path: page.path,
    summary: plainText(header.summary),
    authors: header.authors,
    ...(header.date === undefined ? {} : { date: header.date.value }),
    ...(header.duration === undefined ? {} : { duration: header.duration }),
    durationText: header.durationText,
    platforms: header.platforms,
    language,
    untranslated: !servesReaders(language.tag, bookLanguage.tag),
    ...describeTranslation(page.translation),
  };
}

/** Below it the head of a chapter says how much of it is translated (in per cent). */
const NEARLY_WHOLE = 80;

function describeTranslation(
  translation: PageTranslation | undefined,
): Pick<Chapter, "sourceLanguage" | "translatedPercent" | "summaryLanguage"> {
  if (translation === undefined) return {};
  const { percent, summary } = translation;
  const sourceLanguage = languageOf(translation.sourceLanguage);
  return {
    sourceLanguage,
    ...(percent < NEARLY_WHOLE ? { translatedPercent: percent } : {}),
    ...(summary === "source" ? { summaryLanguage: sourceLanguage } : {}),
  };
}

/** @param nameLanguage tag of the name that the module has for it, where it has one of its own. */
function titleLanguageOf(
  { page }: PlannedPage,
  name: string,
  nameLanguage: string | undefined,
): Pick<Chapter, "titleLanguage"> {
  const { translation, header } = page;
  if (nameLanguage !== undefined) return { titleLanguage: languageOf(nameLanguage) };
  const isOwn = name === "" || name === header.title;
  if (translation?.title !== "source" || !isOwn) return {};
  return { titleLanguage: languageOf(translation.sourceLanguage) };
}

/** The module's name for a session wins over the session's own title (content format, "name"). */
function titleOf({ page }: PlannedPage, name: string): string {
  const { title, breadcrumb } = page.header;
  return plainText(name || title || breadcrumb || nameFile(page.basePath));
}
