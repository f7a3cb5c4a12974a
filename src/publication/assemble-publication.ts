import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { type Language, parseLanguage } from "../language/language.ts";
import { sumDurations } from "../source/duration.ts";
import { type PageDate, STAGES } from "../source/page.ts";
import { assignNotes } from "./assign-notes.ts";
import type { BookPlan, Imprint, PlannedPage, PlannedSession } from "./book-plan.ts";
import { editPlan } from "./edition.ts";
import { fingerprintBook, type Pictures } from "./fingerprint.ts";
import { identifyBook } from "./identifier.ts";
import { type Destinations, type LinkedDocument, linkChapter } from "./link-chapters.ts";
import { markBlocks } from "./mark-blocks.ts";
import { plainText } from "./plain-text.ts";
import type { Chapter, Credit, Publication, StagePart } from "./publication.ts";
import { nameFile, reviewSession } from "./review-session.ts";

/** The date of a book whose pages give none: a fixed one, so that the bytes stay the same. */
const DATELESS = "2000-01-01T00:00:00Z";

/**
 * Assembles a book from its pages, as its edition shows them. Adds PUB001 to PUB004.
 *
 * @param pictures the images of its pages, for the fingerprint.
 */
export function assemblePublication(
  whole: BookPlan,
  imprint: Imprint,
  pictures: Pictures = new Map(),
): Outcome<Publication> {
  const { plan, leftOut } = editPlan(whole);
  const edition = plan.edition ?? "trainer";
  const saysEdition = edition !== "trainer" || imprint.namesTrainerEdition === true;
  const language = languageOf(plan.languageTag);
  const ids = new Map(plan.sessions.map((session, at) => [session, `s${at + 1}`]));
  const destinations = locatePages(plan, ids);
  const diagnostics: Diagnostic[] = [];
  const link = (source: PlannedPage, id: string) => {
    const linked = linkChapter(source.page, source.document, id, destinations, leftOut);
    for (const one of linked.diagnostics) diagnostics.push(one);
    return linked;
  };

  const { header } = plan.module.page;
  const module: Chapter = {
    ...describePage(plan.module, language),
    id: "m",
    kind: "module",
    title: titleOf(plan.module, ""),
    shortTitle: plainText(header.breadcrumb) || titleOf(plan.module, ""),
    ...contentOf("m", link(plan.module, "m")),
  };
  const stages = STAGES.map((stage): StagePart => {
    const sessions = plan.sessions
      .filter((session) => session.stage === stage)
      .map((session) => {
        const id = ids.get(session) ?? "";
        if (session.found === undefined) return missingChapter(session, id, language);
        const linked = link(session.found, id);
        diagnostics.push(...reviewSession(session.found.page, session.name, linked.body));
        return sessionChapter(session, session.found, id, language, linked);
      });
    const duration = sumDurations(sessions.map((session) => session.duration));
    return { stage, sessions, ...(duration === undefined ? {} : { duration }) };
  });

  const chapters = [module, ...stages.flatMap((part) => part.sessions)];
  const pages = [plan.module, ...plan.sessions.flatMap(({ found }) => found ?? [])];
  const date = latestDate(pages.map(({ page }) => page.header.date?.value));
  const duration = sumDurations(stages.map((part) => part.duration));
  const licence = imprint.licence ?? ownLicence(header.licence);
  const publication: Publication = {
    name: plan.name,
    identifier: identifyBook(plan.permalink, language.tag, edition),
    fingerprint: fingerprintBook(plan, imprint, pictures),
    language,
    ...(saysEdition ? { edition } : {}),
    title: module.title,
    summary: plainText(header.summary),
    curriculumTitle: imprint.curriculumTitle,
    section: header.parents[0] ?? "",
    position: plan.position,
    subjects: listSubjects([...header.parents, ...header.platforms]),
    authors: header.authors.length > 0 ? header.authors : allAuthors(pages),
    publisher: imprint.publisher,
    ...(date === undefined ? {} : { date }),
    modified: modifiedAt(imprint.sourceDateSeconds, date),
    ...(licence === undefined ? {} : { licence }),
    facts: {
      level: header.level,
      platforms: header.platforms,
      prerequisites: header.prerequisites,
      ...(duration === undefined ? {} : { duration }),
    },
    module: markBlocks(module),
    stages: stages.map((part) => ({ ...part, sessions: part.sessions.map(markBlocks) })),
    credits: listCredits(chapters, pages),
    untranslatedCount: chapters.filter((chapter) => chapter.untranslated).length,
    chapterCount: chapters.length,
  };
  return { value: publication, diagnostics };
}

