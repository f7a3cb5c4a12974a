import type { Language } from "../language/language.ts";
import { listSessions } from "../publication/list-chapters.ts";
import type { Chapter, Publication } from "../publication/publication.ts";
import { STAGES } from "../source/page.ts";
import type { Words } from "../theme/theme.ts";
import { tidyText } from "./xml.ts";

/** A heading that stands in the contents. */
export interface ChosenHeading {
  readonly id: string;
  /** Without the colon that ends it on the page: in a list it announces nothing. */
  readonly label: string;
  readonly language: Language;
}

/** Longer headings are sentences, which say little in a list and fill a small screen. */
const LONGEST_HEADING = 60;

/** A heading in this part of the sessions is the form in which they are written. */
const FORM_SHARE = 1 / 3;

/**
 * Chooses the headings of second rank that stand in the contents under a chapter.
 *
 * Sessions of a curriculum are written to one form: "Materials to Prepare", "Deepening", "Questions
 * for Discussion" under each. Such lines say nothing of what a session is about, and on a phone they
 * push the sessions themselves off the first screen: a book of seven sessions takes four. So a
 * heading is left out when
 *
 * - it stands in at least two sessions and in a third of all, or
 * - it says the name of a stage or of its own chapter once more, which is the line above.
 *
 * Where that would leave no session a single heading, the form is all there is, and it stays: the
 * headings are then the only way into long sessions.
 *
 * @returns the headings of a chapter.
 */
export function chooseHeadings(
  publication: Publication,
  words: Words,
): (chapter: Chapter) => readonly ChosenHeading[] {
  const sessions = publication.parts.flatMap(listSessions);
  const counts = new Map<string, number>();
  for (const session of sessions) {
    const sayings = new Set(listShort(session).map(({ label }) => fold(label)));
    for (const saying of sayings) counts.set(saying, (counts.get(saying) ?? 0) + 1);
  }
  const stages = new Set(STAGES.map((stage) => fold(words.say(`stage-${stage}`))));
  const isForm = (chapter: Chapter, label: string) => {
    const saying = fold(label);
    const count = counts.get(saying) ?? 0;
    return (
      (count >= 2 && count >= sessions.length * FORM_SHARE) ||
      stages.has(saying) ||
      saying === fold(chapter.title)
    );
  };
  const choose = (chapter: Chapter) =>
    listShort(chapter).filter(({ label }) => !isForm(chapter, label));
  const isAllForm = sessions.every((session) => choose(session).length === 0);
  return (chapter) =>
    isAllForm && chapter.kind !== "module" ? listShort(chapter) : choose(chapter);
}

function listShort(chapter: Chapter): readonly ChosenHeading[] {
  return chapter.headings
    .filter(({ rank }) => rank === 2)
    .map(({ id, text, isInSource }) => ({
      id,
      label: tidyText(text).replace(/\s*[:：]$/, ""),
      language: (isInSource ? chapter.sourceLanguage : undefined) ?? chapter.language,
    }))
    .filter(({ label }) => label !== "" && label.length <= LONGEST_HEADING);
}

/** Headings that differ in case or in signs say the same. */
function fold(label: string): string {
  return label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
