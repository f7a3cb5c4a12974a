import { isStructure, isTextBlock } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { SPACER } from "./token-reader.ts";
import { isInlineNode, makeElement } from "./tree-builder.ts";
import { isBlank, rewriteFlows } from "./tree-walk.ts";

/**
 * Two or more `<br>` in a row are vertical space: the paragraph is split there, and the space
 * stays as a marker. A single one is a line of an address or a poem and is kept, except at the
 * beginning or end of a block, where it would print an empty line.
 */
export function splitAtBreaks(children: readonly ElementContent[]): ElementContent[] {
  return rewriteFlows(children, (nodes, parent) => {
    if (parent !== undefined && isTextBlock(parent.tagName)) {
      return parent.tagName === "pre" ? nodes : trimInline(nodes, parent.tagName === "p");
    }
    if (parent !== undefined && isStructure(parent.tagName)) return nodes;
    return splitLoose(nodes.flatMap((node) => splitParagraph(node)));
  });
}

function splitParagraph(node: ElementContent): ElementContent[] {
  if (node.type !== "element" || node.tagName !== "p") return [node];
  // `trimInline` has been here already, so the runs left are within the text.
  return joinParts(node.children, (part, isFirst) =>
    isFirst ? { ...node, children: part } : makeElement("p", {}, positionOf(part, node), part),
  );
}

/** Text that stands in a list item or a cell without a paragraph gets one where it is split. */
function splitLoose(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    const trimmed = trimInline(run);
    run = [];
    if (trimmed.length === 0) return;
    if (partsOf(trimmed).length === 1) for (const one of trimmed) result.push(one);
    else
      for (const one of joinParts(trimmed, (part) => makeElement("p", {}, undefined, part)))
        result.push(one);
  };
  for (const node of nodes) {
    if (isInlineNode(node)) {
      run.push(node);
    } else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}

function joinParts(
  children: readonly ElementContent[],
  make: (part: ElementContent[], isFirst: boolean) => Element,
): ElementContent[] {
  const result: ElementContent[] = [];
  for (const [index, part] of partsOf(children).entries()) {
    if (index > 0) result.push(makeElement(SPACER, {}, undefined));
    const trimmed = trimInline(part);
    if (trimmed.length > 0) result.push(make(trimmed, index === 0));
  }
  return result;
}

function positionOf(part: readonly ElementContent[], node: Element): Element["position"] {
  for (const child of part) {
    if (child.type === "element" && child.position !== undefined) return child.position;
  }
  return node.position;
}

/** The runs between two or more breaks in a row; breaks at the very end leave an empty run. */
function partsOf(children: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  const flush = () => {
    const count = breaks.filter((node) => !isBlank(node)).length;
    if (count >= 2) parts.push([]);
    else for (const one of breaks) parts.at(-1)?.push(one);
    breaks = [];
  };
  for (const child of children) {
    const isBreak = child.type === "element" && child.tagName === "br";
    if (isBreak || (breaks.length > 0 && isBlank(child))) {
      breaks.push(child);
    } else {
      flush();
      parts.at(-1)?.push(child);
    }
  }
  flush();
  return parts;
}

/** Without white space and breaks at the ends. `keepSpace` leaves two breaks at the end. */
function trimInline(children: readonly ElementContent[], keepSpace = false): ElementContent[] {
  let start = 0;
  while (start < children.length && isEdge(children[start])) start += 1;
  let end = children.length;
  while (end > start && isEdge(children[end - 1])) end -= 1;
  const result = children.slice(start, end);
  trimText(result, 0, "start");
  trimText(result, result.length - 1, "end");
  if (!keepSpace || result.length === 0) return result;
  const breaks = children.slice(end).filter((node) => !isBlank(node));
  return breaks.length >= 2 ? [...result, ...breaks.slice(0, 2)] : result;
}

function trimText(nodes: ElementContent[], index: number, side: "start" | "end"): void {
  const node = nodes[index];
  if (node?.type !== "text") return;
  const value = side === "start" ? node.value.trimStart() : node.value.trimEnd();
  nodes[index] = { type: "text", value };
}

function isEdge(node: ElementContent | undefined): boolean {
  if (node === undefined) return false;
  return isBlank(node) || (node.type === "element" && node.tagName === "br");
}
