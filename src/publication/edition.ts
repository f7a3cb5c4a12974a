import type { Element, ElementContent, Heading, PageDocument } from "../markup/document.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import { rankOf, walk } from "../markup/tree-walk.ts";
import type { BookPlan, PlannedPage, PlannedPart } from "./book-plan.ts";
import { keepNotes } from "./edition-notes.ts";
import { mapParts } from "./map-parts.ts";

/** What an edition leaves out of a page: the ids that are gone, and the names that led to them. */
export interface LeftOut {
  readonly ids: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
}

/** What an edition leaves out of a book: pages that no part of it holds, and what is within others. */
export interface BookLeftOut {
  /** By path. */
  readonly pages: ReadonlySet<string>;
  /** By path of the page. */
  readonly within: ReadonlyMap<string, LeftOut>;
}

export interface EditedPlan {
  readonly plan: BookPlan;
  readonly leftOut: BookLeftOut;
}

/**
 * Takes out of a book what its edition does not show: sessions for trainers, trainer's notes, and
 * what only these refer to. To be done before the book is linked and numbered, so that contents,
 * references, footnotes, sums, credits and images follow by themselves.
 */
export function editPlan(plan: BookPlan): EditedPlan {
  const within = new Map<string, LeftOut>();
  if (plan.edition !== "participant") return { plan, leftOut: { pages: new Set(), within } };
  const edit = (page: PlannedPage): PlannedPage => {
    const { document, leftOut } = editDocument(page.document);
    within.set(page.page.path, leftOut);
    return { ...page, document };
  };
  const parts = mapParts(plan.parts, ({ module, sessions }) => ({
    module: edit(module),
    sessions: sessions
      .filter((session) => session.audience !== "trainer")
      // Among participants everything is for participants: nothing needs a mark.
      .map(({ audience: _, ...session }) =>
        session.found === undefined ? session : { ...session, found: edit(session.found) },
      ),
  }));
  const kept = new Set(listPaths(parts));
  const pages = new Set(listPaths(plan.parts).filter((path) => !kept.has(path)));
  return { plan: { ...plan, parts }, leftOut: { pages, within } };
}

function listPaths(parts: readonly PlannedPart[]): readonly string[] {
  return parts.flatMap(({ module, sessions }) => [
    module.page.path,
    ...sessions.flatMap(({ found }) => found?.page.path ?? []),
  ]);
}

/** A page without its trainer's notes; what is marked for participants is plain text in it. */
export function editDocument(document: PageDocument): {
  readonly document: PageDocument;
  readonly leftOut: LeftOut;
} {
  const written = document.body.children.filter((node) => node.type !== "doctype");
  const notes = document.footnotes
    .filter(({ audience }) => audience !== "trainer")
    .map((note) => ({ ...note, children: leaveOut(note.children) }));
  const kept = keepNotes(leaveOut(written), notes);
  const { body, headings } = rankHeadings(kept.body, textsOfHeadings(written), document.headings);
  const elements = elementsIn([...body, ...kept.footnotes.flatMap(({ children }) => children)]);
  const present = new Set(elements.map(({ properties }) => properties.id));
  const sources = new Set(elements.map(({ properties }) => properties.src));
  const ids = new Set(
    elementsIn(written)
      .map(({ properties }) => properties.id)
      .filter((id) => typeof id === "string" && !present.has(id))
      .map(String),
  );
  const anchors = [...document.anchors];
  return {
    document: {
      body: { ...document.body, children: [...body] },
      headings,
      footnotes: kept.footnotes,
      anchors: new Map(anchors.filter(([, id]) => !ids.has(id))),
      images: document.images.filter(({ path }) => sources.has(path)),
    },
    leftOut: { ids, anchors: new Set(anchors.flatMap(([name, id]) => (ids.has(id) ? name : []))) },
  };
}

/** Stands although nothing is in it: a cell is part of a grid, a meaning belongs to its term. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["dd", "dt", "td", "th"]);

/** Depth is bounded by `markup`. */
function leaveOut(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    if (hasClass(node, "trainer-note")) return [];
    const children = leaveOut(node.children);
    if (hasClass(node, "for-participant")) return openBox(node, children);
    const isEmptied = node.children.length > 0 && children.every(isBlank);
    if (isEmptied && !node.children.every(isBlank) && !MAY_BE_EMPTY.has(node.tagName)) return [];
    return [{ ...node, children }];
  });
}

/** What is for participants needs no box among participants; its label stays as a line above it. */
function openBox(box: Element, children: readonly ElementContent[]): ElementContent[] {
  const { id } = box.properties;
  const content = children.map((child) =>
    child.type === "element" && hasClass(child, "aside-label")
      ? { ...child, properties: { ...child.properties, className: ["lead"] } }
      : child,
  );
  if (id === undefined) return content;
  const tagName = box.tagName === "aside" ? "div" : "span";
  return [{ ...box, tagName, properties: { id }, children: content }];
}

function isBlank(node: ElementContent): boolean {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}

/**
 * The headings that are left, ranked from 2 without gaps, as `markup` ranks them. One of which a
 * part was left out has the text that is left.
 */
function rankHeadings(
  nodes: readonly ElementContent[],
  texts: ReadonlyMap<unknown, string>,
  headings: readonly Heading[],
): { readonly body: readonly ElementContent[]; readonly headings: readonly Heading[] } {
  const known = new Map(headings.map((heading) => [heading.id, heading]));
  const kept: Heading[] = [];
  const open: number[] = [];
  const change = (node: ElementContent): ElementContent => {
    if (node.type !== "element") return node;
    const written = rankOf(node);
    if (written === 0) return { ...node, children: node.children.map(change) };
    while ((open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    const rank = Math.min(6, open.length + 1);
    const heading = known.get(String(node.properties.id));
    const text = textOf(node.children);
    const isWhole = texts.get(node.properties.id) === text;
    if (heading !== undefined) kept.push({ ...heading, rank, ...(isWhole ? {} : { text }) });
    return { ...node, tagName: `h${rank}` };
  };
  const body = nodes.map(change);
  return { body, headings: kept };
}

function textsOfHeadings(nodes: readonly ElementContent[]): ReadonlyMap<unknown, string> {
  const headings = elementsIn(nodes).filter((element) => rankOf(element) > 0);
  return new Map(headings.map(({ properties, children }) => [properties.id, textOf(children)]));
}

function elementsIn(nodes: readonly ElementContent[]): readonly Element[] {
  const found: Element[] = [];
  walk(nodes, (element) => {
    found.push(element);
  });
  return found;
}
