import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import { languageOf } from "../language/language.ts";
import type { Element } from "../markup/document.ts";
import { sumDurations } from "../source/duration.ts";
import { type Page, type PageHeader, STAGES } from "../source/page.ts";
import { assignNotes } from "./assign-notes.ts";
import { latestDate, modifiedAt } from "./book-date.ts";
import type { BookPlan, Imprint, PlannedPage, PlannedPart } from "./book-plan.ts";
import { missingChapter, moduleChapter, sessionChapter } from "./describe-chapter.ts";
import { type BookLeftOut, editPlan } from "./edition.ts";
import { fingerprintBook, type Pictures } from "./fingerprint.ts";
import { identifyBook } from "./identifier.ts";
import { settleAnchors } from "./idle-anchors.ts";
import { linkChapter, placeOf } from "./link-chapters.ts";
import { LONGEST_CODE_BYTES } from "./link-code.ts";
import { listPartChapters, listSessions } from "./list-chapters.ts";
import { listCredits } from "./list-credits.ts";
import { reportLostWords } from "./lost-words.ts";
import { mapParts } from "./map-parts.ts";
import { markBlocks } from "./mark-blocks.ts";
import { type PlacedPart, type PlacedSession, placeChapters } from "./place-chapters.ts";
import { plainText } from "./plain-text.ts";
import type { Chapter, Licence, Part, Publication, StageGroup } from "./publication.ts";
import { reviewSession } from "./review-session.ts";
import { diagnose } from "./rules.ts";

/**
 * Assembles a book from its pages, as its edition shows them: a module, an offprint of one session of
 * it, or a collection of modules. Adds PUB001 to PUB004, PUB006 and PUB010.
 *
 * @param pictures the images of its pages, for the fingerprint.
 */
export function assemblePublication(
  whole: BookPlan,
  imprint: Imprint,
  pictures: Pictures = new Map(),
): Outcome<Publication> {
  const { plan, leftOut: edited } = editPlan(whole);
  const { offprint, collection } = plan;
  const leftOut = withSiblings(edited, plan);
  const edition = plan.edition ?? "trainer";
  const saysEdition = edition !== "trainer" || imprint.namesTrainerEdition === true;
  const language = languageOf(plan.languageTag);
  const isOffprint = offprint !== undefined;
  const extent = isOffprint ? "session" : collection && "collection";
  const sources = mapParts(plan.parts, (part) => describeSource(part, isOffprint));
  const diagnostics: Diagnostic[] = [];
  const link = ({ page, document }: PlannedPage, id: string, { destinations }: PlacedPart) => {
    const linked = linkChapter(page, document, id, destinations, leftOut, offprint?.siblings);
    const { codeless, ...noted } = assignNotes(id, linked.body, linked.footnotes, imprint.links);
    for (const one of linked.diagnostics) diagnostics.push(one);
    for (const one of codeless) diagnostics.push(reportCodeless(page, one));
    for (const one of reportLostWords(page, document, noted)) diagnostics.push(one);
    return { headings: linked.headings, ...noted };
  };
  const openSession = (session: PlacedSession, part: PlacedPart): Chapter => {
    const { id, name, found } = session;
    if (found === undefined) return missingChapter(session, language);
    const linked = link(found, id, part);
    for (const one of reviewSession(found.page, name, linked.body)) diagnostics.push(one);
    return sessionChapter(session, found, language, linked);
  };
  const openPart = (part: PlacedPart, at: number): Part => {
    const { header, platforms } = sources[at] ?? sources[0];
    const module = moduleChapter(part, language, link(part.module, part.moduleId, part));
    const stages = STAGES.map((stage): StageGroup => {
      const sessions = part.sessions
        .filter((session) => session.stage === stage)
        .map((session) => openSession(session, part));
      const duration = sumDurations(sessions.map((session) => session.duration));
      return { stage, sessions, ...(duration === undefined ? {} : { duration }) };
    });
    const duration = sumDurations(stages.map((group) => group.duration));
    const { level, prerequisites } = header;
    const facts = {
      level,
      platforms,
      prerequisites,
      ...(duration === undefined ? {} : { duration }),
    };
    return { module, facts, stages };
  };

  const parts = mapParts(placeChapters(plan), openPart);
  const [first] = parts;
  const chapters = parts.flatMap((part) => listPartChapters(part, { extent }));
  const pages = sources.flatMap((source) => source.pages);
  const modules = sources.map(({ header }) => header);
  const date =
    latestDate(pages.map(({ page }) => page.header.date?.value)) ??
    latestDate(modules.map((header) => header.date?.value));
  const licence = chooseLicence(imprint, sources, isOffprint);
  const settle = settleAnchors(parts.flatMap((part) => [part.module, ...listSessions(part)]));
  const finish = (chapter: Chapter) => markBlocks(settle(chapter));
  const publication: Publication = {
    name: plan.name,
    identifier: identifyBook(plan.permalink, language.tag, edition, offprint?.key),
    fingerprint: fingerprintBook(plan, imprint, pictures),
    language,
    ...(extent === undefined ? {} : { extent }),
    ...(saysEdition ? { edition } : {}),
    title:
      collection === undefined ? (chapters[0] ?? first.module).title : plainText(collection.title),
    summary: plainText(collection?.summary ?? sources[0].subject.summary),
    curriculumTitle: imprint.curriculumTitle,
    section: whereAllAgree(modules.map(({ parents }) => parents[0] ?? "")),
    ...(plan.position === undefined ? {} : { position: plan.position }),
    subjects: listSubjects(
      sources.flatMap(({ header, platforms }) => [...header.parents, ...platforms]),
    ),
    authors: [...new Set(sources.flatMap(listAuthors))],
    publisher: imprint.publisher,
    version: imprint.version,
    ...(imprint.brand === undefined ? {} : { brand: imprint.brand }),
    ...(date === undefined ? {} : { date }),
    modified: modifiedAt(imprint.sourceDateSeconds, date),
    ...(licence === undefined ? {} : { licence }),
    parts: mapParts(parts, ({ module, facts, stages }) => ({
      module: finish(module),
      facts,
      stages: stages.map((group) => ({ ...group, sessions: group.sessions.map(finish) })),
    })),
    credits: listCredits(chapters, pages),
    untranslatedCount: chapters.filter((chapter) => chapter.untranslated).length,
    chapterCount: chapters.length,
    ...(plan.translation === undefined ? {} : { translation: plan.translation }),
  };
  return { value: publication, diagnostics };
}

