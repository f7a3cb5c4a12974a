import { languageOf } from "../language/language.ts";
import type { PlannedPage } from "./book-plan.ts";
import type { Chapter, Credit } from "./publication.ts";

/** A credit for each page that names anybody or anything, each page once, in the book's order. */
export function listCredits(
  chapters: readonly Chapter[],
  pages: readonly PlannedPage[],
): readonly Credit[] {
  const present = chapters.filter((chapter) => chapter.kind !== "missing");
  const credits = new Map<string, Credit>();
  pages.forEach(({ page }, at) => {
    const { authors, licence, attributions, date } = page.header;
    if (authors.length === 0 && licence === "" && attributions.length === 0) return;
    if (credits.has(page.path)) return;
    credits.set(page.path, {
      title: present[at]?.title ?? "",
      language: languageOf(page.language),
      authors,
      licence,
      attributions,
      ...(date === undefined ? {} : { date: date.value }),
    });
  });
  return [...credits.values()];
}
