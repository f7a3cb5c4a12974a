import { formattingLanguage, nameLanguage } from "../language/format.ts";
import { isUnnamed, type Language } from "../language/language.ts";
import type { ElementContent } from "../markup/document.ts";
import { breakAddress } from "../publication/break-address.ts";
import { countSessions, listSessions } from "../publication/list-chapters.ts";
import type {
  Chapter,
  Credit,
  Note,
  Part,
  Publication,
  StageGroup,
} from "../publication/publication.ts";
import { STAGES, type Stage } from "../source/page.ts";
import { markText, sayMarked } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import { groupSiblings } from "./group-siblings.ts";
import { printBody } from "./print-body.ts";
import type { PlacedImages } from "./print-images.ts";
import { identifyBlocks } from "./print-marks.ts";
import { element, inline, text } from "./print-nodes.ts";
import type { PageReferences } from "./print-references.ts";
import type { TableRoom } from "./print-tables.ts";
import { setTitle } from "./print-titles.ts";

/** The tools with which the parts of a book are laid out. */
export interface Setting {
  readonly publication: Publication;
  readonly words: Words;
  readonly images: PlacedImages;
  readonly references: PageReferences;
  readonly tableRoom: TableRoom;
  /** What stands in a folio's place until the passes know it. */
  readonly folioFiller: string;
  /** Ruled lines for the reader's pen at the end of every session. */
  readonly noteLines: number;
  /** Names of the fonts, for the colophon. */
  readonly faces: readonly string[];
}

/** What books and offprints say of themselves on their imprint and credits pages. */
export function describeImprint(publication: Publication): object {
  return {
    authors: publication.authors,
    publisher: publication.publisher,
    date: publication.date ?? "",
    version: publication.version,
    licence: publication.licence ?? "",
    licenceAddress: breakAddress(publication.licence?.url ?? ""),
    languageName: nameOwnLanguage(publication.language),
    identifier: publication.identifier,
    fingerprint: publication.fingerprint,
    translation: publication.translation ?? "",
    credits: publication.credits.map((credit) => describeCredit(credit, publication)),
  };
}

/**
 * What the template `print/book` gets: the publication in the order of its pages, with everything
 * decided that is not a matter of looks. Every field is always there; empty means not printed.
 */
export function describeBook(setting: Setting): object {
  const { publication } = setting;
  // In reading order, so that folio places are numbered as they come.
  const contents = describeContents(setting);
  const counts = countSessions(publication);
  return {
    direction: publication.language.direction,
    title: setTitle(publication.title),
    titleSize: titleSize(publication.title),
    edition: publication.edition === undefined ? "" : `edition-${publication.edition}`,
    summary: publication.summary,
    curriculumTitle: publication.curriculumTitle,
    section: publication.section,
    brand: describeBrand(setting),
    ...describeImprint(publication),
    untranslatedCount: publication.untranslatedCount,
    chapterCount: publication.chapterCount,
    isCollection: publication.extent === "collection",
    chain: STAGES.map((stage, at) => ({ word: `stage-${stage}`, isEmpty: counts[at] === 0 })),
    folioFiller: setting.folioFiller,
    contents,
    parts: publication.parts.map((part) => describePart(part, setting)),
    faces: setting.faces,
  };
}

/** The name that covers show, how to reach whoever it is, and the logo where it could be had. */
function describeBrand({ publication, words, images }: Setting): object {
  const { brand, publisher, language } = publication;
  const logo = brand?.logo ?? "";
  return {
    name: brand?.name || publisher,
    isPublisher: (brand?.name || publisher) === publisher,
    contact: brand?.contact ?? [],
    logo: images.has(logo)
      ? [
          images.place(
            element("img", "", [], { src: logo, alt: brand?.name ?? "" }),
            words,
            language,
          ),
        ]
      : "",
  };
}

/** Long titles are set smaller on the cover; a word that is long by itself as well. */
function titleSize(title: string): "short" | "medium" | "long" {
  const longestWord = title
    .split(/\s+/)
    .map((word) => [...word].length)
    .reduce((most, each) => Math.max(most, each), 0);
  if (longestWord > 16 || [...title].length > 60) return "long";
  return longestWord > 11 || [...title].length > 28 ? "medium" : "short";
}

function describeContents({ publication, words, references }: Setting): object {
  const line = (chapter: Chapter) => ({
    id: chapter.id,
    title: setTitle(chapter.title),
    spoken: chapter.titleLanguage ?? chapter.language,
    duration: chapter.duration ?? "",
    durationText: chapter.durationText,
    folioId: references.register(chapter.id),
  });
  const stageOf = ({ stage, sessions, duration }: StageGroup) => ({
    word: `stage-${stage}`,
    // Of one session the time is said beside its title.
    duration: sessions.length > 1 ? (duration ?? "") : "",
    sessions: sessions.map(line),
  });
  // Below each module of a collection its sessions; beside that of another book its stages.
  const isCollection = publication.extent === "collection";
  const parts = publication.parts.map((part) => ({
    module: line(part.module),
    sessions: isCollection ? listSessions(part).map(line) : [],
    stages: isCollection ? [] : presentStages(part).map(stageOf),
  }));
  const credits = {
    id: "credits",
    title: [sayMarked(words, publication.language, "credits")],
    spoken: publication.language,
    folioId: references.register("credits"),
  };
  return { parts, credits };
}

