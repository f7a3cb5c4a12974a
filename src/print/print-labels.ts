import type { ElementContent } from "../markup/document.ts";
import { hasClass } from "../markup/serialise.ts";
import { text } from "./print-nodes.ts";

/** The label brings its own space, and the heading begins where the text does. */
export function dropSpaceAfterLabel(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child, index) => {
    const before = children[index - 1];
    if (child.type !== "text" || before?.type !== "element") return child;
    return hasClass(before, "step-label") ? text(child.value.trimStart()) : child;
  });
}
