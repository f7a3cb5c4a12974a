import { directionOf } from "../language/bidi-classes.ts";
import { dropInvisible, LONG_WORD } from "../language/invisible-characters.ts";
import type { Direction } from "../language/language.ts";
import { INLINE_ELEMENTS } from "./allow-list.ts";
import type { Element, ElementContent } from "./document.ts";
import { isInlineNode } from "./tree-builder.ts";
import { rawText } from "./tree-walk.ts";

/** What an element stands in. */
interface Around {
  /** Canonical tag. */
  readonly language: string;
  readonly direction: Direction;
  /** Every letter of the line is read in that direction: no isolation changes its order. */
  readonly isPlain: boolean;
}

/** Without an attribute they are what stands in them; within a plain line, `bdi` and `bdo` too. */
const BARE: ReadonlySet<string> = new Set(["abbr", "bdi", "bdo", "span"]);

/** Twice is no more than once, and two beside each other are one. */
const EMPHASIS: ReadonlySet<string> = new Set(["b", "em", "i", "strong", "u"]);

/**
 * A tree without elements and attributes that change nothing: a `span` of nothing, a language or
 * direction that holds anyway, numbers of a list as they would be, places to break a line where none
 * is needed. Nobody sees whether they are there, and a row of them could number a copy. Names of places
 * stay until it is known which are led to (`publication`). The tree is changed in place.
 */
export function dropIdleElements(
  children: readonly ElementContent[],
  language: string,
  direction: Direction,
): ElementContent[] {
  return settleFlow(children, { language, direction, isPlain: false });
}

function settleFlow(children: readonly ElementContent[], around: Around): ElementContent[] {
  const line = rawText(children.filter(isInlineNode));
  const inLine = { ...around, isPlain: isPlain(line, around.direction) };
  const settled = children.flatMap((child) =>
    child.type === "element" ? settleElement(child, inLine) : [child],
  );
  return settleBreaks(joinNeighbours(settled));
}

function settleElement(element: Element, around: Around): ElementContent[] {
  const { properties, tagName } = element;
  const isInline = INLINE_ELEMENTS.has(tagName);
  const hasLetters = /\p{L}/u.test(rawText(element.children));
  if (properties.lang === around.language || (isInline && !hasLetters)) delete properties.lang;
  const isSame = properties.dir === around.direction || properties.dir === "auto";
  const isIdle = isInline
    ? isSame && around.isPlain && properties.lang === undefined
    : properties.dir === around.direction;
  if (isIdle) delete properties.dir;
  if (tagName === "ol") settleNumbers(element);
  const inner = {
    ...around,
    language: String(properties.lang ?? around.language),
    direction:
      properties.dir === "ltr" || properties.dir === "rtl" ? properties.dir : around.direction,
  };
  element.children = isInline
    ? settleBreaks(joinNeighbours(element.children.flatMap((one) => settleInline(one, inner))))
    : settleFlow(element.children, inner);
  const isBare = BARE.has(tagName) && Object.keys(properties).length === 0;
  if (isBare && (tagName === "span" || tagName === "abbr" || around.isPlain)) {
    return element.children;
  }
  return [element];
}

function settleInline(node: ElementContent, around: Around): ElementContent[] {
  return node.type === "element" ? settleElement(node, around) : [node];
}

/** Blocks of Unicode outside of which no letter is read from the right. */
const MAY_RUN_LEFT = /[\u0590-\u08FF\u200F\uD802-\uD83B\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** From the right, digits have an order of their own. */
function isPlain(line: string, direction: Direction): boolean {
  if (direction === "ltr" && !MAY_RUN_LEFT.test(line)) return true;
  for (const sign of line) {
    const own = directionOf(sign);
    if (own !== undefined && own !== direction) return false;
    if (direction === "rtl" && /\p{N}/u.test(sign)) return false;
  }
  return true;
}

function settleNumbers({ properties, children }: Element): void {
  if (Number(properties.start) === 1) delete properties.start;
  let number = Number(properties.start ?? 1);
  for (const child of children) {
    if (child.type !== "element" || child.tagName !== "li") continue;
    const { value } = child.properties;
    if (Number(value) === number) delete child.properties.value;
    else if (value !== undefined) number = Number(value);
    number += 1;
  }
}

function joinNeighbours(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  const grown = new Set<Element>();
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else if (child.type === "element" && isSameEmphasis(last, child)) {
      for (const one of child.children) last.children.push(one);
      grown.add(last);
    } else joined.push(child.type === "text" ? { ...child } : child);
  }
  for (const one of grown) one.children = joinNeighbours(one.children);
  return joined;
}

function isSameEmphasis(one: ElementContent | undefined, other: Element): one is Element {
  return (
    one?.type === "element" &&
    one.tagName === other.tagName &&
    EMPHASIS.has(one.tagName) &&
    Object.keys(one.properties).length + Object.keys(other.properties).length === 0
  );
}

/** Keeps a place to break a line where a long word or a writing without spaces needs it. */
function settleBreaks(children: readonly ElementContent[]): ElementContent[] {
  const kept = children.filter((child, at) => {
    if (!isBreak(child)) return true;
    if (isBreak(children[at + 1])) return false;
    const [before, behind] = [wordBeside(children, at, -1), wordBeside(children, at, 1)];
    const isWithin = before.length > 1 && behind.length > 1;
    if (isWithin && before.length + behind.length >= LONG_WORD) return true;
    return dropInvisible(`${before}\u200B${behind}`).includes("\u200B");
  });
  return kept.length === children.length ? kept : joinNeighbours(kept);
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === "element" && node.tagName === "wbr";
}

/** More letters, and places to break, than are looked at on one side of a place. */
const NEAR = 100;

/** The letters of a word on one side of a place, over other places to break it. */
function wordBeside(children: readonly ElementContent[], at: number, step: 1 | -1): string {
  let word = "";
  for (let count = 1; count <= NEAR; count += 1) {
    const node = children[at + step * count];
    if (isBreak(node)) continue;
    if (node?.type !== "text") return word;
    const near = step < 0 ? node.value.slice(-NEAR) : node.value.slice(0, NEAR);
    const [part = ""] = (step < 0 ? /\S*$/u : /^\S*/u).exec(near) ?? [];
    word = step < 0 ? part + word : word + part;
    if (part.length < near.length) return word;
  }
  return word;
}
