import type { Bounds } from "./svg-bounds.ts";
import { cascade } from "./svg-cascade.ts";
import { measurePrecision } from "./svg-precision.ts";
import { findExcess } from "./svg-references.ts";
import { findSeenWords } from "./svg-seen-words.ts";
import { Outlines } from "./svg-shapes.ts";
import { type DrawingSize, sizeDrawing } from "./svg-size.ts";
import { Refusal, readSvgTree, type SvgNode } from "./svg-tree.ts";
import { dropHidden } from "./svg-visible.ts";
import { drawWords, PLACE_ATTRIBUTES, type SetWords, type WordPart } from "./svg-words.ts";
import { writeSvg } from "./svg-write.ts";

/** A clean drawing, or why there is none. */
export type ReducedSvg =
  | {
      readonly svg: string;
      readonly widthPx: number;
      readonly heightPx: number;
      /** Characters of its words that no font draws; their names stand in their places. */
      readonly lacking: readonly string[];
      /** Shapes and words that nobody saw, or groups of these: they are left out. */
      readonly hiddenParts: number;
      /** Words that are drawn, and of which it is not known that anybody sees them: they are in no label. */
      readonly doubtfulWords: number;
      /** What it asks for and is not drawn: properties, kinds of values, selectors. */
      readonly unread: readonly string[];
    }
  | { readonly svg?: undefined; readonly reason: string };

/** A see-through group is painted apart and then upon the rest, each within the next. */
const DEEPEST_VEIL = 20;

/**
 * Reduces an SVG file to the shapes that are seen, and what says how they look: every value is read by
 * the grammar of its attribute, and written anew. No scripts, events, animation, style sheets, nor any
 * address but those within the drawing; no editor's notes or names; nothing hidden. Words are drawn as
 * shapes. Two files that draw the same with other spellings give the same bytes. Entities and
 * document types with declarations are refused, never expanded.
 *
 * @param set for drawings with words, which are refused without it.
 */
export function reduceSvg(text: string, set?: SetWords): ReducedSvg {
  try {
    return reduce(text, set);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message };
    // The parser's own errors: the text is not well-formed.
    return { reason: "damage" };
  }
}

function reduce(text: string, set: SetWords | undefined): ReducedSvg {
  const tree = readSvgTree(text, set !== undefined);
  const size = sizeDrawing(tree.root.attributes);
  if (size === undefined) throw new Refusal("absence of a size");
  const unread = cascade(tree);
  if (findDeepestVeil(tree.root) > DEEPEST_VEIL) throw new Refusal("depth of see-through groups");
  const excess = findExcess(tree);
  if (excess !== undefined) throw new Refusal(excess);
  const lacking = set === undefined ? [] : drawAllWords(tree.root, set, size);
  const precisionOf = measurePrecision(tree, Math.max(size.box[2], size.box[3]));
  const outlines = new Outlines((node) => precisionOf(node).inside);
  const view = findView(tree.root, size);
  const hiddenParts = dropHidden(tree, outlines, view);
  const words = listWords(tree.root);
  const seenWords = words.length === 0 ? new Set<SvgNode>() : findSeenWords(tree, outlines, view);
  const doubtfulWords = words.filter((one) => !seenWords.has(one)).length;
  const svg = writeSvg(tree, size, precisionOf, outlines, seenWords);
  const { widthPx, heightPx } = size;
  return { svg, widthPx, heightPx, lacking, hiddenParts, doubtfulWords, unread };
}

function listWords(node: SvgNode): readonly SvgNode[] {
  const own = (node.words ?? "").trim() === "" ? [] : [node];
  return [...own, ...node.children.flatMap(listWords)];
}

/** How many see-through elements stand within each other. */
function findDeepestVeil({ style, children }: SvgNode): number {
  let deepest = 0;
  for (const child of children) deepest = Math.max(deepest, findDeepestVeil(child));
  return deepest + (style.has("opacity") ? 1 : 0);
}

/** What is seen of a drawing's space: the view box, and what is beside it where its shape is another. */
function findView({ attributes }: SvgNode, { box, width, height }: DrawingSize): Bounds {
  const [x, y, boxWidth, boxHeight] = box;
  const scale = Math.min(width / boxWidth, height / boxHeight);
  const isStretched = /none|slice/.test(attributes.get("preserveAspectRatio") ?? "");
  const beside = isStretched ? 0 : Math.max(width / scale - boxWidth, height / scale - boxHeight);
  return {
    left: x - beside,
    top: y - beside,
    right: x + boxWidth + beside,
    bottom: y + boxHeight + beside,
  };
}

/** Draws each text element's words into the paths that stand for them. */
function drawAllWords(node: SvgNode, set: SetWords, size: DrawingSize): readonly string[] {
  if (node.tag !== "text") return node.children.flatMap((one) => drawAllWords(one, set, size));
  const parts: WordPart[] = [];
  const nodes: SvgNode[] = [];
  const path: ReadonlyMap<string, string>[] = [];
  for (let above = node.parent; above !== undefined; above = above.parent)
    path.unshift(above.style);
  let place = new Map<string, string>();
  const collect = (one: SvgNode, outside: readonly ReadonlyMap<string, string>[]) => {
    if (one.words === undefined) {
      refuseUnset(one);
      for (const [name, value] of one.attributes) {
        if (PLACE_ATTRIBUTES.has(name)) place.set(name, value);
      }
      for (const child of one.children) collect(child, [...outside, one.style]);
      return;
    }
    // What forces a direction prints a telephone number backwards.
    const plain = one.words.replace(/[\u202A-\u202E]/g, "").normalize("NFC");
    parts.push({ path: outside, place, text: plain });
    nodes.push(one);
    place = new Map();
  };
  collect(node, path);
  const { paths, lacking } = drawWords(parts, set, size);
  for (const [index, one] of nodes.entries()) {
    one.attributes = new Map([["d", paths[index] ?? ""]]);
  }
  // Letters have neither ends nor corners that marks could stand on, and are wound in one way.
  node.style = new Map([...node.style, ...GLYPH_STYLE]);
  return lacking;
}

const GLYPH_STYLE: readonly (readonly [string, string])[] = [
  ["fill-rule", "nonzero"],
  ["marker-start", "none"],
  ["marker-mid", "none"],
  ["marker-end", "none"],
];

/** Attributes of words that we do not set: told, since without them the words stand elsewhere. */
const UNSET = ["textLength", "rotate", "writing-mode", "glyph-orientation-vertical"];

function refuseUnset({ attributes }: SvgNode): void {
  for (const name of UNSET) {
    const value = attributes.get(name);
    if (value !== undefined && !/^(?:0|lr|horizontal)/.test(value.trim())) {
      throw new Refusal(`\`${name}\` of words`);
    }
  }
}
