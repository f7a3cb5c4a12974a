import type { Place } from "../diagnostics/diagnostic.ts";
import { findInvisible, nameSign } from "../language/find-invisible.ts";
import { GONE, markInvisible } from "../language/invisible-characters.ts";
import type { Direction } from "../language/language.ts";
import {
  hasOrderSigns,
  markIdleOrder,
  newOrderBudget,
  type OrderBudget,
} from "../language/order-signs.ts";
import { markSpaces } from "../language/spaces.ts";
import type { InvisibleInPage } from "../source/page.ts";
import { closeCode } from "./code-text.ts";
import type { Element, ElementContent } from "./document.ts";
import type { Findings } from "./findings.ts";
import { diagnose } from "./rules.ts";
import { isInlineNode } from "./tree-builder.ts";

/** Attributes whose texts a reader meets. */
const READ = ["alt", "title"];

/** More kinds of signs, and more lines, are not read in a message. */
const MOST_SIGNS = 8;
const MOST_LINES = 3;

/** Stand among the pieces of a block for a line end that is seen, and for a picture. */
const BREAK = "\uFFFE";
const OBJECT = "\uFFFC";

/**
 * Takes out of a page what nobody sees, so that no book tells whose copy its source was: two pages that
 * read as one are one. Entities have put in again what the source was read without (`&#8203;`). The
 * trees are changed in place.
 *
 * Diagnostics: MRK084 and MRK111, each once a page.
 *
 * @param trees the body and each note.
 * @param base direction of the page.
 * @param inSource what the page's text was read without.
 */
export function clearInvisible(
  trees: readonly (readonly ElementContent[])[],
  base: Direction,
  inSource: InvisibleInPage | undefined,
  findings: Findings,
): void {
  const blocks = trees.flatMap((tree) => [...listBlocks(tree, base, undefined)]);
  const found = blocks.flatMap(({ pieces }) => {
    const one = findInvisible([pieces.map(({ text }) => text).join("")], true);
    const within = pieces[0]?.within;
    if (one === undefined) return [];
    return [
      {
        counts: one.counts,
        place: within === undefined ? findings.placeAt(0) : findings.placeOf(within),
      },
    ];
  });
  lintPrivateSigns(blocks, findings);
  const budget = newOrderBudget();
  for (const block of blocks) clearBlock(block, budget);
  const places = [
    ...(inSource?.places ?? []).map(({ bodyLine, column }) => findings.placeAt(bodyLine, column)),
    ...found.map(({ place }) => place),
  ];
  const [first] = places;
  if (first === undefined) return;
  const counts = [...(inSource?.counts ?? []), ...found.map((one) => one.counts)];
  const values = { counts: sayCounts(counts), lines: sayLines(places) };
  findings.add(diagnose("MRK084", first, values));
}

/** "U+200B 12 times, U+2060 once" */
function sayCounts(lists: readonly ReadonlyMap<string, number>[]): string {
  const sums = new Map<string, number>();
  for (const [sign, count] of lists.flatMap((list) => [...list])) {
    sums.set(sign, (sums.get(sign) ?? 0) + count);
  }
  const said = [...sums].map(([sign, count]) => `${sign} ${sayTimes(count)}`);
  const more = said.length - MOST_SIGNS;
  return more > 0
    ? `${said.slice(0, MOST_SIGNS).join(", ")} and ${more} other signs`
    : said.join(", ");
}

function sayTimes(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** "line 3", "lines 3, 9 and 14", "lines 3, 9, 14 and 2 more" */
function sayLines(places: readonly Place[]): string {
  const numbers = [...new Set(places.map(({ line }) => line ?? 1))].sort((a, b) => a - b);
  const shown = numbers.slice(0, MOST_LINES).map(String);
  const more = numbers.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.pop();
  const label = numbers.length === 1 ? "line" : "lines";
  return `${label} ${shown.length === 0 ? last : `${shown.join(", ")} and ${last}`}`;
}

function clearBlock({ pieces, base, isCode }: Block, budget: OrderBudget): void {
  const whole = pieces.map(({ text }) => text).join("");
  const seen = markInvisible(whole);
  const lines = hasOrderSigns(seen) ? seen.split(isCode ? /([\n\uFFFE])/ : /(\uFFFE)/) : [seen];
  const ordered = lines.map((line) => markIdleOrder(line, [base], budget)).join("");
  const marked = isCode ? ordered : markSpaces(ordered, BREAK);
  if (!isCode && marked === whole && !whole.includes(GONE)) return;
  let at = 0;
  const cleared = pieces.map(({ text }) => {
    at += text.length;
    return marked.slice(at - text.length, at).replaceAll(GONE, "");
  });
  const closed = isCode ? closeCode(cleared) : cleared;
  for (const [index, { write }] of pieces.entries()) write?.(closed[index] ?? "");
}

/** Signs to which Unicode gives no meaning: a font may draw nothing for them, and rows of them a number. */
function lintPrivateSigns(blocks: readonly Block[], findings: Findings): void {
  for (const { pieces } of blocks) {
    for (const { text, within } of pieces) {
      const [sign] = /\p{Co}/u.exec(text) ?? [];
      if (sign === undefined) continue;
      const place = within === undefined ? findings.placeAt(0) : findings.placeOf(within);
      findings.add(diagnose("MRK111", place, { sign: nameSign(sign) }));
      return;
    }
  }
}

/** Texts that stand in one line: context for each other. */
interface Block {
  readonly pieces: readonly Piece[];
  readonly base: Direction;
  readonly isCode: boolean;
}

interface Piece {
  readonly text: string;
  /** The nearest element whose place in the file is known. */
  readonly within: Element | undefined;
  /** Absent for what stands in the text and is none. */
  readonly write?: (text: string) => void;
}

function* listBlocks(
  nodes: readonly ElementContent[],
  base: Direction,
  around: Element | undefined,
  isCode = false,
): Generator<Block> {
  let pieces: Piece[] = [];
  const described: Block[] = [];
  for (const node of nodes) {
    if (isInlineNode(node)) {
      collectPieces(node, base, around, pieces, described);
      continue;
    }
    if (pieces.length > 0) yield { pieces, base, isCode };
    pieces = [];
    if (node.type !== "element") continue;
    yield* describe(node, base, around);
    const { dir } = node.properties;
    const own = dir === "ltr" || dir === "rtl" ? dir : base;
    const within = node.position === undefined ? around : node;
    yield* listBlocks(node.children, own, within, isCode || node.tagName === "pre");
  }
  if (pieces.length > 0) yield { pieces, base, isCode };
  yield* described;
}

function collectPieces(
  node: ElementContent,
  base: Direction,
  around: Element | undefined,
  pieces: Piece[],
  described: Block[],
): void {
  if (node.type === "text") {
    pieces.push({ text: node.value, within: around, write: (text) => (node.value = text) });
  } else if (node.type === "element") {
    const within = node.position === undefined ? around : node;
    for (const one of describe(node, base, within)) described.push(one);
    if (node.tagName === "br") pieces.push({ text: BREAK, within });
    else if (node.children.length === 0) pieces.push({ text: OBJECT, within });
    for (const child of node.children) collectPieces(child, base, within, pieces, described);
  }
}

/** The texts of an element's attributes, each a line of its own. */
function* describe(node: Element, base: Direction, around: Element | undefined): Generator<Block> {
  const { properties } = node;
  for (const name of READ) {
    const text = properties[name];
    if (typeof text !== "string") continue;
    const write = (cleared: string) => {
      properties[name] = cleared;
    };
    yield { pieces: [{ text, within: around, write }], base, isCode: false };
  }
}
