import { formatNumber } from "../language/format.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { makeElement } from "../markup/make-nodes.ts";
import { serialise } from "../markup/serialise.ts";
import { listMarks, MATTER } from "../publication/mark-blocks.ts";
import type { Publication } from "../publication/publication.ts";
import type { BookPlan } from "./book-plan.ts";

/** What the printed edition of the same book tells: where each block stands on paper. */
export interface PrintedPages {
  /** By mark (`publication/mark-blocks.ts`) the page, from 1, on which it begins. */
  readonly folios: ReadonlyMap<string, number>;
  readonly pageCount: number;
  /** What is printed on each page for its number: `iii`, `12`. */
  readonly labels: readonly string[];
  /** Which print it is, for people: `urn:uuid:… (PDF, A4)`. */
  readonly source: string;
}

/** Where a page of the printed edition begins in this book. */
export interface PageBreak {
  readonly folio: number;
  /** The folio as it is printed: in the numerals of the book, roman in the front matter. */
  readonly label: string;
  /** Unique in the book: `page-12`. */
  readonly id: string;
  /** File name of the document. */
  readonly document: string;
}

/** The breaks before a mark, by the mark. */
export type PageBreaks = ReadonlyMap<string, readonly PageBreak[]>;

/**
 * Finds the place of every printed page: before the first marked element, in reading order, that
 * begins on it. What runs over from the page before stands ahead of the break. A page on which
 * nothing begins has its break where the next page has its own; pages after the last such place,
 * where the last has. So breaks are in the order of their pages, whatever the print did.
 *
 * @returns the breaks by mark, in reading order; none without a printed edition.
 */
export function findPageBreaks(
  publication: Publication,
  plan: BookPlan,
  printed: PrintedPages | undefined,
): PageBreaks {
  const breaks = new Map<string, PageBreak[]>();
  if (printed === undefined) return breaks;
  let reached = 0;
  let last: { readonly mark: string; readonly document: string } | undefined;
  const breakUpTo = (folio: number, mark: string, document: string) => {
    const list = breaks.get(mark) ?? [];
    for (; reached < folio; reached += 1) {
      const number = reached + 1;
      const label = printed.labels[reached] ?? formatNumber(publication.language, number);
      list.push({ folio: number, label, id: `page-${number}`, document });
    }
    breaks.set(mark, list);
  };
  for (const { mark, document } of listPlaces(plan)) {
    const folio = printed.folios.get(mark);
    if (folio === undefined || folio > printed.pageCount || folio <= reached) continue;
    breakUpTo(folio, mark, document);
    last = { mark, document };
  }
  if (last !== undefined) breakUpTo(printed.pageCount, last.mark, last.document);
  return breaks;
}

/** Every mark of the book with its document, in the order of the spine. */
function* listPlaces(
  plan: BookPlan,
): Generator<{ readonly mark: string; readonly document: string }> {
  for (const [mark, id] of FRONT) yield { mark, document: `${id}.xhtml` };
  for (const chapter of plan.chapters) {
    const document = plan.documents.get(chapter.id) ?? "";
    const notes = chapter.notes.flatMap((note) => note.children);
    yield { mark: chapter.id, document };
    for (const mark of listMarks([chapter.body, ...notes])) yield { mark, document };
  }
  yield { mark: MATTER.credits, document: "credits.xhtml" };
}

/** The front matter of the print, and the documents that say the same. */
const FRONT = [
  [MATTER.cover, "cover"],
  [MATTER.imprint, "title-page"],
  [MATTER.contents, "nav"],
] as const;

/** All breaks, in the order of their pages. */
export function listPageBreaks(breaks: PageBreaks): readonly PageBreak[] {
  return [...breaks.values()].flat();
}

/**
 * Puts the breaks that stand before a whole document at the beginning of its body, ahead of its
 * title. Done here and not in templates, so that no theme can forget a place to which lists lead.
 *
 * @param mark of the document: a chapter's id, or one of `MATTER`.
 */
export function openWithBreaks(xhtml: string, mark: string, breaks: PageBreaks): string {
  const markers = (breaks.get(mark) ?? []).map((one) => writeBreak(one, "div"));
  if (markers.length === 0) return xhtml;
  return xhtml.replace(/<body[^>]*>\n?/, (start) => start + serialise(markers));
}

/** The same for the documents around the chapters, by the document's id. */
export function openPartWithBreaks(xhtml: string, id: string, breaks: PageBreaks): string {
  const mark = FRONT.find(([, document]) => document === id)?.[0] ?? id;
  return openWithBreaks(xhtml, mark, breaks);
}

/** Blocks that are not opened from within: a heading would be read with the number of its page. */
const BROKEN_BEFORE: ReadonlySet<string> = new Set(
  "aside figure h2 h3 h4 h5 h6 pre table".split(" "),
);

/**
 * Puts breaks into a text: before a block where flow content may stand (`div`), and at the
 * beginning of paragraphs, items and cells (`span`), whose parents may take nothing between them and
 * whose look hangs on what comes first. Returns a new tree; any depth is safe.
 */
export function placePageBreaks(
  nodes: readonly ElementContent[],
  breaks: PageBreaks,
): readonly ElementContent[] {
  if (breaks.size === 0) return nodes;
  const placed: ElementContent[] = [];
  const pending: { nodes: readonly ElementContent[]; into: ElementContent[] }[] = [
    { nodes, into: placed },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const node of next.nodes) {
      if (node.type !== "element") {
        next.into.push(node);
        continue;
      }
      const here = breaks.get(node.data?.mark ?? "") ?? [];
      const isBefore = BROKEN_BEFORE.has(node.tagName);
      if (isBefore)
        for (const each of here.map((one) => writeBreak(one, "div"))) next.into.push(each);
      const within = isBefore ? [] : here.map((one) => writeBreak(one, "span"));
      const copy: Element = { ...node, children: within };
      next.into.push(copy);
      pending.push({ nodes: node.children, into: copy.children });
    }
  }
  return placed;
}

/** EPUB 3 Structural Semantics, "pagebreak"; DPUB-ARIA 1.1, `doc-pagebreak`: named, and empty. */
function writeBreak({ id, label }: PageBreak, tagName: "div" | "span"): Element {
  const role = "doc-pagebreak";
  return makeElement(tagName, { epubType: "pagebreak", role, id, ariaLabel: label });
}
