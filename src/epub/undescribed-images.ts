import type { Element, ElementContent } from "../markup/document.ts";
import { textOf } from "../markup/serialise.ts";

/**
 * The images of a text for which nothing stands where they are not seen: no description, and no
 * caption in their figure. A caption counts: it names the figure (HTML-AAM §4.1, `figure`), and the
 * image in it has an empty description so that nothing is read twice. Whether the words say enough
 * is for people to judge, of captions as of descriptions.
 */
export function findUndescribedImages(nodes: readonly ElementContent[]): readonly Element[] {
  const found: Element[] = [];
  const pending = [...nodes].reverse().map((node) => ({ node, isCaptioned: false }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.type !== "element") continue;
    const isCaptioned = next.isCaptioned || (node.tagName === "figure" && hasCaption(node));
    const isSilent = String(node.properties.alt ?? "").trim() === "";
    if (node.tagName === "img" && isSilent && !isCaptioned) found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) pending.push({ node: child, isCaptioned });
    }
  }
  return found;
}

function hasCaption(figure: Element): boolean {
  return figure.children.some(
    (child) =>
      child.type === "element" && child.tagName === "figcaption" && textOf([child]).trim() !== "",
  );
}
