import { languageOf } from "../language/language.ts";
import type { PageTranslation, Passage, PassageState } from "../source/page.ts";
import { isInline } from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";
import { makeElement } from "./make-nodes.ts";
import { hasClass } from "./serialise.ts";
import { rankOf } from "./tree-walk.ts";

/** What the next run of text of a line is. Asked once for each run, in the order of the line. */
export function countPassages(
  passages: readonly Passage[],
): (line: number) => PassageState | undefined {
  if (passages.length === 0) return () => undefined;
  const states = new Map(passages.map(({ line, ordinal, state }) => [`${line} ${ordinal}`, state]));
  const counts = new Map<number, number>();
  return (line) => {
    const ordinal = counts.get(line) ?? 0;
    counts.set(line, ordinal + 1);
    return states.get(`${line} ${ordinal}`);
  };
}

/** Blocks that can run in the direction of the source where the page runs in another. */
const TURNING: ReadonlySet<string> = new Set(["p", "td", "th", "dt", "dd", "figcaption"]);

/**
 * Marks the runs of text of a translated page that are none, or no longer, for what they are: by a
 * class and, where the source's words stand there, by its language and direction. The first of those
 * that follow each other is to be labelled, but for headings, which stand in lists of contents too.
 */
export function markPassages(
  children: readonly ElementContent[],
  translation: PageTranslation | undefined,
): ElementContent[] {
  if (translation === undefined || translation.passages.length === 0) return [...children];
  const { tag, direction } = languageOf(translation.sourceLanguage);
  const inSource = { lang: tag, dir: direction };
  let last: PassageState | undefined;
  const visit = (node: ElementContent): ElementContent => {
    if (node.type !== "element") return node;
    const passage = node.data?.passage;
    if (passage === undefined) {
      // Text that is translated parts two runs of text that are not.
      if (!isInline(node.tagName) && node.children.some(isWords)) last = undefined;
      return { ...node, children: node.children.map(visit) };
    }
    const isHeading = rankOf(node) > 0;
    // Where one of several that are stale ends, nothing else would say.
    const isNext = passage === "source" && passage === last;
    const label = isHeading || isNext ? {} : { isLabelled: true as const };
    if (!isHeading) last = passage;
    const data = { ...node.data, ...label };
    if (passage === "stale") return { ...withClass(node, "stale"), data };
    const isTurning = TURNING.has(node.tagName) && !node.children.some(isStepLabel);
    const marked = withClass(node, "untranslated");
    if (isTurning && !node.children.some(isBlock)) {
      return { ...marked, properties: { ...marked.properties, ...inSource }, data };
    }
    // What hangs beside the text stays on the side of the page where it hangs.
    return { ...marked, data, children: wrapWords(node.children, inSource, visit) };
  };
  return children.map(visit);
}

function withClass(node: Element, name: string): Element {
  const { className } = node.properties;
  const known = Array.isArray(className) ? className : [];
  return { ...node, properties: { ...node.properties, className: [...known, name] } };
}

/** The words of a block in an element that says their language; its blocks and its label stay outside. */
function wrapWords(
  children: readonly ElementContent[],
  inSource: { readonly lang: string; readonly dir: string },
  visit: (node: ElementContent) => ElementContent,
): ElementContent[] {
  const words = makeElement("span", inSource);
  const wrapped: ElementContent[] = [];
  for (const child of children) {
    if (isBlock(child)) wrapped.push(visit(child));
    else if (isStepLabel(child)) {
      wrapped.push({ ...child, properties: { ...child.properties, lang: inSource.lang } });
    } else {
      if (words.children.length === 0) wrapped.push(words);
      words.children.push(child);
    }
  }
  return wrapped;
}

function isStepLabel(node: ElementContent): node is Element {
  return node.type === "element" && hasClass(node, "step-label");
}

function isWords(node: ElementContent): boolean {
  return node.type === "text" && node.value.trim() !== "";
}

function isBlock(node: ElementContent): boolean {
  return node.type === "element" && !isInline(node.tagName);
}
