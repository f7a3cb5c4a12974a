import { isEastern } from "../language/script-traits.ts";
import type { Chapter, Publication } from "./publication.ts";

/**
 * The chapters that a book shows, in the order of its pages: the module's page and its sessions, or,
 * where the book is a handout of one session, that session.
 */
export function listChapters(publication: Publication): readonly Chapter[] {
  const sessions = publication.stages.flatMap((part) => part.sessions);
  return publication.extent === "session" ? sessions : [publication.module, ...sessions];
}

/** True where a book, or a chapter of it, is written in Chinese, Japanese or Korean. */
export function hasEasternText(publication: Publication): boolean {
  const languages = [publication, ...listChapters(publication)].map(({ language }) => language);
  return languages.some(({ script }) => isEastern(script));
}
