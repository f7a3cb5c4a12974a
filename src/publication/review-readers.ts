import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { ReaderMark } from "../markup/document.ts";
import type { BookPlan, PlannedPage } from "./book-plan.ts";
import { saysSomething } from "./review-session.ts";
import { diagnose } from "./rules.ts";

/**
 * What speaks against handing a book to participants: parts that look as if they were for trainers
 * and are not marked, and pages that lack the parts for trainers of what they translate. A
 * participant's edition with such a finding is not made: a remark for trainers that gets out is worse
 * than a book that has to wait.
 *
 * Adds PUB020 to PUB023, all of them errors.
 */
export function reviewReaders(plan: BookPlan): readonly Diagnostic[] {
  const pages = new Map<string, PlannedPage>();
  for (const { module, sessions } of plan.parts) {
    if (plan.offprint === undefined) pages.set(module.page.path, module);
    for (const { audience, found } of sessions) {
      if (audience !== "trainer" && found !== undefined) pages.set(found.page.path, found);
    }
  }
  return [...pages.values()].flatMap((page) => [
    ...reviewHeader(page),
    ...reviewParts(page),
    ...compareParts(page),
  ]);
}

function reviewHeader({ page, isNamedForTrainers }: PlannedPage): readonly Diagnostic[] {
  const { header, place } = page;
  if (header.unclearAudience !== undefined) {
    const { value, place } = header.unclearAudience;
    return [diagnose("PUB022", place, { audience: value })];
  }
  if (isNamedForTrainers !== true || header.audience !== undefined) return [];
  return [diagnose("PUB023", place, { title: header.title })];
}

function reviewParts({ page, document }: PlannedPage): readonly Diagnostic[] {
  return marksOf(document, "doubt").map((mark) =>
    diagnose("PUB020", placeOf(page.path, mark), { part: mark.text }),
  );
}

/** A translation in which a label was not known, or a mark got lost, has fewer parts for trainers. */
function compareParts({ page, document, original }: PlannedPage): readonly Diagnostic[] {
  if (original === undefined || marksOf(document, "doubt").length > 0) return [];
  const there = marksOf(original.document, "trainer");
  const here = [...marksOf(document, "trainer"), ...marksOf(document, "all")];
  // In headings alone there is nothing that could get out.
  if (here.length >= there.length || !document.body.children.some(saysSomething)) return [];
  const suspects = findCounterparts(
    document.readerMarks ?? [],
    original.document.readerMarks ?? [],
  );
  const related = there.map((mark) => ({
    place: placeOf(original.page.path, mark),
    message: `a part for trainers: ${mark.text}`,
  }));
  // Who translates some of the parts knows their labels; the others may be left out on purpose.
  if (suspects.length === 0 && here.length > 0) return [];
  if (suspects.length === 0) {
    const values = { count: there.length, original: original.page.path };
    return [{ ...diagnose("PUB021 page", page.place, values), related }];
  }
  return suspects.map((mark) => {
    const values = { part: mark.text, original: original.page.path };
    const place = placeOf(page.path, mark);
    return { ...diagnose("PUB021 heading", place, values), related };
  });
}

/** The headings that stand where the original has parts for trainers, if the two go side by side. */
function findCounterparts(
  here: readonly ReaderMark[],
  there: readonly ReaderMark[],
): readonly ReaderMark[] {
  if (here.length !== there.length) return [];
  return here.filter((mark, at) => mark.kind === "heading" && there[at]?.kind === "trainer");
}

function marksOf(
  { readerMarks = [] }: PlannedPage["document"],
  kind: ReaderMark["kind"],
): readonly ReaderMark[] {
  return readerMarks.filter((mark) => mark.kind === kind);
}

function placeOf(file: string, { line, column }: ReaderMark): Place {
  if (line === undefined) return { file };
  return column === undefined ? { file, line } : { file, line, column };
}
