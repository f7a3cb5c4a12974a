import type { BookPlan, PlannedPage, PlannedPart, PlannedSession } from "./book-plan.ts";
import type { Destination, Destinations } from "./link-chapters.ts";
import { mapParts } from "./map-parts.ts";

/** A module of a plan whose chapters have their ids, which are unique in the book. */
export interface PlacedPart {
  readonly moduleId: string;
  readonly module: PlannedPage;
  readonly sessions: readonly PlacedSession[];
  /** Where links from this part lead. */
  readonly destinations: Destinations;
}

export interface PlacedSession extends PlannedSession {
  readonly id: string;
}

/**
 * Gives the chapters of a book their ids, and the links of each part their destinations: a page that
 * stands in the book twice is linked to where it stands first in the same part, or else in the book.
 */
export function placeChapters({
  parts,
  offprint,
}: BookPlan): readonly [PlacedPart, ...PlacedPart[]] {
  let count = 0;
  const nameSession = (session: PlannedSession): PlacedSession => {
    count += 1;
    return { ...session, id: `s${count}` };
  };
  const named = mapParts(parts, ({ module, sessions }: PlannedPart, at) => ({
    moduleId: at === 0 ? "m" : `m${at + 1}`,
    module,
    sessions: sessions.map(nameSession),
  }));
  return mapParts(named, (part) => ({
    ...part,
    destinations: locatePages([part, ...named], offprint === undefined),
  }));
}

function locatePages(
  parts: readonly Omit<PlacedPart, "destinations">[],
  holdsModules: boolean,
): Destinations {
  const places = new Map<string, Destination>();
  const locate = (chapterId: string, { page, document }: PlannedPage) => {
    if (places.has(page.path)) return;
    places.set(page.path, { chapterId, anchors: document.anchors });
  };
  for (const { moduleId, module, sessions } of parts) {
    if (holdsModules) locate(moduleId, module);
    for (const { id, found } of sessions) if (found !== undefined) locate(id, found);
  }
  return places;
}
