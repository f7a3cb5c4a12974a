import { FOR_ALL, MAY_BE_FOR_TRAINERS } from "../markdown/block-rules.ts";
import { judgeHeading } from "../markdown/heading-kind.ts";
import { matchTrainerPhrase, namesTrainers, seemsMisspelled } from "../wording/trainer-phrase.ts";
import type { Wording } from "../wording/wording.ts";
import type { Element, ElementContent, ReaderMark } from "./document.ts";
import { quoteText } from "./findings.ts";
import { hasClass, textOf } from "./serialise.ts";
import { isInlineNode } from "./tree-builder.ts";
import { isBlank, rankOf, rawText, rewrite } from "./tree-walk.ts";

/** What a reader takes for no heading, and nobody looks through for one. */
const PASSED: ReadonlySet<string> = new Set(["a", "code"]);

const CELLS: ReadonlySet<string> = new Set(["td", "th", "dt"]);

/** What can hold a line of text in which a label stands. */
const HOLDERS: ReadonlySet<string> = new Set([
  "p",
  "li",
  "td",
  "th",
  "dd",
  "dt",
  "figcaption",
  "caption",
  "pre",
  "div",
]);

/**
 * Says of a shaped page, in its order, which parts are for trainers, which are for all by their
 * author's word, what its headings are, and what looks as if it were for trainers and is not marked:
 * the participant's edition must not be made of such a page.
 *
 * @param firstLine of the body in the file.
 */
export function listReaderMarks(
  children: readonly ElementContent[],
  wording: Wording,
  firstLine: number,
): readonly ReaderMark[] {
  const marks: ReaderMark[] = [];
  // What HTML left without a place of its own stands behind the last that has one.
  let start = { line: firstLine, column: 1 };
  const visit = (nodes: readonly ElementContent[]) => {
    for (const [at, node] of nodes.entries()) {
      if (node.type !== "element" || PASSED.has(node.tagName)) continue;
      start = node.position?.start ?? start;
      const { line, column } = start;
      const add = (kind: ReaderMark["kind"], text: string) => {
        marks.push({ kind, text: quoteText(text), line, column });
      };
      if (hasClass(node, FOR_ALL)) add("all", "");
      else if (hasClass(node, "trainer-note")) add("trainer", textOf(node.children));
      else if (!hasClass(node, "for-participant")) {
        const doubt = findDoubt(node, nodes[at + 1], wording);
        if (doubt !== undefined) add("doubt", doubt);
        else if (rankOf(node) > 0) add("heading", textOf(node.children));
        // One finding is enough for a line and what is in it.
        if (doubt === undefined || !HOLDERS.has(node.tagName)) visit(node.children);
        else visit(node.children.filter((child) => !isInlineNode(child)));
      }
    }
  };
  visit(children);
  return marks;
}

/** The words of an element that look like the beginning of a part for trainers. */
function findDoubt(
  node: Element,
  next: ElementContent | undefined,
  wording: Wording,
): string | undefined {
  const { tagName } = node;
  for (const said of [node.properties.alt, node.properties.title]) {
    if (typeof said === "string" && matchTrainerPhrase(wording, said)?.kind === "label")
      return said;
  }
  if (tagName === "img") return undefined;
  const text = textOf(node.children);
  if (CELLS.has(tagName) && isLabelAlone(node.children, wording)) return text;
  if (rankOf(node) > 0 || hasClass(node, "aside-label")) {
    const isBelowNote = hasClass(node, MAY_BE_FOR_TRAINERS);
    return isBelowNote || seemsForTrainers(wording, text) ? text : undefined;
  }
  if (isBold(node)) {
    const isSetOff = /[:：]$/.test(text) || (next?.type === "text" && /^\s*[:：]/.test(next.value));
    const isLabel = matchTrainerPhrase(wording, text)?.kind === "label";
    return isSetOff && isLabel ? text : undefined;
  }
  if (!HOLDERS.has(tagName)) return undefined;
  if (tagName === "th" && text.split(/\s+/).length <= 3 && namesTrainers(wording, text))
    return text;
  const lines = splitLines(node.children);
  return lines.map((line) => findInLine(line, wording)).find((found) => found !== undefined);
}

