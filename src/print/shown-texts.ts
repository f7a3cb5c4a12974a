import { formatNumber, listCalendarWords } from "../language/format.ts";
import { textOf } from "../markup/serialise.ts";
import { listChapters } from "../publication/list-chapters.ts";
import type { Chapter, Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import { furnishPages } from "./print-furniture.ts";

/** Everything that a book may show. */
export function listShownTexts(publication: Publication, words: Words): readonly string[] {
  return [
    ...listChapters(publication).map((chapter) => textOfChapter(chapter)),
    ...titlesOf(publication),
    ...furnishPages(publication, words).map((one) => one.chapter),
    formatNumber(publication.language, 1_234_567_890),
    ...listCalendarWords(publication.language),
    words.all.join(""),
    // Every book has numerals and Latin addresses, whatever its text.
    "abcxyzABCXYZ0123456789.,:;/?&=-_#→←…·(){}[]",
  ];
}

/** What a chapter says. */
export function textOfChapter(chapter: Chapter): string {
  const notes = chapter.notes.map((note) => textOf(note.children));
  return [
    chapter.title,
    chapter.shortTitle,
    chapter.summary,
    chapter.durationText,
    chapter.date?.text ?? "",
    ...chapter.platforms,
    ...chapter.authors,
    textOf(chapter.body.children as Parameters<typeof textOf>[0]),
    ...notes,
  ].join("\n");
}

function titlesOf(publication: Publication): readonly string[] {
  const { licence } = publication;
  return [
    publication.title,
    publication.summary,
    publication.curriculumTitle,
    publication.section,
    publication.publisher,
    publication.brand?.name ?? "",
    ...(publication.brand?.contact ?? []),
    publication.date?.text ?? "",
    licence?.name ?? "",
    licence?.url ?? "",
    ...publication.parts.flatMap(({ module, facts }) => [
      module.title,
      facts.level,
      ...facts.platforms,
      ...facts.prerequisites,
    ]),
    ...publication.credits.flatMap((one) => [
      one.title,
      one.licence,
      one.date?.text ?? "",
      ...one.authors,
      ...one.attributions,
    ]),
  ];
}
