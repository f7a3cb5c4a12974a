import { isEastern } from "../language/script-traits.ts";
import { STAGES } from "../source/page.ts";
import type { Chapter, Part, Publication } from "./publication.ts";

/** The chapters that a book shows, in the order of its pages. */
export function listChapters(publication: Publication): readonly Chapter[] {
  return publication.parts.flatMap((part) => listPartChapters(part, publication));
}

/**
 * The chapters of a part: the module's page and its sessions, or, where the book is an offprint of one
 * session, that session.
 */
export function listPartChapters(
  part: Part,
  { extent }: Pick<Publication, "extent">,
): readonly Chapter[] {
  const sessions = listSessions(part);
  return extent === "session" ? sessions : [part.module, ...sessions];
}

/** The sessions of a part, through all stages. */
export function listSessions({ stages }: Part): readonly Chapter[] {
  return stages.flatMap(({ sessions }) => sessions);
}

/** How many sessions a book has of each stage, in ADIDS order. */
export function countSessions({ parts }: Publication): readonly number[] {
  const groups = parts.flatMap(({ stages }) => stages);
  return STAGES.map((stage) =>
    groups
      .filter((group) => group.stage === stage)
      .reduce((count, { sessions }) => count + sessions.length, 0),
  );
}

/** True where a book, or a chapter of it, is written in Chinese, Japanese or Korean. */
export function hasEasternText(publication: Publication): boolean {
  const languages = [publication, ...listChapters(publication)].map(({ language }) => language);
  return languages.some(({ script }) => isEastern(script));
}
