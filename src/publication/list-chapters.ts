import type { Chapter, Publication } from "./publication.ts";

/**
 * The chapters that a book shows, in the order of its pages: the module's page and its sessions, or,
 * where the book is a handout of one session, that session.
 */
export function listChapters(publication: Publication): readonly Chapter[] {
  const sessions = publication.stages.flatMap((part) => part.sessions);
  return publication.extent === "session" ? sessions : [publication.module, ...sessions];
}
