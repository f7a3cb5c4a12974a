import { readGlyphRuns } from "../pdf-file/read-glyphs.ts";
import type { Print } from "./read-print.ts";

/** By so much of the pages before it a chapter may run over to be worth another try. */
const WORTH_A_TRY = 0.09;

/**
 * The chapters (ids, in the order of the book) whose last page holds so little that smaller spaces
 * may save it. Each chapter begins on a page of its own.
 */
export function findRunOvers(print: Print, chapters: readonly string[]): readonly string[] {
  const starts = startsOf(print, chapters);
  return chapters.filter((_id, index) => {
    const first = starts[index] ?? 0;
    const last = (starts[index + 1] ?? 0) - 1;
    if (first < 1 || last <= first) return false;
    const counts = print.pages.slice(first - 1, last).map((page) => countGlyphs(print, page));
    const fullest = counts.reduce((most, each) => Math.max(most, each), 0);
    return (counts.at(-1) ?? 0) <= fullest * WORTH_A_TRY * (counts.length - 1);
  });
}

function countGlyphs(print: Print, page: Print["pages"][number]): number {
  return readGlyphRuns(print.document, page).reduce((sum, run) => sum + run.glyphCount, 0);
}

/** The first page of each chapter, and the page after the last; 0 where the print does not tell. */
function startsOf(print: Print, chapters: readonly string[]): readonly number[] {
  const starts = chapters.map((id) => print.destinations.get(id) ?? 0);
  return [...starts, print.pages.length + 1];
}

/** The style that sets chapters more tightly: how it is done is the theme's. */
export function styleTightening(chapters: readonly string[]): string {
  return chapters.map((id) => `#${id}{--tightness:1}`).join("");
}

/** Of the chapters that were set more tightly, those that it saved a page. */
export function keepSavings(
  before: Print,
  after: Print,
  chapters: readonly string[],
  tightened: readonly string[],
): readonly string[] {
  const lengths = (print: Print) => {
    const starts = startsOf(print, chapters);
    return chapters.map((_id, index) => (starts[index + 1] ?? 0) - (starts[index] ?? 0));
  };
  const [loose, tight] = [lengths(before), lengths(after)];
  return tightened.filter((id) => {
    const index = chapters.indexOf(id);
    return (tight[index] ?? 0) < (loose[index] ?? 0);
  });
}

/**
 * The page of every destination when only `kept` are set tightly, from the prints in which none and
 * in which all were. No page is printed for it.
 */
export function foreseeFolios(
  before: Print,
  after: Print,
  chapters: readonly string[],
  kept: readonly string[],
): ReadonlyMap<string, number> {
  const [loose, tight] = [startsOf(before, chapters), startsOf(after, chapters)];
  const starts = [loose[0] ?? 0];
  for (const [index, id] of chapters.entries()) {
    const own = kept.includes(id) ? tight : loose;
    starts.push((starts[index] ?? 0) + (own[index + 1] ?? 0) - (own[index] ?? 0));
  }
  const folios = new Map<string, number>();
  for (const [name, page] of before.destinations) {
    const index = loose.findLastIndex((start, at) => at < chapters.length && start <= page);
    const isKept = kept.includes(chapters[index] ?? "");
    const own = isKept ? after.destinations.get(name) : page;
    const start = (isKept ? tight : loose)[index];
    folios.set(name, index < 0 ? page : (starts[index] ?? 0) + (own ?? page) - (start ?? 0));
  }
  return folios;
}
