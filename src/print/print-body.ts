import { formatNoteMark } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import type { Element, ElementContent } from "../markup/document.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import type { Chapter } from "../publication/publication.ts";
import { labelPassages } from "../theme/label-passages.ts";
import { sayElsewhere } from "../theme/link-words.ts";
import { sayMarked } from "../theme/mark-language.ts";
import type { Words } from "../theme/theme.ts";
import type { PlacedImages } from "./print-images.ts";
import { dropSpaceAfterLabel } from "./print-labels.ts";
import { keepAnnouncements, keepBoxWhole, keepWhole, placeTaskBox } from "./print-lists.ts";
import { element, inline, text } from "./print-nodes.ts";
import type { PageReferences } from "./print-references.ts";
import { fitTable, partLongRow, type TableRoom } from "./print-tables.ts";
import { partEndlessWords } from "./print-words.ts";

/** What a chapter's body needs from its book. */
export interface BodySetting {
  /** Of the text; words of the interface in it are marked where they have another. */
  readonly language: Language;
  /** Added to the rank of every heading: 1 for a session, whose title is an `h2`. */
  readonly shift: number;
  readonly words: Words;
  readonly images: PlacedImages;
  readonly references: PageReferences;
  readonly tableRoom: TableRoom;
}

export interface PrintedBody {
  readonly tree: readonly ElementContent[];
  /** The texts of the notes, in the order of their numbers. */
  readonly notes: readonly (readonly ElementContent[])[];
}

interface Walk extends BodySetting {
  readonly explained: Set<string>;
  readonly inHeading: boolean;
}

/**
 * Turns a chapter's body and its notes into what paper can show: links within the book get their
 * page, images their size, headings the rank that they have in the book.
 */
export function printBody(
  { body, notes }: Pick<Chapter, "body" | "notes">,
  setting: BodySetting,
): PrintedBody {
  const walk: Walk = { ...setting, explained: new Set(), inHeading: false };
  return {
    tree: printAll(labelPassages(body.children as ElementContent[], walk.words), walk),
    notes: notes.map((note) => printAll(labelPassages(note.children, walk.words), walk)),
  };
}

function printAll(nodes: readonly ElementContent[], walk: Walk): ElementContent[] {
  return keepAnnouncements(
    nodes.flatMap((node) => {
      if (node.type === "element") return printElement(node, walk);
      return node.type === "text" ? partEndlessWords(node) : [node];
    }),
  );
}

function printElement(node: Element, walk: Walk): ElementContent[] {
  switch (node.tagName) {
    case "a":
      return printLink(node, walk);
    case "abbr":
      return printAbbreviation(node, walk);
    case "aside":
      return [printAside(node, walk)];
    case "dl":
      return [printDefinitions(node, walk)];
    case "figure":
      return [printFigure(node, walk)];
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return [printHeading(node, walk)];
    case "img":
      return [walk.images.place(node, walk.words, walk.language)];
    case "li":
      return [printItem(node, walk)];
    case "pre":
      return [printCode(node)];
    case "span":
      return [printSpan(node, walk)];
    case "sup":
      return [printRaised(node, walk)];
    case "table":
      return fitTable({ ...node, children: printAll(node.children, walk) }, walk.tableRoom);
    case "tr":
      return [partLongRow({ ...node, children: printAll(node.children, walk) })];
    default:
      return [{ ...node, children: dropSpaceAfterLabel(printAll(node.children, walk)) }];
  }
}

function printLink(node: Element, walk: Walk): ElementContent[] {
  const link: Element = { ...node, children: printAll(node.children, walk) };
  const address = String(node.properties.href ?? "");
  if (!address.startsWith("#") || walk.inHeading) return [link];
  return [link, ...walk.references.refer(address.slice(1), walk.words, walk.language)];
}

/**
 * The raised mark of a note stands within its link: the parts of a mark in two directions, "(٣)" in
 * an English line, would be a link each in the PDF.
 */
function printRaised(node: Element, walk: Walk): Element {
  const [link] = node.children;
  if (!hasClass(node, "note-ref-mark") || link?.type !== "element") {
    return { ...node, children: printAll(node.children, walk) };
  }
  const number = Number(textOf(link.children));
  const mark = text(formatNoteMark(walk.words.language, number));
  return { ...link, children: [{ ...node, children: [mark] }] };
}

