import type { ElementContent } from "../markup/document.ts";
import { inline, text } from "./print-nodes.ts";

/** A longer word must stay free to break. */
const LONGEST_KEPT = 20;

/**
 * A title as a tree. In "Safer Workspaces - Using Tails" the hyphen stands for a dash, and begins no
 * line: it is kept with the word before it. The letters stay the author's.
 */
export function setTitle(title: string): readonly ElementContent[] {
  return title.split(/(\S+ --?(?= \S))/).flatMap((part, index) => {
    if (part === "") return [];
    const isKept = index % 2 === 1 && part.length <= LONGEST_KEPT;
    return [isKept ? inline("span", "keep", [text(part)]) : text(part)];
  });
}
