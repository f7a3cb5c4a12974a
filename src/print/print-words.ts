import type { ElementContent, Text } from "../markup/document.ts";
import { element, text } from "./print-nodes.ts";

/** Longer than any word or address that somebody typed. */
const ENDLESS = /\S{1000,}/u;
/** A few lines: UTF-16 code units. */
const PIECE = /[\s\S]{1,400}(?![\uDC00-\uDFFF\p{M}])/gu;

/**
 * Words without an end get places where they may break: Chromium shapes the rest of a word anew for
 * each of its lines, minutes for one of 100,000 letters. What is read and copied stays as it was.
 */
export function partEndlessWords(node: Text): readonly ElementContent[] {
  if (!ENDLESS.test(node.value)) return [node];
  const pieces = node.value.match(PIECE) ?? [];
  // Marks without end on one letter leave no place for a break, and no letter may be lost.
  if (pieces.join("") !== node.value) return [node];
  return pieces.flatMap((piece, index) =>
    index === 0 ? [text(piece)] : [element("wbr", "", []), text(piece)],
  );
}
