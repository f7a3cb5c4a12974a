import { listChapters } from "../publication/list-chapters.ts";
import type { Publication } from "../publication/publication.ts";
import { element, tidyText, type XmlElement } from "./xml.ts";

/**
 * What the book is, for shelves, searches and libraries (EPUB 3.3 §5.5): identifier, title,
 * languages, people, publisher, date, rights, description, subjects, level, series.
 *
 * Left out on purpose: `file-as` (which part of a name sorts it is known only to those who bear it:
 * most of the world's names are not "given, family"), `schema:timeRequired` (it has no ranges, and
 * ours are), and any claim that a person must make.
 *
 * @param title tidied, not empty.
 */
export function describeBook(publication: Publication, title: string): readonly XmlElement[] {
  const { identifier, licence, modified, parts } = publication;
  const levels = new Set(parts.map(({ facts }) => facts.level));
  const rights = licence === undefined ? "" : `${licence.name} ${licence.url}`;
  return [
    element("dc:identifier", { id: "book-id" }, [identifier]),
    element("dc:title", { id: "title" }, [title]),
    refine("title", "title-type", "main"),
    ...listLanguages(publication).map((tag) => element("dc:language", {}, [tag])),
    ...namePeople(publication),
    ...optional("dc:publisher", {}, publication.publisher),
    ...optional("dc:date", {}, writeDate(publication.date)),
    ...optional("dc:rights", {}, rights),
    ...optional("dc:description", {}, publication.summary),
    ...publication.subjects.flatMap((subject) => optional("dc:subject", {}, subject)),
    // schema.org's term, not Dublin Core's `educationLevel`: that is a class of learners, this the
    // author's word for it ("beginner" is the example in its definition).
    ...[...levels].flatMap((level) =>
      optional("meta", { property: "schema:educationalLevel" }, level),
    ),
    ...placeInSeries(publication),
    element("meta", { property: "dcterms:modified" }, [modified]),
  ];
}

function optional(
  name: string,
  attributes: Readonly<Record<string, string>>,
  text: string,
): readonly XmlElement[] {
  const tidy = tidyText(text);
  return tidy === "" ? [] : [element(name, attributes, [tidy])];
}

function refine(id: string, property: string, value: string, scheme?: string): XmlElement {
  return element("meta", { refines: `#${id}`, property, scheme }, [value]);
}

/** The book's language first: readers take the first for their voice and hyphens. */
function listLanguages(publication: Publication): readonly string[] {
  const tags = listChapters(publication).map((chapter) => chapter.language.tag);
  return [...new Set([publication.language.tag, ...tags])];
}

/**
 * The authors of the book; then, as contributors, those who wrote sessions of it and are not named
 * as the module's authors: their licences ask for their names.
 */
function namePeople({ authors, credits }: Publication): readonly XmlElement[] {
  const creators = uniqueNames(authors);
  const known = new Set(creators.map((name) => name.toLowerCase()));
  const others = uniqueNames(credits.flatMap((credit) => credit.authors)).filter(
    (name) => !known.has(name.toLowerCase()),
  );
  const name = (kind: "creator" | "contributor") => (person: string, index: number) => [
    element(`dc:${kind}`, { id: `${kind}-${index + 1}` }, [person]),
    refine(`${kind}-${index + 1}`, "role", "aut", "marc:relators"),
  ];
  return [...creators.flatMap(name("creator")), ...others.flatMap(name("contributor"))];
}

function uniqueNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(tidyText).filter((name) => name !== ""))];
}

/**
 * The modules of a curriculum are a series (EPUB 3.3 Appendix D.3.3), and so are the offprints of a
 * module's sessions. The two elements in EPUB 2's
 * form say the same: library programs such as calibre-web, and readers of before EPUB 3, know only
 * these, and others pass them over (§5.5.7).
 */
function placeInSeries(publication: Publication): readonly XmlElement[] {
  const { extent, parts, curriculumTitle, position } = publication;
  const series = tidyText(extent === "session" ? parts[0].module.title : curriculumTitle);
  if (series === "" || position === undefined) return [];
  return [
    element("meta", { property: "belongs-to-collection", id: "series" }, [series]),
    refine("series", "collection-type", "series"),
    refine("series", "group-position", String(position)),
    element("meta", { name: "calibre:series", content: series }),
    element("meta", { name: "calibre:series_index", content: String(position) }),
  ];
}

/** W3C date and time format, to the part that is known; empty where no part is. */
function writeDate(date: Publication["date"]): string {
  if (date?.year === undefined) return "";
  const parts = [String(date.year).padStart(4, "0")];
  for (const part of [date.month, date.month === undefined ? undefined : date.day]) {
    if (part !== undefined) parts.push(String(part).padStart(2, "0"));
  }
  return parts.join("-");
}
