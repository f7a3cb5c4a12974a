import type { Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import type { Paper } from "./paper.ts";
import { pageNameOf } from "./print-context.ts";
import { type PageFurniture, shorten } from "./print-pages.ts";

/** The furniture of every chapter, in the order of the book. */
export function furnishPages(publication: Publication, words: Words): readonly PageFurniture[] {
  const book = publication.module.shortTitle || publication.title;
  const front = (name: string, chapter: string): PageFurniture => ({ name, book, chapter });
  const sessions = publication.stages.flatMap((part) =>
    part.sessions.map((session) => ({
      name: pageNameOf(session.id),
      book,
      chapter: session.shortTitle || session.title,
      stage: { stage: part.stage, label: words.say(`stage-${part.stage}`) },
    })),
  );
  if (publication.extent === "session") return sessions;
  return [
    { ...front("p-contents", words.say("contents")), isFront: true },
    front(pageNameOf(publication.module.id), publication.curriculumTitle),
    ...sessions,
    front("p-credits", words.say("credits")),
  ];
}

/**
 * Whose it is and under which licence: what a loose page must say.
 *
 * @param sizePt of the line.
 */
export function footOf(publication: Publication, paper: Paper, sizePt: number): string {
  const longest = Math.round(paper.widthMm / (sizePt * FOOT_MM_A_CHARACTER_AND_POINT));
  return [publication.publisher || publication.curriculumTitle, publication.licence?.name ?? ""]
    .filter((part) => part !== "")
    .map((part) => shorten(part, longest))
    .join(" · ");
}

/** Two parts of it and the folio share a line. At 8.25 points, 4.5 millimetres. */
const FOOT_MM_A_CHARACTER_AND_POINT = 4.5 / 8.25;
