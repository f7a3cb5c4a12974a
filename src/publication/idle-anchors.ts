import type { Element, ElementContent } from "../markup/document.ts";
import { walk } from "../markup/tree-walk.ts";
import type { Chapter } from "./publication.ts";

/** A place that an author named, but for headings; see `placeAnchors`. */
const ANCHOR = /^(.+-a)\d+$/;

/**
 * Leaves out the names of places to which nothing in a book leads, and counts the others through: a
 * row of them that nobody sees could number a copy.
 *
 * @param chapters of the whole book.
 * @returns what to do with each of them.
 */
export function settleAnchors(chapters: readonly Chapter[]): (chapter: Chapter) => Chapter {
  const called = new Set<string>();
  const trees = chapters.flatMap(({ body, notes }) => [
    body.children as ElementContent[],
    ...notes.map(({ children }) => [...children]),
  ]);
  for (const tree of trees) {
    walk(tree, ({ properties: { href } }) => {
      if (typeof href === "string" && href.startsWith("#")) called.add(href.slice(1));
    });
  }
  let hasPlaces = false;
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const tree of trees) {
    walk(tree, ({ properties: { id } }) => {
      const [, start] = (typeof id === "string" ? ANCHOR.exec(id) : undefined) ?? [];
      if (start === undefined) return;
      hasPlaces = true;
      if (!called.has(String(id))) return;
      const count = (counts.get(start) ?? 0) + 1;
      counts.set(start, count);
      names.set(String(id), `${start}${count}`);
    });
  }
  if (!hasPlaces) return (chapter) => chapter;
  // The depth of trees is bounded by `markup`.
  const settle = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) =>
      node.type === "element"
        ? settleElement({ ...node, children: settle(node.children) }, names)
        : node,
    );
  return (chapter) => ({
    ...chapter,
    body: { ...chapter.body, children: settle(chapter.body.children as ElementContent[]) },
    notes: chapter.notes.map((note) => ({ ...note, children: settle(note.children) })),
  });
}

function settleElement(
  element: Element,
  names: ReadonlyMap<string, string>,
): Element | ElementContent[] {
  const { id, href } = element.properties;
  const properties =
    typeof href === "string" && href.startsWith("#")
      ? { ...element.properties, href: `#${names.get(href.slice(1)) ?? href.slice(1)}` }
      : element.properties;
  if (typeof id !== "string" || !ANCHOR.test(id)) return { ...element, properties };
  const name = names.get(id);
  if (name !== undefined) return { ...element, properties: { ...properties, id: name } };
  const { id: _, ...rest } = properties;
  const isBare = element.tagName === "span" && Object.keys(rest).length === 0;
  return isBare ? element.children : { ...element, properties: rest };
}
