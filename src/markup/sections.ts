import { FOR_ALL, MAY_BE_FOR_TRAINERS } from "../markdown/block-rules.ts";
import { judgeHeading } from "../markdown/heading-kind.ts";
import { isMaterialsHeading, matchStep } from "../wording/labels.ts";
import { matchTrainerPhrase } from "../wording/trainer-phrase.ts";
import type { Wording } from "../wording/wording.ts";
import { wrapRest } from "./containers.ts";
import type { Element, ElementContent } from "./document.ts";
import { hasClass, textOf } from "./serialise.ts";
import { SPACER } from "./token-reader.ts";
import { isInlineNode, makeElement } from "./tree-builder.ts";
import {
  addClass,
  cutStart,
  isBlank,
  keepLink,
  rankOf,
  rawText,
  rewriteFlows,
  withoutEmphasis,
  wrap,
} from "./tree-walk.ts";

/**
 * Gives the parts of a session their meaning: trainer's notes become asides, materials lists
 * checklists, steps get their label, and sentences that were marked as headings become leads.
 * Headings that are headings keep their written rank.
 */
export function shapeSections(
  children: readonly ElementContent[],
  wording: Wording,
): ElementContent[] {
  return rewriteFlows(children, (written, parent) => {
    const nodes =
      parent !== undefined && HOLDS_LINES.has(parent.tagName)
        ? markLine(written, wording)
        : written;
    if (parent !== undefined && !HOLDS_SECTIONS.has(parent.tagName)) return nodes;
    markMaterials(nodes, wording);
    return collectNotes(nodes, wording, parent)
      .map((node) => shapeStep(shapeHeading(node, wording), wording))
      .map(unwrapNote);
  });
}

const HOLDS_SECTIONS: ReadonlySet<string> = new Set(["aside", "blockquote", "dd", "div", "li"]);

/** An item or a cell can hold a line of text that stands in no paragraph. */
const HOLDS_LINES: ReadonlySet<string> = new Set(["dd", "li", "td", "th"]);

/** A line that opens with "**Trainer's Note:**" is one, up to the first block below it. */
function markLine(nodes: ElementContent[], wording: Wording): ElementContent[] {
  const block = nodes.findIndex((node) => !isInlineNode(node));
  const line = block < 0 ? nodes : nodes.slice(0, block);
  const bold = line.find((node) => !isBlank(node));
  if (!isBold(bold)) return nodes;
  const inParagraph = openNote(makeElement("p", {}, undefined, [...line]), wording);
  if (inParagraph === undefined) return nodes;
  // What lies below the label in the same item or cell belongs to it.
  return [
    wrap("span", "trainer-note", [...line]),
    ...wrapRest(nodes.slice(line.length), undefined),
  ];
}

function markMaterials(nodes: readonly ElementContent[], wording: Wording): void {
  for (const [index, node] of nodes.entries()) {
    const rank = rankOf(node);
    const isLabel = rank > 0 || isBoldLine(node);
    if (!isLabel || !isMaterialsHeading(wording, textOf([node]))) continue;
    for (const next of nodes.slice(index + 1, index + 20)) {
      const nextRank = rankOf(next);
      if (nextRank > 0 && (rank === 0 || nextRank <= rank)) break;
      if (next.type === "element" && next.tagName === "ul") {
        addClass(next, "checklist");
        break;
      }
    }
  }
}

function isBoldLine(node: ElementContent): boolean {
  if (node.type !== "element" || node.tagName !== "p") return false;
  const filled = node.children.filter((child) => !isBlank(child));
  const only = filled[0];
  return filled.length === 1 && only?.type === "element" && isBold(only);
}

function isBold(node: ElementContent | undefined): boolean {
  return node?.type === "element" && /^(?:strong|b|em|i)$/.test(node.tagName);
}

/** A trainer's note takes what follows it up to the next heading, a break or the end. */
function collectNotes(
  nodes: readonly ElementContent[],
  wording: Wording,
  parent: Element | undefined,
): ElementContent[] {
  const result: ElementContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) continue;
    const note = openNote(node, wording);
    if (note === undefined) {
      result.push(node);
      continue;
    }
    // A quotation, a callout or an item that opens with the label is a note as a whole.
    if (parent !== undefined && parent.tagName !== "div" && nodes.slice(0, index).every(isBlank)) {
      for (const one of collectNotes(nodes.slice(index + 1), wording, undefined))
        note.aside.children.push(one);
      return [...result, note.aside];
    }
    if (note.takesMore) index = takeFollowing(nodes, index, note.aside, wording);
    result.push(note.aside);
    const next = nodes.slice(index + 1).find((one) => !isBlank(one) && !isSpacer(one));
    if (next?.type === "element" && rankOf(node) > 0 && rankOf(next) > rankOf(node)) {
      addClass(next, MAY_BE_FOR_TRAINERS);
    }
  }
  return result;
}

interface OpenNote {
  readonly aside: Element;
  readonly takesMore: boolean;
}

function openNote(node: ElementContent, wording: Wording): OpenNote | undefined {
  if (node.type !== "element" || hasClass(node, FOR_ALL)) return undefined;
  const isHeading = rankOf(node) > 0;
  const isParagraph =
    node.tagName === "p" && isBold(node.children.find((child) => !isBlank(child)));
  if (!isHeading && !isParagraph) return undefined;
  const text = rawText(node.children);
  const indent = text.length - text.trimStart().length;
  const length = matchNote(wording, text.trimStart()) || labelBeforeBreak(node, wording);
  if (length === 0) return undefined;
  // The separator goes with the label: a box needs none.
  const rest = text.slice(indent + length).replace(/^\s*[:：|.\-–—]?\s*/u, "");
  const label = text.slice(indent, indent + length);
  const parts: ElementContent[] = [
    wrap("p", "aside-label", [keepLink(node.children, indent + length, label)], node.position),
  ];
  if (rest !== "") {
    const content = cutStart(node.children, text.length - rest.length);
    parts.push(makeElement("p", {}, node.position, withoutEmptyStart(content)));
  }
  const aside = wrap("aside", "trainer-note", parts, node.position);
  if (node.properties.id !== undefined) aside.properties.id = node.properties.id;
  return { aside, takesMore: isHeading || rest === "" || /[:：]$/.test(rest.trimEnd()) };
}