/** A module as far as the book holds it: what the facts of the book are gathered from. */
interface Source {
  readonly header: PageHeader;
  /** Of the page that a book of this module is about: an offprint is about its session. */
  readonly subject: PageHeader;
  readonly pages: readonly PlannedPage[];
  readonly platforms: readonly string[];
}

function describeSource({ module, sessions }: PlannedPart, isOffprint: boolean): Source {
  const { header } = module.page;
  const found = sessions.flatMap((session) => session.found ?? []);
  const pages = isOffprint ? found : [module, ...found];
  const subject = (pages[0] ?? module).page.header;
  const { platforms } = subject.platforms.length > 0 ? subject : header;
  return { header, subject, pages, platforms };
}

function listAuthors({ header, subject, pages }: Source): readonly string[] {
  const named = [subject.authors, header.authors].find((names) => names.length > 0);
  return named ?? pages.flatMap(({ page }) => page.header.authors);
}

/** An offprint of one session is under the session's own licence, where that names one. */
function chooseLicence(
  { licence }: Imprint,
  sources: readonly Source[],
  isOffprint: boolean,
): Licence | undefined {
  const own = isOffprint ? (sources[0]?.subject.licence ?? "") : "";
  if (own !== "" && own !== licence?.name) return { name: own, url: "" };
  if (licence !== undefined) return licence;
  const name = whereAllAgree(sources.map(({ header }) => header.licence));
  return name === "" ? undefined : { name, url: "" };
}

/** What is said of every module of a book is said of the book. */
function whereAllAgree([first = "", ...others]: readonly string[]): string {
  return others.every((one) => one === first) ? first : "";
}

/** Of the sessions that an offprint does not hold, participants are not told those for trainers. */
function withSiblings(leftOut: BookLeftOut, { edition, offprint }: BookPlan): BookLeftOut {
  if (edition !== "participant" || offprint === undefined) return leftOut;
  const hidden = [...offprint.siblings].flatMap(([path, { audience }]) =>
    audience === "trainer" ? path : [],
  );
  return { ...leftOut, pages: new Set([...leftOut.pages, ...hidden]) };
}

function reportCodeless(page: Page, link: Element): Diagnostic {
  const values = {
    length: String(link.properties.href ?? "").length,
    limit: LONGEST_CODE_BYTES,
  };
  return diagnose("PUB006", placeOf(page, link), values);
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
