import type { Element, ElementContent } from "./document.ts";
import { hasClass } from "./serialise.ts";
import { isInlineNode } from "./tree-builder.ts";

/** The text of one block as a reader meets it. */
export interface BlockText {
  /** Code, addresses that are their own text and marks of notes are one sign (`OBJECT`). */
  readonly text: string;
  /** Everything, code and descriptions of pictures too. */
  readonly whole: string;
  /** Line of the file on which the block begins, or the one around it. */
  readonly line: number;
}

/** Stands in a text for what is not to be read as text. */
export const OBJECT = "\uFFFC";

const LITERAL: ReadonlySet<string> = new Set(["code", "kbd", "pre", "samp"]);

/** The blocks of finished trees, in their order. Depth is bounded by `TreeBuilder`. */
export function listBlocks(trees: readonly (readonly ElementContent[])[]): readonly BlockText[] {
  const blocks: BlockText[] = [];
  const visit = (nodes: readonly ElementContent[], isLiteral: boolean, around: number) => {
    let run: ElementContent[] = [];
    const flush = () => {
      if (run.length > 0) blocks.push(readRun(run, isLiteral, around));
      run = [];
    };
    for (const node of nodes) {
      if (isInlineNode(node)) {
        run.push(node);
        continue;
      }
      flush();
      if (node.type !== "element") continue;
      const line = node.position?.start.line ?? around;
      visit(node.children, isLiteral || LITERAL.has(node.tagName), line);
    }
    flush();
  };
  for (const tree of trees) visit(tree, false, 1);
  return blocks;
}

function readRun(nodes: readonly ElementContent[], isLiteral: boolean, line: number): BlockText {
  const seen: string[] = [];
  const whole: string[] = [];
  const visit = (node: ElementContent, isHidden: boolean) => {
    if (node.type === "text") {
      seen.push(isHidden ? OBJECT : node.value);
      whole.push(node.value);
    } else if (node.type === "element" && !hasClass(node, "note-ref-mark")) {
      const { tagName, properties } = node;
      if (tagName === "br") {
        seen.push("\n");
        whole.push("\n");
        return;
      }
      const said = [properties.alt, properties.title].filter((one) => typeof one === "string");
      if (said.length > 0) whole.push(` ${said.join(" ")} `);
      if (tagName === "img") seen.push(OBJECT);
      const isOwn = LITERAL.has(tagName) || isBareLink(node);
      // A word does not go on from a link to what stands behind it.
      if (tagName === "a") whole.push(" ");
      for (const child of node.children) visit(child, isHidden || isOwn);
      if (tagName === "a") whole.push(" ");
    }
  };
  for (const node of nodes) visit(node, isLiteral);
  return { text: seen.join(""), whole: whole.join(""), line };
}

/** A link whose text is an address: what looks like markup in it is a part of it. */
function isBareLink({ tagName, children }: Element): boolean {
  const [only] = children;
  return tagName === "a" && only?.type === "text" && /^(?:https?:|mailto:|www\.)/i.test(only.value);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Signs of emphasis and escapes within a word do not part it, nor does what nobody sees. */
function bare(text: string): string {
  return text.replace(/[*_~`\\=^]|\p{Cf}|\u034F/gu, "");
}

const ASCII = /^[\0-\x7F]*$/;
const NONE: readonly string[] = [];

function bareAscii(text: string): string {
  return text.replace(/[*_~`\\=^]/g, "").toLowerCase();
}

/** The words of a text, to compare it with another: without signs, all in small letters. */
export function wordsOf(text: string): readonly string[] {
  if (ASCII.test(text)) return bareAscii(text).match(/[a-z0-9]+/g) ?? NONE;
  return (bare(text).match(WORD) ?? []).map((word) => word.toLowerCase());
}
