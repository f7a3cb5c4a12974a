import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { languageOf } from "../language/language.ts";
import { normaliseFragment } from "../markup/anchors.ts";
import type { Element, ElementContent, PageDocument, Root } from "../markup/document.ts";
import { textOf } from "../markup/serialise.ts";
import type { Page } from "../source/page.ts";
import type { Sibling } from "./book-plan.ts";
import type { BookLeftOut } from "./edition.ts";
import { diagnose } from "./rules.ts";

/** Where a page stands in the book. */
export interface Destination {
  readonly chapterId: string;
  readonly anchors: ReadonlyMap<string, string>;
}

/** By path of the page. */
export type Destinations = ReadonlyMap<string, Destination>;

export interface LinkedDocument {
  readonly body: Root;
  readonly headings: PageDocument["headings"];
  readonly footnotes: PageDocument["footnotes"];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a page's document a chapter of the book: its ids get the chapter's, links to pages become
 * links within the book, and links to pages that the book does not hold become marked text.
 * `siblings` are the sessions of the module that an offprint of one session leaves out.
 *
 * Adds PUB001 where a link names a place that the linked page does not have; the link then leads
 * to the page's beginning. Adds PUB004 where it leads to what the edition leaves out; the link is
 * then text.
 */
export function linkChapter(
  page: Page,
  document: PageDocument,
  chapterId: string,
  destinations: Destinations,
  leftOut: BookLeftOut = NOTHING_LEFT_OUT,
  siblings: ReadonlyMap<string, Sibling> = new Map(),
): LinkedDocument {
  const diagnostics: Diagnostic[] = [];
  const own = (id: string) => `${chapterId}-${id}`;
  const relink = (element: Element): Element => {
    const { href, id } = element.properties;
    const properties = { ...element.properties };
    if (typeof id === "string") properties.id = own(id);
    if (typeof href !== "string") return { ...element, properties };
    if (isLeftOut(leftOut, page.path, href)) {
      diagnostics.push(reportLeftOut(page, element));
      return {
        ...element,
        tagName: "span",
        properties: id === undefined ? {} : { id: own(String(id)) },
      };
    }
    if (href.startsWith("#")) {
      properties.href = `#${own(href.slice(1))}`;
      return { ...element, properties };
    }
    if (!href.startsWith("page:")) return { ...element, properties };
    const [path = "", fragment = ""] = href.slice("page:".length).split("#", 2);
    const destination = destinations.get(path);
    if (destination === undefined) {
      return placeElsewhere(element, siblings.get(path));
    }
    const anchor = fragment === "" ? undefined : findAnchor(destination.anchors, fragment);
    if (fragment !== "" && anchor === undefined) {
      diagnostics.push(reportFragment(page, element, path, fragment));
    }
    const target = destination.chapterId;
    properties.href = anchor === undefined ? `#${target}` : `#${target}-${anchor}`;
    return { ...element, properties };
  };
  return {
    body: { ...document.body, children: mapTree(document.body.children, relink) },
    headings: document.headings.map((heading) => ({ ...heading, id: own(heading.id) })),
    footnotes: document.footnotes.map((note) => ({
      id: own(note.id),
      children: mapTree(note.children, relink),
    })),
    diagnostics,
  };
}

/** The words of a link to what this book does not hold, with the name of a session of the module. */
function placeElsewhere(link: Element, sibling: Sibling | undefined): Element {
  const session = sibling && { title: sibling.title, language: languageOf(sibling.languageTag) };
  return {
    ...link,
    tagName: "span",
    properties: { className: ["elsewhere"] },
    ...(session === undefined ? {} : { data: { ...link.data, session } }),
  };
}

const NOTHING_LEFT_OUT: BookLeftOut = { pages: new Set(), within: new Map() };

/** @param href as `markup` writes it: `#ID`, `page:PATH#FRAGMENT` or an external address. */
function isLeftOut({ pages, within }: BookLeftOut, from: string, href: string): boolean {
  if (href.startsWith("#")) return within.get(from)?.ids.has(href.slice(1)) === true;
  if (!href.startsWith("page:")) return false;
  const [path = "", fragment = ""] = href.slice("page:".length).split("#", 2);
  return pages.has(path) || within.get(path)?.anchors.has(normaliseFragment(fragment)) === true;
}

function reportLeftOut(page: Page, link: Element): Diagnostic {
  const values = { words: textOf(link.children) };
  return diagnose("PUB004", placeOf(page, link), values);
}

function findAnchor(anchors: ReadonlyMap<string, string>, fragment: string): string | undefined {
  return anchors.get(normaliseFragment(fragment));
}

function reportFragment(page: Page, link: Element, path: string, fragment: string): Diagnostic {
  const values = { fragment, page: path };
  return diagnose("PUB001", placeOf(page, link), values);
}

/** Where a link stands in its page. */
export function placeOf(page: Page, link: Element): Place {
  const start = link.position?.start;
  return {
    file: page.path,
    ...(start === undefined ? {} : { line: start.line, column: start.column }),
  };
}

/** A copy of the tree with every element changed; depth is bounded by `markup`. */
function mapTree<T extends Root["children"][number] | ElementContent>(
  nodes: readonly T[],
  change: (element: Element) => Element,
): T[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const changed = change(node);
    return { ...changed, children: mapTree(changed.children, change) } as T;
  });
}
