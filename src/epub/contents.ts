import type { Language } from "../language/language.ts";
import type { Element } from "../markup/document.ts";
import { makeElement, makeText } from "../markup/make-nodes.ts";
import { listSessions } from "../publication/list-chapters.ts";
import type { Chapter, Part, Publication } from "../publication/publication.ts";
import { markLanguage } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import type { BookPlan } from "./book-plan.ts";
import { type ChosenHeading, chooseHeadings } from "./contents-headings.ts";
import type { PageBreak } from "./page-breaks.ts";
import { writeNcxPages } from "./page-list.ts";
import { element, languageMarks, tidyText, type XmlElement } from "./xml.ts";

/** A line of the contents, with the lines below it. */
export interface ContentsEntry {
  readonly label: string;
  readonly href: string;
  /** Of the label. */
  readonly language: Language;
  readonly children: readonly ContentsEntry[];
}

/**
 * The contents, in the order of the spine: the module's page, the stages with their sessions, the
 * headings of second rank in each that say what it is about, then the back matter. A stage has no
 * document of its own (a page to turn with nothing on it): its line leads to its first session,
 * which opens with the stage. An offprint of one session begins with that; in a collection each module
 * has its sessions below it, where a book of one has its stages.
 */
export function listContents(
  publication: Publication,
  plan: BookPlan,
  words: Words,
): readonly ContentsEntry[] {
  const sayEntry = (key: string, href: string, children: readonly ContentsEntry[] = []) => ({
    label: words.say(key),
    language: words.languageOf(key),
    href,
    children,
  });
  const headings = chooseHeadings(publication, words);
  const chapter = (one: Chapter) => listChapter(publication, plan, one, headings(one));
  const listPart = (part: Part): readonly ContentsEntry[] => {
    const sessions = listSessions(part).map(chapter);
    const module = chapter(part.module);
    if (publication.extent === "session") return sessions;
    if (publication.extent === "collection") return [{ ...module, children: sessions }];
    const stages = part.stages
      .filter((group) => group.sessions.length > 0)
      .map((group) => {
        const children = group.sessions.map(chapter);
        return sayEntry(`stage-${group.stage}`, children[0]?.href ?? "", children);
      });
    return [module, ...stages];
  };
  return [
    ...publication.parts.flatMap(listPart),
    sayEntry("credits", "credits.xhtml"),
    sayEntry("about-book", "colophon.xhtml"),
  ];
}

function listChapter(
  publication: Publication,
  plan: BookPlan,
  chapter: Chapter,
  headings: readonly ChosenHeading[],
): ContentsEntry {
  const href = plan.documents.get(chapter.id) ?? "";
  const children = headings
    .filter(({ id }) => plan.idDocuments.get(id) === href)
    .map(({ id, label, language }) => ({ label, language, href: `${href}#${id}`, children: [] }));
  return {
    label: titleOf(publication, chapter),
    language: chapter.titleLanguage ?? chapter.language,
    href,
    children,
  };
}

/** A chapter's title; a book's own where the chapter has none, since a heading must say something. */
export function titleOf(publication: Publication, chapter: Chapter): string {
  return (
    tidyText(chapter.title) ||
    tidyText(chapter.shortTitle) ||
    tidyText(publication.title) ||
    publication.name
  );
}

/** The nested list of the navigation document (EPUB 3.3 §7.2: `ol`, `li`, `a` only). */
export function writeContentsList(entries: readonly ContentsEntry[], book: Language): Element {
  const items = entries.map(({ href, language, label, children }) => {
    const link = makeElement("a", { href, ...markLanguage(language, book) }, [makeText(label)]);
    const below = children.length === 0 ? [] : [writeContentsList(children, book)];
    return makeElement("li", {}, [link, ...below]);
  });
  return makeElement("ol", {}, items);
}

/**
 * The NCX for EPUB 2 readers (OPF 2.0.1 §2.4.1). Without `playOrder`: it is optional, and two lines
 * that lead to one place (a stage and its first session) would need the same number.
 */
export function writeNcx(
  publication: Publication,
  title: string,
  entries: readonly ContentsEntry[],
  pages: readonly PageBreak[],
  words: Words,
): XmlElement {
  let count = 0;
  const point = (entry: ContentsEntry): XmlElement => {
    count += 1;
    return element("navPoint", { id: `p${count}` }, [
      element("navLabel", languageMarks(entry.language, publication.language), [
        element("text", {}, [entry.label]),
      ]),
      element("content", { src: entry.href }),
      ...entry.children.map(point),
    ]);
  };
  return element(
    "ncx",
    {
      xmlns: "http://www.daisy.org/z3986/2005/ncx/",
      version: "2005-1",
      "xml:lang": publication.language.tag,
      dir: publication.language.direction,
    },
    [
      element("head", {}, [
        element("meta", { name: "dtb:uid", content: publication.identifier }),
        element("meta", { name: "dtb:depth", content: String(depthOf(entries)) }),
        element("meta", { name: "dtb:totalPageCount", content: String(pages.length) }),
        element("meta", {
          name: "dtb:maxPageNumber",
          content: String(pages.at(-1)?.folio ?? 0),
        }),
      ]),
      element("docTitle", {}, [element("text", {}, [title])]),
      element("navMap", {}, entries.map(point)),
      ...writeNcxPages(pages, words),
    ],
  );
}

function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.reduce((depth, entry) => Math.max(depth, 1 + depthOf(entry.children)), 0);
}
