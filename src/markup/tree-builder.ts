import { withoutFillers } from "../markdown/fillers.ts";
import { VOID_ELEMENTS } from "./allow-list.ts";
import {
  bridge,
  IMPLIED_ENDS,
  isInline,
  isStructure,
  isTextBlock,
  wrapsText,
} from "./content-model.ts";
import type { Element, ElementContent } from "./document.ts";

/**
 * A level of Markdown can be several elements (`ul`, `li`). The steps after this one add levels (a
 * `tbody` to each table, an `aside`), and a hundred must never be reached.
 */
const MORE_ELEMENTS = 24;

/** Who opened an element: Markdown, whose structure is always whole, or a tag in the text. */
export type Opener = "markdown" | "html";

interface Frame {
  readonly tag: string;
  readonly opener: Opener;
  readonly element: Element;
  /** False until the element stands in the tree; a paragraph gets there with its first text. */
  attached: boolean;
  /** True where the tags are dropped and the content goes to the frame below. */
  readonly ghost: boolean;
}

/**
 * Builds a valid tree from opening tags, closing tags and text in any order. No input can make it
 * throw, nest deeper than it may, or take more than linear time: whatever does not fit the
 * content model is closed, wrapped or left out at the moment it comes.
 */
export class TreeBuilder {
  readonly #root: Element = makeElement("root", {}, undefined);
  readonly #frames: Frame[] = [
    { tag: "root", opener: "markdown", element: this.#root, attached: true, ghost: false },
  ];
  /** Tags beyond the depth, by name, so that their ends close nothing else. */
  #excess = new Map<string, number>();
  #reachedDepth = false;
  /** Levels that can be built; what is nested deeper goes into the last of them. */
  readonly #mostDepth: number;

  /** @param nesting levels of Markdown within each other. */
  constructor(nesting: number) {
    this.#mostDepth = nesting + MORE_ELEMENTS;
  }

  /** True where something was nested too deep to be kept as it was. */
  get reachedDepth(): boolean {
    return this.#reachedDepth;
  }

  /** True within a link, whoever opened it. */
  get isInLink(): boolean {
    return this.#frames.some((frame) => frame.tag === "a");
  }

  /** Opens an element; `element` comes without children. */
  open(element: Element, opener: Opener): void {
    const tag = element.tagName;
    if (opener === "html" && this.#frames.length >= this.#mostDepth && !VOID_ELEMENTS.has(tag)) {
      this.#excess.set(tag, (this.#excess.get(tag) ?? 0) + 1);
      this.#reachedDepth = true;
      return;
    }
    if (isInline(tag)) this.#openInline(element, opener);
    else this.#openBlock(element, opener);
  }

  /** Closes the last element of that name, if the same opener has one open. */
  close(tag: string, opener: Opener): void {
    const excess = this.#excess.get(tag) ?? 0;
    if (opener === "html" && excess > 0) {
      this.#excess.set(tag, excess - 1);
      return;
    }
    for (let index = this.#frames.length - 1; index > 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame === undefined) return;
      if (frame.tag === tag && frame.opener === opener) {
        this.#cutTo(index);
        return;
      }
      if (opener === "html" && frame.opener === "markdown") return;
    }
  }

  /** Adds text; white space alone only where a line of text has begun. */
  text(written: string): void {
    const value = withoutFillers(written);
    if (value === "") return;
    const isSpace = value.trim() === "";
    const parent = this.#top();
    if (isSpace) {
      const last = parent.attached ? parent.element.children.at(-1) : undefined;
      const follows = last !== undefined && (last.type === "text" || isInlineNode(last));
      if (isTextBlock(parent.tag) ? !parent.attached : !isInline(parent.tag) && !follows) return;
    }
    const target = this.#forInline();
    const last = target.children.at(-1);
    if (last?.type === "text") last.value += value;
    else target.children.push({ type: "text", value });
  }

  /** Adds a complete inline element. */
  addInline(element: Element): void {
    this.#forInline().children.push(element);
  }

  /** Adds a complete block, or a marker that stands between blocks. */
  addBlock(element: Element): void {
    const parent = this.#forBlock(element.tagName);
    parent?.children.push(element);
  }

  /** Adds a marker between blocks, or in the line of text where no block can stand. */
  addMark(element: Element): void {
    const parent = this.#forBlock(element.tagName) ?? this.#forInline();
    parent.children.push(element);
  }