function printHeading(node: Element, walk: Walk): Element {
  const rank = Math.min(6, Number(node.tagName.slice(1)) + walk.shift);
  return {
    ...node,
    tagName: `h${rank}`,
    children: dropSpaceAfterLabel(printAll(node.children, { ...walk, inHeading: true })),
  };
}

/** Paper has no pointer to hover with: what it stands for is said at the first use. */
function printAbbreviation(node: Element, walk: Walk): ElementContent[] {
  const meaning = String(node.properties.title ?? "");
  const children = printAll(node.children, walk);
  const short = textOf(node.children);
  if (meaning === "" || walk.inHeading || walk.explained.has(short)) return [{ ...node, children }];
  walk.explained.add(short);
  return [{ ...node, children }, text(` (${meaning})`)];
}

const CALLOUTS = ["warning", "tip", "notice"];

/** Every box says what it is: in the author's words or in the theme's. */
function printAside(node: Element, walk: Walk): Element {
  const box = keepBoxWhole(node);
  const children = printAll(node.children, walk);
  const first = node.children.find((child) => child.type === "element");
  const labelled = first?.type === "element" && hasClass(first, "aside-label");
  if (labelled) return { ...box, children };
  const kind = hasClass(node, "trainer-note")
    ? "trainer-note"
    : (CALLOUTS.find((name) => hasClass(node, name)) ?? "notice");
  const key = hasClass(node, "for-participant") ? "audience-participant" : `label-${kind}`;
  const label = element("p", "aside-label", [sayMarked(walk.words, walk.language, key)]);
  return { ...box, children: [label, ...children] };
}

/** Chromium tags `dl` as nothing that a screen reader knows; a list it does. */
function printDefinitions(node: Element, walk: Walk): Element {
  const items: Element[] = [];
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const inner = printAll(child.children, walk);
    const marked = child.data === undefined ? {} : { data: child.data };
    const last = items.at(-1);
    if (child.tagName === "dt") {
      items.push(element("li", "definition", [{ ...element("p", "term", inner), ...marked }]));
    } else if (last === undefined) {
      items.push(element("li", "definition", [{ ...element("div", "meaning", inner), ...marked }]));
    } else {
      last.children.push({ ...element("div", "meaning", inner), ...marked });
    }
  }
  return { ...element("ul", "definitions", items), properties: { className: ["definitions"] } };
}

function printFigure(node: Element, walk: Walk): Element {
  // Without a role Chromium tags the figure twice, for itself and for the image in it.
  return {
    ...node,
    properties: { ...node.properties, role: "group" },
    children: printAll(node.children, walk),
  };
}

function printItem(node: Element, walk: Walk): Element {
  const item = { ...node, children: printAll(node.children, walk) };
  return placeTaskBox(item, walk.words, walk.language) ?? keepWhole(item);
}

/** `pre` would be tagged as one undivided block; a paragraph is read. White space is the theme's. */
function printCode(node: Element): Element {
  const lines = node.children.map((child) => {
    if (child.type !== "element" || child.tagName !== "code") return child;
    return { ...child, children: child.children.map(trimLineEnd) };
  });
  return {
    ...node,
    ...element("p", "code-block", lines),
    properties: { className: ["code-block"], dir: "ltr" },
  };
}

function trimLineEnd(child: ElementContent, index: number, all: readonly ElementContent[]) {
  if (child.type !== "text" || index < all.length - 1) return child;
  return { ...child, value: child.value.replace(/\n+$/, "") };
}

function printSpan(node: Element, walk: Walk): Element {
  const children = printAll(node.children, walk);
  // The label stands apart by layout alone: bookmarks and readers aloud need the space.
  if (hasClass(node, "step-label")) return { ...node, children: [...children, text("\u00A0")] };
  if (!hasClass(node, "elsewhere")) return { ...node, children };
  const mark = inline("span", "elsewhere-mark", [
    text(" ("),
    ...sayElsewhere(node, walk.words, walk.language),
    text(")"),
  ]);
  return { ...node, children: [...children, mark] };
}
