import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { type Language, parseLanguage, servesReaders } from "../language/language.ts";
import type { Element } from "../markup/document.ts";
import { sumDurations } from "../source/duration.ts";
import { type Page, type PageHeader, STAGES } from "../source/page.ts";
import { assignNotes } from "./assign-notes.ts";
import { latestDate, modifiedAt } from "./book-date.ts";
import type { BookPlan, Imprint, PlannedPage, PlannedSession } from "./book-plan.ts";
import { type BookLeftOut, editPlan } from "./edition.ts";
import { fingerprintBook, type Pictures } from "./fingerprint.ts";
import { identifyBook } from "./identifier.ts";
import { settleAnchors } from "./idle-anchors.ts";
import { type Destination, type Destinations, linkChapter, placeOf } from "./link-chapters.ts";
import { LONGEST_CODE_BYTES } from "./link-code.ts";
import { reportLostWords } from "./lost-words.ts";
import { markBlocks } from "./mark-blocks.ts";
import { plainText } from "./plain-text.ts";
import type { Chapter, Credit, Licence, Publication, StagePart } from "./publication.ts";
import { nameFile, reviewSession } from "./review-session.ts";
import { PUBLICATION_RULES } from "./rules.ts";

/**
 * Assembles a book from its pages, as its edition shows them: a module, or a handout of one session
 * of it. Adds PUB001 to PUB004, PUB006 and PUB010.
 *
 * @param pictures the images of its pages, for the fingerprint.
 */
export function assemblePublication(
  whole: BookPlan,
  imprint: Imprint,
  pictures: Pictures = new Map(),
): Outcome<Publication> {
  const { plan, leftOut: edited } = editPlan(whole);
  const { handout } = plan;
  const leftOut = withSiblings(edited, plan);
  const edition = plan.edition ?? "trainer";
  const saysEdition = edition !== "trainer" || imprint.namesTrainerEdition === true;
  const language = languageOf(plan.languageTag);
  const ids = new Map(plan.sessions.map((session, at) => [session, `s${at + 1}`]));
  const destinations = locatePages(plan, ids);
  const diagnostics: Diagnostic[] = [];
  const link = ({ page, document }: PlannedPage, id: string) => {
    const linked = linkChapter(page, document, id, destinations, leftOut, handout?.siblings);
    const { codeless, ...noted } = assignNotes(id, linked.body, linked.footnotes, imprint.links);
    for (const one of linked.diagnostics) diagnostics.push(one);
    for (const one of codeless) diagnostics.push(reportCodeless(page, one));
    for (const one of reportLostWords(page, document, noted)) diagnostics.push(one);
    return { headings: linked.headings, ...noted };
  };

  const { header } = plan.module.page;
  const module: Chapter = {
    ...describePage(plan.module, language),
    id: "m",
    kind: "module",
    title: titleOf(plan.module, ""),
    shortTitle: plainText(header.breadcrumb) || titleOf(plan.module, ""),
    ...link(plan.module, "m"),
  };
  const stages = STAGES.map((stage): StagePart => {
    const sessions = plan.sessions
      .filter((session) => session.stage === stage)
      .map((session) => {
        const id = ids.get(session) ?? "";
        if (session.found === undefined) return missingChapter(session, id, language);
        const linked = link(session.found, id);
        for (const one of reviewSession(session.found.page, session.name, linked.body))
          diagnostics.push(one);
        return sessionChapter(session, session.found, id, language, linked);
      });
    const duration = sumDurations(sessions.map((session) => session.duration));
    return { stage, sessions, ...(duration === undefined ? {} : { duration }) };
  });

  const sessions = stages.flatMap((part) => part.sessions);
  const chapters = handout === undefined ? [module, ...sessions] : sessions;
  const sessionPages = plan.sessions.flatMap(({ found }) => found ?? []);
  const pages = handout === undefined ? [plan.module, ...sessionPages] : sessionPages;
  // The page that the book is about: the rest of its facts are the module's.
  const subject = (handout === undefined ? plan.module : (pages[0] ?? plan.module)).page.header;
  const date =
    latestDate(pages.map(({ page }) => page.header.date?.value)) ??
    latestDate([header.date?.value]);
  const duration = sumDurations(stages.map((part) => part.duration));
  const licence = chooseLicence(imprint, header, handout && subject);
  const authors = [subject.authors, header.authors].find((names) => names.length > 0);
  const platforms = subject.platforms.length > 0 ? subject.platforms : header.platforms;
  const settle = settleAnchors([module, ...sessions]);
  const finish = (chapter: Chapter) => markBlocks(settle(chapter));
  const publication: Publication = {
    name: plan.name,
    identifier: identifyBook(plan.permalink, language.tag, edition, handout?.key),
    fingerprint: fingerprintBook(plan, imprint, pictures),
    language,
    ...(handout === undefined ? {} : { extent: "session" as const }),
    ...(saysEdition ? { edition } : {}),
    title: handout === undefined ? module.title : (sessions[0]?.title ?? module.title),
    summary: plainText(subject.summary),
    curriculumTitle: imprint.curriculumTitle,
    section: header.parents[0] ?? "",
    position: plan.position,
    subjects: listSubjects([...header.parents, ...platforms]),
    authors: authors ?? allAuthors(pages),
    publisher: imprint.publisher,
    version: imprint.version,
    ...(imprint.brand === undefined ? {} : { brand: imprint.brand }),
    ...(date === undefined ? {} : { date }),
    modified: modifiedAt(imprint.sourceDateSeconds, date),
    ...(licence === undefined ? {} : { licence }),
    facts: {
      level: header.level,
      platforms,
      prerequisites: header.prerequisites,
      ...(duration === undefined ? {} : { duration }),
    },
    module: finish(module),
    stages: stages.map((part) => ({ ...part, sessions: part.sessions.map(finish) })),
    credits: listCredits(chapters, pages),
    untranslatedCount: chapters.filter((chapter) => chapter.untranslated).length,
    chapterCount: chapters.length,
  };
  return { value: publication, diagnostics };
}