function describePart(part: Part, setting: Setting): object {
  const { level, platforms, prerequisites, duration } = part.facts;
  return {
    module: describeChapter(part.module, setting, 0),
    level,
    platforms,
    prerequisites,
    duration: duration ?? "",
    hasModuleFacts:
      level !== "" || platforms.length + prerequisites.length > 0 || duration !== undefined,
    chain: chainAt(undefined, part),
    stages: presentStages(part).map((group) => describeStage(group, part, setting)),
  };
}

function presentStages({ stages }: Part): readonly StageGroup[] {
  return stages.filter(({ sessions }) => sessions.length > 0);
}

/** What the template `print/session` gets of each session of a stage. */
export function describeStage(
  { stage, sessions, duration }: StageGroup,
  part: Part,
  setting: Setting,
): { readonly stage: Stage; readonly sessions: readonly object[] } {
  return {
    stage,
    sessions: sessions.map((session, index) => ({
      ...describeChapter(session, setting, 1),
      // The bookmarks nest by ranks: the stage's name stands once, over its first session. In a
      // collection a module's does, and the head of an offprint says where its session stands.
      opensStage: index === 0 && setting.publication.extent === undefined,
      stageWord: `stage-${stage}`,
      noteLines: Array.from({ length: setting.noteLines }),
      stageCount: sessions.length,
      stageDuration: duration ?? "",
      chain: chainAt(stage, part),
    })),
  };
}

function describeChapter(chapter: Chapter, setting: Setting, shift: number): object {
  const { publication, words } = setting;
  const printed = printBody(chapter, {
    language: chapter.language,
    shift,
    words,
    images: setting.images,
    references: setting.references,
    tableRoom: setting.tableRoom,
  });
  const foreign = chapter.language.tag !== publication.language.tag;
  return {
    id: chapter.id,
    pageName: pageNameOf(chapter.id),
    audience: chapter.audience === undefined ? "" : `audience-${chapter.audience}`,
    isMissing: chapter.kind === "missing",
    title: setTitle(chapter.title),
    summary: chapter.summary,
    authors: chapter.authors,
    duration: chapter.duration ?? "",
    durationText: chapter.durationText,
    platforms: chapter.platforms,
    hasFacts:
      chapter.authors.length + chapter.platforms.length > 0 ||
      chapter.duration !== undefined ||
      chapter.durationText !== "",
    foreign,
    spoken: chapter.titleLanguage ?? chapter.language,
    language: chapter.language.tag,
    direction: chapter.language.direction,
    summarySpoken: chapter.summaryLanguage ?? chapter.language,
    untranslated: chapter.untranslated,
    inPart: chapter.translatedPercent ?? "",
    restLanguage: nameLanguage(
      chapter.sourceLanguage ?? chapter.language,
      words.languageOf("translated-in-part"),
    ),
    languageName: nameLanguage(chapter.language, words.languageOf("untranslated")),
    body: groupSiblings(identifyBlocks(printed.tree)),
    notes:
      chapter.notes.length === 0
        ? ""
        : groupSiblings(identifyBlocks([listNotes(chapter.notes, printed.notes)])),
  };
}

/** The `page` of a chapter's section, and the `@page` rule that is its furniture. */
export function pageNameOf(chapterId: string): string {
  return `p-${chapterId}`;
}

function listNotes(
  notes: readonly Note[],
  texts: readonly (readonly ElementContent[])[],
): ElementContent {
  const items = notes.map(({ id, number }, index) =>
    element("li", "", texts[index] ?? [], { id, value: String(number) }),
  );
  return element("ol", "notes-list", items);
}

/** Activity → Input → Deepening → Synthesis, the present one marked. */
function chainAt(present: Stage | undefined, { stages }: Part): object[] {
  return STAGES.map((stage, index) => ({
    word: `stage-${stage}`,
    isPresent: stage === present,
    isLast: index === STAGES.length - 1,
    duration: stages.find((group) => group.stage === stage)?.duration ?? "",
  }));
}

/** Lines of credit that carry addresses are broken like the addresses of notes. */
function describeCredit(credit: Credit, publication: Publication): object {
  return {
    title: setTitle(credit.title),
    foreign: credit.language.tag !== publication.language.tag,
    language: credit.language.tag,
    direction: credit.language.direction,
    authors: credit.authors,
    date: credit.date ?? "",
    licence: credit.licence,
    attributions: credit.attributions.map(breakAddresses),
  };
}

function breakAddresses(line: string): readonly ElementContent[] {
  return line
    .split(/(https?:\/\/\S+)/)
    .map((part, index) =>
      index % 2 === 0 ? text(part) : inline("span", "address", breakAddress(part), { dir: "ltr" }),
    );
}

/** What a language calls itself; in English where CLDR does not know; nothing where nobody named it. */
function nameOwnLanguage(language: Language): readonly ElementContent[] {
  if (isUnnamed(language.tag)) return [];
  return [markText(nameLanguage(language, language), formattingLanguage(language), language)];
}

/** How many digits the folios of a book may have, from the number of its words. */
export function guessFolioDigits(wordCount: number, chapterCount: number): number {
  const pages = 6 + chapterCount * 1.5 + wordCount / 220;
  return Math.max(2, String(Math.ceil(pages)).length);
}
