import { languageOf } from "../../src/language/language.ts";
import type { Element, ElementContent } from "../../src/markup/document.ts";
import type { Chapter, Part, Publication } from "../../src/publication/publication.ts";

/** An element of a test's tree; texts are given as strings. */
export function h(
  tagName: string,
  properties: Element["properties"],
  ...children: readonly (ElementContent | string)[]
): Element {
  return {
    type: "element",
    tagName,
    properties,
    children: children.map((one) => (typeof one === "string" ? { type: "text", value: one } : one)),
  };
}

/** A chapter of our own words; the body is as markup would leave it. */
export function chapterOf(
  id: string,
  body: readonly ElementContent[],
  rest: Partial<Chapter> = {},
): Chapter {
  return {
    id,
    kind: id === "m" ? "module" : "session",
    title: `Title of ${id}`,
    shortTitle: "",
    summary: "",
    authors: [],
    durationText: "",
    platforms: [],
    language: languageOf("en"),
    untranslated: false,
    body: { type: "root", children: [...body] },
    headings: [],
    notes: [],
    ...rest,
  };
}

/** A small book of one part in a language, with what a test gives of the book and of the part. */
export function bookOf(tag: string, given: Partial<Publication & Part> = {}): Publication {
  const language = languageOf(tag);
  const own = { language };
  const {
    module = chapterOf("m", [h("p", {}, "About doors.")], own),
    facts = { level: "Beginner", platforms: [], prerequisites: [] },
    stages = [
      { stage: "activity", sessions: [chapterOf("s1", [h("h2", { id: "s1-h1" }, "Doors")], own)] },
      { stage: "input", sessions: [] },
      { stage: "deepening", sessions: [chapterOf("s2", [h("p", {}, "Practice.")], own)] },
      { stage: "synthesis", sessions: [] },
    ],
    ...rest
  } = given;
  return {
    name: "locks",
    identifier: "urn:uuid:00000000-0000-5000-8000-000000000000",
    fingerprint: "0123 4567 89ab cdef",
    language,
    title: "Locks and keys",
    summary: "How to keep a room shut.",
    curriculumTitle: "Safe rooms",
    section: "Doors",
    position: 1,
    subjects: [],
    authors: ["Ada North", "Bo South"],
    publisher: "The Hinge",
    version: "",
    modified: "2020-01-01T00:00:00Z",
    parts: [{ module, facts, stages }],
    credits: [],
    untranslatedCount: 0,
    chapterCount: 3,
    ...rest,
  };
}