/** The length of a label for trainers at the beginning of a text; 0 where there is none. */
function matchNote(wording: Wording, text: string): number {
  const phrase = matchTrainerPhrase(wording, text);
  return phrase?.kind === "label" ? phrase.length : 0;
}

/** The length of a label in bold that has a line for itself: what follows in the next is the note. */
function labelBeforeBreak({ children }: Element, wording: Wording): number {
  const [bold, next] = children.filter((child, at) => at > 0 || !isBlank(child));
  if (bold === undefined || !isBold(bold)) return 0;
  const label = rawText([bold]).trim();
  const isAlone =
    (next?.type === "element" && next.tagName === "br") ||
    (next?.type === "text" && /^[^\S\n]*\n/.test(next.value));
  return isAlone && matchNote(wording, label) === label.length ? label.length : 0;
}

function withoutEmptyStart(children: ElementContent[]): ElementContent[] {
  const first = children[0];
  return first?.type === "element" && first.tagName === "br" ? children.slice(1) : children;
}

/** Moves the blocks of a note into it; returns the index of the last one taken. */
function takeFollowing(
  nodes: readonly ElementContent[],
  from: number,
  aside: Element,
  wording: Wording,
): number {
  let taken = aside.children.length > 1;
  let index = from;
  for (const next of nodes.slice(from + 1)) {
    // A sentence marked as a heading may be all that a note says.
    const isNoteText = !taken && rankOf(next) > 0 && isSentenceHeading(next, wording);
    if (isSpacer(next) ? taken : rankOf(next) > 0 && !isNoteText) break;
    if (next.type === "element" && (openNote(next, wording) !== undefined || isMarkedBox(next)))
      break;
    index += 1;
    if (isSpacer(next)) continue;
    aside.children.push(shapeStep(shapeHeading(next, wording), wording));
    taken = true;
  }
  return index;
}

function isSpacer(node: ElementContent): boolean {
  return node.type === "element" && node.tagName === SPACER;
}

/** A box whose beginning and end the author has marked. */
function isMarkedBox(node: Element): boolean {
  return hasClass(node, "trainer-note") || hasClass(node, "for-participant");
}

/** `:::trainer` around a "Trainer's Note" and nothing else: one note, not one in the other. */
function unwrapNote(node: ElementContent): ElementContent {
  if (node.type !== "element" || !hasClass(node, "trainer-note")) return node;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  if (only?.type !== "element" || others.length > 0 || !hasClass(only, "trainer-note")) return node;
  return { ...only, properties: { ...node.properties, ...only.properties } };
}

function isSentenceHeading(node: ElementContent, wording: Wording): boolean {
  if (node.type !== "element") return false;
  const { children, emphasised } = withoutEmphasis(node.children);
  return (
    matchStep(wording, rawText(children).trim()) === undefined &&
    judgeHeading(textOf(children), rankOf(node), emphasised) !== "heading"
  );
}

function shapeHeading(node: ElementContent, wording: Wording): ElementContent {
  if (node.type !== "element" || rankOf(node) === 0) return node;
  const { children, emphasised } = withoutEmphasis(node.children);
  const text = textOf(children);
  // A picture that says nothing: neither a list of contents nor a screen reader could name it.
  if (text === "") return { ...node, tagName: "p", children };
  if (matchStep(wording, text) !== undefined) return { ...node, children };
  const kind = judgeHeading(text, rankOf(node), emphasised);
  if (kind === "heading") return { ...node, children };
  return {
    ...node,
    tagName: "p",
    properties: {
      ...node.properties,
      className: hasClass(node, FOR_ALL) ? [kind, FOR_ALL] : [kind],
    },
    children,
  };
}

/** Sets off the label of a step: "Step 3" of a heading "Step 3: Install" or of `**Step 3 |** …`. */
function shapeStep(node: ElementContent, wording: Wording): ElementContent {
  if (node.type !== "element" || hasClass(node, "step")) return node;
  const isHeading = rankOf(node) > 0;
  if (!isHeading && (node.tagName !== "p" || hasClass(node, "aside-label"))) return node;
  const text = rawText(node.children);
  const indent = text.length - text.trimStart().length;
  const step = matchStep(wording, text.trimStart());
  if (step === undefined) return node;
  const first = node.children.find((child) => !isBlank(child));
  if (!isHeading) {
    // "Step 3 was hard" is a sentence; a label is in bold, or set off by a bar.
    const hasBar = text
      .slice(indent, indent + step.length)
      .trimEnd()
      .endsWith("|");
    const bold = first !== undefined && isBold(first) ? rawText([first]).trim() : "";
    const isLabel = bold !== "" && (step.isSeparated || bold === step.label);
    if (!hasBar && !isLabel) return node;
  }
  const named = keepLink(node.children, indent + step.length, step.label);
  const label = wrap("span", "step-label", [named]);
  const rest = cutStart(node.children, indent + step.length);
  const isAlone = rest.every(isBlank);
  const gap: ElementContent[] = isAlone ? [] : [{ type: "text", value: " " }];
  const shaped: Element = { ...node, children: [label, ...gap, ...(isAlone ? [] : rest)] };
  addClass(shaped, "step");
  return shaped;
}