  /** Ends what the tags of one piece of HTML left open within a line. */
  endLine(): void {
    let end = this.#frames.length;
    while (end > 1 && this.#isLoose(end - 1)) end -= 1;
    this.#cutTo(end);
  }

  finish(): ElementContent[] {
    this.#cutTo(1);
    return this.#root.children;
  }

  #openInline(element: Element, opener: Opener): void {
    const tag = element.tagName;
    if (VOID_ELEMENTS.has(tag)) {
      this.addInline(element);
      return;
    }
    // A link in a link: the outer one is kept, the inner one's text too.
    const ghost = (tag === "a" && this.isInLink) || this.#frames.length >= this.#mostDepth;
    if (!ghost) this.#forInline().children.push(element);
    if (this.#frames.length >= this.#mostDepth) this.#reachedDepth = true;
    this.#frames.push({ tag, opener, element, attached: true, ghost });
  }

  #openBlock(element: Element, opener: Opener): void {
    const tag = element.tagName;
    if (opener === "html") this.#endImplied(tag);
    const tooDeep = this.#frames.length >= this.#mostDepth;
    if (tooDeep) this.#reachedDepth = true;
    const parent = tooDeep ? undefined : this.#forBlock(tag);
    if (VOID_ELEMENTS.has(tag)) {
      parent?.children.push(element);
      return;
    }
    if (parent === undefined) {
      // Markdown's own end must find its frame; an HTML end without one is ignored.
      if (opener === "markdown") {
        this.#frames.push({ tag, opener, element, attached: true, ghost: true });
      }
      return;
    }
    const attached = tag !== "p";
    if (attached) parent.children.push(element);
    this.#frames.push({ tag, opener, element, attached, ghost: false });
  }

  /** Makes room for a block: the element that gets it, undefined where none can have it. */
  #forBlock(tag: string): Element | undefined {
    let end = this.#frames.length;
    while (end > 1 && this.#isLoose(end - 1)) end -= 1;
    const below = this.#frames[end - 1];
    if (below === undefined) return undefined;
    // Past paragraphs, which can be split, and dropped tags: what really holds the text here.
    let holder = end - 1;
    while (holder > 0 && this.#isPassed(holder)) holder -= 1;
    const holderTag = this.#frames[holder]?.tag ?? "root";
    if (isInline(holderTag) || isTextBlock(holderTag)) return undefined;
    this.#cutTo(end);
    if (below.tag === "p") this.#splitParagraph();
    const parent = this.#container();
    const between = bridge(parent.tagName, tag);
    if (between === undefined) return undefined;
    let target = parent;
    for (const name of between) {
      const element = makeElement(name, {}, undefined);
      target.children.push(element);
      this.#frames.push({ tag: name, opener: "html", element, attached: true, ghost: false });
      target = element;
    }
    return target;
  }

  /** A block within Markdown's paragraph: the paragraph goes on behind it as a new one. */
  #splitParagraph(): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined || !frame.attached) return;
    const element = makeElement("p", {}, frame.element.position);
    this.#frames[this.#frames.length - 1] = { ...frame, element, attached: false };
  }

  /** The element that takes text now; opens a paragraph or a cell where one is needed. */
  #forInline(): Element {
    const top = this.#top();
    if (isStructure(top.tag)) {
      const part = bridge(top.tag, "p") ?? [];
      for (const name of part) {
        const element = makeElement(name, {}, undefined);
        this.#container().children.push(element);
        this.#frames.push({ tag: name, opener: "html", element, attached: true, ghost: false });
      }
      return this.#forInline();
    }
    if (wrapsText(top.tag)) {
      const element = makeElement("p", {}, undefined);
      top.element.children.push(element);
      this.#frames.push({ tag: "p", opener: "html", element, attached: true, ghost: false });
      return element;
    }
    if (!top.attached) {
      const below = this.#container(true);
      below.children.push(top.element);
      top.attached = true;
    }
    return top.element;
  }

  /** The last frame that stands in the tree or will. */
  #top(): Frame {
    for (let index = this.#frames.length - 1; index > 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame !== undefined && !frame.ghost) return frame;
    }
    return { tag: "root", opener: "markdown", element: this.#root, attached: true, ghost: false };
  }

  /** The nearest element for blocks; paragraphs are passed over. */
  #container(belowTop = false): Element {
    for (let index = this.#frames.length - 1; index > 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame === undefined || frame.ghost || frame.tag === "p") continue;
      if (belowTop && isInline(frame.tag)) continue;
      return frame.element;
    }
    return this.#root;
  }

  /** True for tags in the text that any block may close. */
  #isLoose(index: number): boolean {
    const frame = this.#frames[index];
    return frame?.opener === "html" && (isInline(frame.tag) || frame.tag === "p");
  }

  #isPassed(index: number): boolean {
    const frame = this.#frames[index];
    return frame !== undefined && (frame.ghost || frame.tag === "p");
  }

  #endImplied(tag: string): void {
    const rule = IMPLIED_ENDS.get(tag);
    if (rule === undefined) return;
    for (let index = this.#frames.length - 1; index > 0; index -= 1) {
      const frame = this.#frames[index];
      if (frame === undefined || frame.opener === "markdown" || rule.stops.includes(frame.tag)) {
        return;
      }
      if (rule.ends.includes(frame.tag)) {
        this.#cutTo(index);
        return;
      }
    }
  }

  #cutTo(length: number): void {
    if (this.#frames.length > length) this.#excess = new Map();
    this.#frames.length = length;
  }
}

export function makeElement(
  tagName: string,
  properties: Element["properties"],
  position: Element["position"],
  children: ElementContent[] = [],
): Element {
  const element: Element = { type: "element", tagName, properties, children };
  if (position !== undefined) element.position = position;
  return element;
}

export function isInlineNode(node: ElementContent): boolean {
  return node.type === "text" || (node.type === "element" && isInline(node.tagName));
}