/** A page that stands twice in a module is linked to where it stands first. */
function locatePages(plan: BookPlan, ids: ReadonlyMap<PlannedSession, string>): Destinations {
  const places = new Map([
    [plan.module.page.path, { chapterId: "m", anchors: plan.module.document.anchors }],
  ]);
  for (const session of plan.sessions) {
    const id = ids.get(session);
    if (session.found === undefined || id === undefined) continue;
    const { page, document } = session.found;
    if (!places.has(page.path)) places.set(page.path, { chapterId: id, anchors: document.anchors });
  }
  return places;
}

function sessionChapter(
  session: PlannedSession,
  found: PlannedPage,
  id: string,
  language: Language,
  linked: LinkedDocument,
): Chapter {
  const title = titleOf(found, session.name);
  return {
    ...describePage(found, language),
    id,
    kind: "session",
    title,
    shortTitle: title,
    stage: session.stage,
    ...(session.audience === undefined ? {} : { audience: session.audience }),
    ...(session.isNamed === true ? { titleLanguage: language } : {}),
    ...contentOf(id, linked),
  };
}

function missingChapter(session: PlannedSession, id: string, language: Language): Chapter {
  return {
    id,
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
    untranslated: language.tag !== bookLanguage.tag,
  };
}

function contentOf(
  id: string,
  { body, headings, footnotes }: LinkedDocument,
): Pick<Chapter, "body" | "headings" | "notes"> {
  return { headings, ...assignNotes(id, body, footnotes) };
}

/** The module's name for a session wins over the session's own title (content format, "name"). */
function titleOf({ page }: PlannedPage, name: string): string {
  const { title, breadcrumb } = page.header;
  return plainText(name || title || breadcrumb || nameFile(page.basePath));
}

function languageOf(tag: string): Language {
  return parseLanguage(tag) ?? { tag, direction: "ltr", script: "Latn" };
}

function ownLicence(name: string): { name: string; url: string } | undefined {
  return name === "" ? undefined : { name, url: "" };
}

function allAuthors(pages: readonly PlannedPage[]): readonly string[] {
  return [...new Set(pages.flatMap(({ page }) => page.header.authors))];
}

function latestDate(dates: readonly (PageDate | undefined)[]): PageDate | undefined {
  const rank = (date: PageDate) =>
    ((date.year ?? 0) * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0);
  return dates
    .filter((date) => date?.year !== undefined)
    .reduce(
      (latest, date) =>
        date !== undefined && (latest === undefined || rank(date) > rank(latest)) ? date : latest,
      undefined,
    );
}

/** Each once, whatever its case; the first way of writing it stands. */
function listSubjects(names: readonly string[]): readonly string[] {
  const subjects = new Map<string, string>();
  for (const name of names.map((one) => plainText(one).trim())) {
    const key = name.normalize("NFKC").toLowerCase();
    if (name !== "" && !subjects.has(key)) subjects.set(key, name);
  }
  return [...subjects.values()];
}

function modifiedAt(seconds: number | undefined, date: PageDate | undefined): string {
  if (seconds !== undefined) return toSeconds(seconds * 1000);
  if (date?.year === undefined) return DATELESS;
  return toSeconds(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1));
}

function toSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}

/** A credit for each page that names anybody or anything, each page once, in the book's order. */
function listCredits(
  chapters: readonly Chapter[],
  pages: readonly PlannedPage[],
): readonly Credit[] {
  const present = chapters.filter((chapter) => chapter.kind !== "missing");
  const credits = new Map<string, Credit>();
  pages.forEach(({ page }, at) => {
    const { authors, licence, attributions, date } = page.header;
    if (authors.length === 0 && licence === "" && attributions.length === 0) return;
    if (credits.has(page.path)) return;
    credits.set(page.path, {
      title: present[at]?.title ?? "",
      language: languageOf(page.language),
      authors,
      licence,
      attributions,
      ...(date === undefined ? {} : { date: date.value }),
    });
  });
  return [...credits.values()];
}