/** A label that fills its cell or term speaks of what stands beside it, which is not hidden with it. */
function isLabelAlone(children: readonly ElementContent[], wording: Wording): boolean {
  const [only, ...more] = children.filter((node) => !isBlank(node));
  if (more.length > 0 || only?.type !== "element" || !hasClass(only, "trainer-note")) return false;
  const text = rawText([only]).trim();
  const length = matchTrainerPhrase(wording, text)?.length ?? 0;
  return length > 0 && !/[\p{L}\p{N}]/u.test(text.slice(length));
}

/** "Trainers, attention!", "Trainner's note", "Notes for trainers on time": of what is no sentence. */
function seemsForTrainers(wording: Wording, text: string): boolean {
  if (matchTrainerPhrase(wording, text) !== undefined) return true;
  if (text === "" || judgeHeading(text, 2, false) !== "heading") return false;
  return namesTrainers(wording, text) || seemsMisspelled(wording, text);
}

/** More words than these, in bold at the beginning of a line, are no label. */
const MOST_LABEL_WORDS = 6;

function findInLine(line: readonly ElementContent[], wording: Wording): string | undefined {
  // MkDocs sets a box off by `!!! note "Its title"`.
  const text = rawText(line)
    .trim()
    .replace(/^(?:!!!|\?\?\?)\+? *[\w-]{1,40} +/, "");
  if (text === "") return undefined;
  const phrase = matchTrainerPhrase(wording, text);
  if (phrase?.kind === "label") return text;
  const remark = findInBrackets(text, wording);
  if (remark !== undefined) return remark;
  const [bold, ...rest] = line.filter((node) => !isBlank(node));
  if (bold?.type !== "element" || !isBold(bold)) return undefined;
  const label = rawText([bold]).trim();
  if (rest.length === 0) return seemsForTrainers(wording, label) ? label : undefined;
  const isShort = label.split(/\s+/).length <= MOST_LABEL_WORDS;
  const isLabel = isStrong(bold) && matchTrainerPhrase(wording, label)?.kind === "label";
  const isSetOff = isLabel || /[:：!]$/.test(label) || /^\s*[:：]/.test(rawText(rest));
  if (isShort && isSetOff && seemsForTrainers(wording, label)) return label;
  return isShort && matchTrainerPhrase(wording, label) !== undefined && isSetOff
    ? label
    : undefined;
}

/** "[Note to facilitators: wait]" within a line. More brackets than these hold no remarks. */
function findInBrackets(text: string, wording: Wording): string | undefined {
  const found = [...text.matchAll(/[([（【]([^()[\]（）【】]{1,60}[:：])/gu)].slice(0, 50);
  return found
    .map(([, label = ""]) => label)
    .find((label) => matchTrainerPhrase(wording, label)?.kind === "label");
}

function isBold(node: Element): boolean {
  return /^(?:strong|b|em|i)$/.test(node.tagName);
}

/** In italics alone, "Trainer's guide" can be the name of a book. */
function isStrong({ tagName, children }: Element): boolean {
  if (/^(?:strong|b)$/.test(tagName)) return true;
  const [only, ...more] = children;
  return more.length === 0 && only?.type === "element" && isStrong(only);
}

/** The lines of text of a block, up to the first block in it. */
function splitLines(children: readonly ElementContent[]): readonly ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (!isInlineNode(child)) break;
    if (child.type === "element" && hasClass(child, "trainer-note")) continue;
    if (child.type === "element" && child.tagName === "br") lines.push([]);
    else if (child.type === "text") {
      for (const [at, value] of child.value.split("\n").entries()) {
        if (at > 0) lines.push([]);
        if (value !== "") lines.at(-1)?.push({ type: "text", value });
      }
    } else lines.at(-1)?.push(child);
  }
  return lines;
}

/** The author's word that something is for all is no class of a theme's. */
export function dropReaderMarks(children: readonly ElementContent[]): ElementContent[] {
  return rewrite(children, (element) => {
    const { className, ...properties } = element.properties;
    if (!Array.isArray(className)) return element;
    const kept = className.filter((name) => name !== FOR_ALL && name !== MAY_BE_FOR_TRAINERS);
    if (kept.length === className.length) return element;
    return {
      ...element,
      properties: kept.length > 0 ? { ...properties, className: kept } : properties,
    };
  });
}
