import type { ElementContent } from "../markup/document.ts";

/** Gives each marked block its mark as id, so that the print can tell on which page it begins. */
export function identifyBlocks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const { id = node.data?.mark } = node.properties;
    const properties = id === undefined ? node.properties : { ...node.properties, id };
    return { ...node, properties, children: identifyBlocks(node.children) };
  });
}

/**
 * So many places are asked of one print. Chromium looks at each of them for each page, at about a
 * microsecond a look: 500 in a book of 30 pages are not felt, 6,000 in one of 460 would double the
 * print.
 */
const MOST_MARKS = 2000;

/**
 * The marks whose pages the print is to tell, in their order: those that no link of the document
 * leads to. Of very many every second, third, … is taken, so that they stay spread over the book.
 */
export function selectMarks(marks: readonly string[], html: string): readonly string[] {
  const linked = new Set([...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id));
  const unlinked = marks.filter((mark) => !linked.has(mark));
  const step = Math.ceil(unlinked.length / MOST_MARKS);
  return unlinked.filter((_mark, at) => at % step === 0);
}
