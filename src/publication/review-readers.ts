import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { ReaderMark } from "../markup/document.ts";
import type { BookPlan, PlannedPage } from "./book-plan.ts";
import { saysSomething } from "./review-session.ts";
import type { PublicationCode } from "./rules.ts";

/**
 * What speaks against handing a book to participants: parts that look as if they were for trainers
 * and are not marked, and pages that lack the parts for trainers of what they translate. A
 * participant's edition with such a finding is not made: a remark for trainers that gets out is worse
 * than a book that has to wait.
 *
 * Adds PUB020 to PUB023, all of them errors.
 */
export function reviewReaders(plan: BookPlan): readonly Diagnostic[] {
  const sessions = plan.sessions.filter(({ audience }) => audience !== "trainer");
  const pages = new Map<string, PlannedPage>();
  if (plan.handout === undefined) pages.set(plan.module.page.path, plan.module);
  for (const { found } of sessions) if (found !== undefined) pages.set(found.page.path, found);
  return [...pages.values()].flatMap((page) => [
    ...reviewHeader(page),
    ...reviewParts(page),
    ...compareParts(page),
  ]);
}

const NOT_MADE = "No participant's edition is made before that is said.";

function reviewHeader({ page, isNamedForTrainers }: PlannedPage): readonly Diagnostic[] {
  const { header, place } = page;
  if (header.unclearAudience !== undefined) {
    const { value, place } = header.unclearAudience;
    return [
      report(
        "PUB022",
        `Unexpected audience \`${value}\`, expected \`trainer\`, \`participant\` or \`all\``,
        place,
        `${NOT_MADE} If the page is for trainers only, type audience: trainer. If it is for everybody, type audience: all.`,
      ),
    ];
  }
  if (isNamedForTrainers !== true || header.audience !== undefined) return [];
  return [
    report(
      "PUB023",
      `Unexpected title \`${header.title}\` of a page for everybody, expected \`audience:\` in its header`,
      place,
      `${NOT_MADE} If the page is for trainers only, type in its header:\naudience: trainer\nIf it is for everybody:\naudience: all`,
    ),
  ];
}

function reviewParts({ page, document }: PlannedPage): readonly Diagnostic[] {
  return marksOf(document, "doubt").map((mark) =>
    report(
      "PUB020",
      `Unexpected ${mark.text} in a book for participants, expected a mark that says whom it is for`,
      placeOf(page.path, mark),
      `${NOT_MADE} If it is for trainers, type \`:::trainer\` on a line of its own above it and \`:::\` below its last line. If it is for everybody, type \`{.all}\` at the end of its line.`,
    ),
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
  const count = `${there.length} ${there.length === 1 ? "part" : "parts"} for trainers`;
  const hint = `Mark it: \`:::trainer\` on a line of its own above it, \`:::\` below its last line. If there is nothing for trainers here on purpose, type \`:::trainer\` and \`:::\` on two lines with nothing between.`;
  // Who translates some of the parts knows their labels; the others may be left out on purpose.
  if (suspects.length === 0 && here.length > 0) return [];
  if (suspects.length === 0) {
    const message = `Unexpected page with nothing for trainers, expected ${count} as in ${original.page.path}`;
    return [
      {
        ...report(
          "PUB021",
          message,
          page.place,
          `${NOT_MADE} Look for what stands for the missing. ${hint}`,
        ),
        related,
      },
    ];
  }
  return suspects.map((mark) => ({
    ...report(
      "PUB021",
      `Unexpected ${mark.text} where ${original.page.path} has a part for trainers, expected one here too`,
      placeOf(page.path, mark),
      `${NOT_MADE} ${hint} If it is for everybody, type \`{.all}\` at the end of its line.`,
    ),
    related,
  }));
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

function report(code: PublicationCode, message: string, place: Place, hint: string): Diagnostic {
  return { code, severity: "error", message, place, hint };
}
