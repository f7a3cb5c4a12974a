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

/** The marks that no link of a document leads to, in their order. */
export function selectUnlinked(marks: readonly string[], html: string): readonly string[] {
  const linked = new Set([...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id));
  return marks.filter((mark) => !linked.has(mark));
}

/**
 * Links that are not shown. Chromium names a place in the PDF for each id that a link of the
 * document leads to, also where the link takes no part in the layout: no page, tag or annotation
 * comes of it.
 */
export function writeMarkLinks(marks: readonly string[]): string {
  const links = marks.map((mark) => `<a href="#${mark}"></a>`);
  return `<div style="display:none!important">${links.join("")}</div>`;
}
