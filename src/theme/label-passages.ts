import type { ElementContent } from "../markup/document.ts";
import { makeElement } from "../markup/make-nodes.ts";
import { hasClass } from "../markup/serialise.ts";
import type { Words } from "./theme.ts";

/**
 * Says of passages of a translated page, in the language of the book, that they are not translated or
 * that their source has changed since. Trees without such passages stay as they are.
 */
export function labelPassages(
  nodes: readonly ElementContent[],
  words: Words,
): readonly ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== "element") return node;
    const children = labelPassages(node.children, words) as ElementContent[];
    const isSame = children.every((child, index) => child === node.children[index]);
    if (node.data?.isLabelled !== true) return isSame ? node : { ...node, children };
    const state = hasClass(node, "stale") ? "stale" : "untranslated";
    const key = `passage-${state}`;
    // The words of the passage may be in another language than the page.
    const { tag: lang, direction: dir } = words.languageOf(key);
    const properties = { className: ["passage-label"], lang, dir };
    const said = makeElement("b", properties, [{ type: "text", value: words.say(key) }]);
    const at =
      node.children[0]?.type === "element" && hasClass(node.children[0], "step-label") ? 1 : 0;
    return { ...node, children: children.toSpliced(at, 0, said, { type: "text", value: " " }) };
  });
}
