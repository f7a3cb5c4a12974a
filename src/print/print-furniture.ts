import type { Part, Publication } from "../publication/publication.ts";
import type { Words } from "../theme/theme.ts";
import type { Paper } from "./paper.ts";
import { pageNameOf } from "./print-context.ts";
import { countLineCharacters, type PageFurniture, shareLine } from "./print-pages.ts";

/**
 * The furniture of every chapter, in the order of the book: at the head stand the module and the
 * session; over a module's own page, what the module is a part of.
 */
export function furnishPages(publication: Publication, words: Words): readonly PageFurniture[] {
  const { parts, extent, title, curriculumTitle } = publication;
  const isCollection = extent === "collection";
  const nameModule = ({ module }: Part) => module.shortTitle || title;
  const book = isCollection ? title : nameModule(parts[0]);
  const furnishPart = (part: Part): readonly PageFurniture[] => {
    const head = nameModule(part);
    const sessions = part.stages.flatMap(({ stage, sessions }) =>
      sessions.map((session) => ({
        name: pageNameOf(session.id),
        book: head,
        chapter: session.shortTitle || session.title,
        stage: { stage, label: words.say(`stage-${stage}`) },
      })),
    );
    if (extent === "session") return sessions;
    const chapter = isCollection ? title : curriculumTitle;
    return [{ name: pageNameOf(part.module.id), book: head, chapter }, ...sessions];
  };
  const chapters = parts.flatMap(furnishPart);
  if (extent === "session") return chapters;
  return [
    { name: "p-contents", book, chapter: words.say("contents"), isFront: true },
    ...chapters,
    { name: "p-credits", book, chapter: words.say("credits") },
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