/** A page that stands twice in a module is linked to where it stands first. */
function locatePages(plan: BookPlan, ids: ReadonlyMap<PlannedSession, string>): Destinations {
  const { page: module, document: opening } = plan.module;
  const places = new Map<string, Destination>();
  if (plan.handout === undefined) {
    places.set(module.path, { chapterId: "m", anchors: opening.anchors });
  }
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
  content: Pick<Chapter, "body" | "headings" | "notes">,
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
    ...content,
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
    untranslated: !servesReaders(language.tag, bookLanguage.tag),
  };
}

/** The module's name for a session wins over the session's own title (content format, "name"). */
function titleOf({ page }: PlannedPage, name: string): string {
  const { title, breadcrumb } = page.header;
  return plainText(name || title || breadcrumb || nameFile(page.basePath));
}

function languageOf(tag: string): Language {
  return parseLanguage(tag) ?? { tag, direction: "ltr", script: "Latn" };
}

/** A handout of one session is under the session's own licence, where that names one. */
function chooseLicence(
  { licence }: Imprint,
  module: PageHeader,
  session: PageHeader | undefined,
): Licence | undefined {
  const own = session?.licence ?? "";
  if (own !== "" && own !== licence?.name) return { name: own, url: "" };
  if (licence !== undefined) return licence;
  return module.licence === "" ? undefined : { name: module.licence, url: "" };
}

/** Of the sessions that a handout does not hold, participants are not told those for trainers. */
function withSiblings(leftOut: BookLeftOut, { edition, handout }: BookPlan): BookLeftOut {
  if (edition !== "participant" || handout === undefined) return leftOut;
  const hidden = [...handout.siblings].flatMap(([path, { audience }]) =>
    audience === "trainer" ? path : [],
  );
  return { ...leftOut, pages: new Set([...leftOut.pages, ...hidden]) };
}

function reportCodeless(page: Page, link: Element): Diagnostic {
  const values = {
    length: String(link.properties.href ?? "").length,
    limit: LONGEST_CODE_BYTES,
  };
  return diagnose(PUBLICATION_RULES, "PUB006", "address", placeOf(page, link), values);
}

function allAuthors(pages: readonly PlannedPage[]): readonly string[] {
  return [...new Set(pages.flatMap(({ page }) => page.header.authors))];
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
