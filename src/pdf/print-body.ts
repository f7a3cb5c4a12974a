import { formatNumber } from "../language/format.ts";
import type { Element, ElementContent, Footnote } from "../markup/document.ts";
import { hasClass, textOf } from "../markup/serialise.ts";
import type { Words } from "../theme/theme.ts";
import { breakAddress, isShownAddress } from "./print-addresses.ts";
import type { PlacedImages } from "./print-images.ts";
import { dropSpaceAfterLabel } from "./print-labels.ts";
import { keepAnnouncements, keepBoxWhole, keepWhole, placeTaskBox } from "./print-lists.ts";
import { element, inline, text } from "./print-nodes.ts";
import type { PageReferences } from "./print-references.ts";
import { widenTable } from "./print-tables.ts";

/** A note at the end of a chapter: a footnote, or the address of a link. */
export interface Note {
  readonly id: string;
  readonly number: number;
  readonly tree: readonly ElementContent[];
}

/** What a chapter's body needs from its book. */
export interface BodySetting {
  readonly chapterId: string;
  readonly footnotes: readonly Footnote[];
  /** Added to the rank of every heading: 1 for a session, whose title is an `h2`. */
  readonly shift: number;
  readonly words: Words;
  readonly images: PlacedImages;
  readonly references: PageReferences;
}

export interface PrintedBody {
  readonly tree: readonly ElementContent[];
  /** In the order of their numbers. */
  readonly notes: readonly Note[];
}

/** Words that a note's address or an abbreviation brings must not be noted again inside a note. */
interface Walk extends BodySetting {
  readonly notes: Note[];
  readonly numbers: Map<string, number>;
  /** Writes the notes that have a number and no text yet. */
  readonly unwritten: (() => void)[];
  readonly explained: Set<string>;
  readonly inNote: boolean;
  readonly inHeading: boolean;
}

/**
 * Turns a chapter's body into what paper can show: addresses become numbered notes in one sequence
 * with the footnotes, links within the book get their page, images their size, headings the rank
 * that they have in the book.
 */
export function printBody(body: readonly ElementContent[], setting: BodySetting): PrintedBody {
  const notes: Note[] = [];
  const walk: Walk = {
    ...setting,
    notes,
    numbers: new Map(),
    unwritten: [],
    explained: new Set(),
    inNote: false,
    inHeading: false,
  };
  const tree = printAll(body, walk);
  // The list grows while notes refer to further notes.
  for (let next = walk.unwritten.shift(); next !== undefined; next = walk.unwritten.shift()) next();
  return { tree, notes: [...notes].sort((one, other) => one.number - other.number) };
}

function printAll(nodes: readonly ElementContent[], walk: Walk): ElementContent[] {
  return keepAnnouncements(
    nodes.flatMap((node) => (node.type === "element" ? printElement(node, walk) : [node])),
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
      return [walk.images.place(node, walk.words)];
    case "li":
      return [printItem(node, walk)];
    case "pre":
      return [printCode(node)];
    case "span":
      return [printSpan(node, walk)];
    case "table":
      return [{ ...widenTable(node), children: printAll(node.children, walk) }];
    default:
      return [{ ...node, children: dropSpaceAfterLabel(printAll(node.children, walk)) }];
  }
}

function printLink(node: Element, walk: Walk): ElementContent[] {
  const address = String(node.properties.href ?? "");
  const children = () => printAll(node.children, walk);
  if (address.startsWith("#")) {
    const id = address.slice(1);
    const footnote = walk.footnotes.find((one) => one.id === id);
    if (footnote !== undefined) return [markNote(numberFootnote(footnote, walk), walk)];
    const link: Element = { ...node, children: children() };
    return walk.inHeading ? [link] : [link, ...walk.references.refer(id, walk.words)];
  }
  const shown = textOf(node.children);
  const link = (content: readonly ElementContent[]) => ({ ...node, children: [...content] });
  if (isShownAddress(shown, address)) {
    return [{ ...link(breakAddress(shown)), properties: { ...node.properties, dir: "ltr" } }];
  }
  const plain = address.replace(/^mailto:/, "");
  if (address.startsWith("mailto:") || walk.inNote) {
    const known = shown.includes(plain);
    const place = inline("span", "address", breakAddress(plain), { dir: "ltr" });
    return known ? [link(children())] : [link(children()), text(" ("), place, text(")")];
  }
  // A number in a heading would stand in the bookmarks; a link in one keeps its address in the PDF.
  if (walk.inHeading) return [link(children())];
  return [link(children()), markNote(numberAddress(address, walk), walk)];
}

function numberAddress(address: string, walk: Walk): number {
  return numberNote(address, walk, () => [
    element("p", "note-address", [
      inline("a", "address", breakAddress(address), { href: address, dir: "ltr" }),
    ]),
  ]);
}

function numberFootnote(footnote: Footnote, walk: Walk): number {
  return numberNote(`#${footnote.id}`, walk, () =>
    printAll(footnote.children, { ...walk, inNote: true }),
  );
}

/** The same footnote or address again keeps its number. */
function numberNote(key: string, walk: Walk, write: () => readonly ElementContent[]): number {
  const known = walk.numbers.get(key);
  if (known !== undefined) return known;
  const number = walk.numbers.size + 1;
  walk.numbers.set(key, number);
  // Written after the text that refers to it: a thousand notes, each in the one before, would not
  // fit the stack.
  walk.unwritten.push(() => {
    walk.notes.push({ id: noteId(walk.chapterId, number), number, tree: write() });
  });
  return number;
}

function noteId(chapterId: string, number: number): string {
  return `${chapterId}-note-${number}`;
}

function markNote(number: number, walk: Walk): Element {
  const { language } = walk.words;
  const numeral = formatNumber(language, number);
  // A raised Arabic numeral one is a stroke like any other mark: parentheses tell it apart.
  const shown = language.script === "Arab" ? `(${numeral})` : numeral;
  return inline("a", "note-ref", [inline("sup", "note-ref-mark", [text(shown)])], {
    href: `#${noteId(walk.chapterId, number)}`,
  });
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
  const label = element("p", "aside-label", [text(walk.words.say(`label-${kind}`))]);
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
  return placeTaskBox(item, walk.words) ?? keepWhole(item);
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
  const mark = inline("span", "elsewhere-mark", [text(` (${walk.words.say("elsewhere")})`)]);
  return { ...node, children: [...children, mark] };
}
