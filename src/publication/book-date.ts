import type { PageDate } from "../source/page.ts";

/** The date of a book whose pages give none: a fixed one, so that the bytes stay the same. */
const DATELESS = "2000-01-01T00:00:00Z";

/** The latest of the dates that name a year at least. */
export function latestDate(dates: readonly (PageDate | undefined)[]): PageDate | undefined {
  const rank = (date: PageDate) =>
    ((date.year ?? 0) * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0);
  return dates
    .filter((date) => date?.year !== undefined)
    .reduce(
      (latest, date) =>
        date !== undefined && (latest === undefined || rank(date) > rank(latest)) ? date : latest,
      undefined,
    );
}

/** ISO 8601 in UTC: what SOURCE_DATE_EPOCH says, or the book's date, or a fixed one. */
export function modifiedAt(seconds: number | undefined, date: PageDate | undefined): string {
  if (seconds !== undefined) return toSeconds(seconds * 1000);
  if (date?.year === undefined) return DATELESS;
  return toSeconds(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1));
}

function toSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}
