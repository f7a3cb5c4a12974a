import type { Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import type { Paper } from "./paper.ts";
import { pageNameOf } from "./print-context.ts";
import { countLineCharacters, type PageFurniture, shareLine } from "./print-pages.ts";

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
  const room = countLineCharacters(paper, sizePt) - FOLIO_CHARACTERS;
  const owner = publication.publisher || publication.curriculumTitle;
  return shareLine(owner, publication.licence?.name ?? "", room)
    .filter((part) => part !== "")
    .join(" · ");
}

/** The folio stands in the same line; what parts owner and licence is counted here as well. */
const FOLIO_CHARACTERS = 10;
