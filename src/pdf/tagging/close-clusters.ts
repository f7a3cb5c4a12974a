import type { Edit } from "./mark-artifacts.ts";
import { type Cluster, type Clusters, widthOf } from "./read-clusters.ts";
import type { MarkedStream } from "./structure.ts";

/** A letter and the marks over or under it. */
const MARKED_LETTER =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{Script=Inherited}+$/u;

/**
 * Lets a letter with marks end where the letter ends. A mark has no width and stands where its font
 * has its origin: under some marks in the middle of the letter. Readers take the span that says the
 * text of both to end there (Poppler), and the rest of the letter's width for a space in the word.
 * The space after the mark (`Tc`, ISO 32000-1 §9.3.2) is made what is left of it; nothing that is
 * painted moves, since the browser places what follows a mark by itself.
 */
export function closeClusters(clusters: Clusters): ReadonlyMap<MarkedStream, readonly Edit[]> {
  const edits = new Map<MarkedStream, readonly Edit[]>();
  for (const [stream, list] of clusters) {
    const found = list.flatMap(closeCluster);
    if (found.length > 0) edits.set(stream, found);
  }
  return edits;
}

function closeCluster({ said, glyphs }: Cluster): readonly Edit[] {
  if (said === undefined || !MARKED_LETTER.test(said.normalize("NFD"))) return [];
  const [letter, ...marks] = glyphs.filter(({ shown }) => shown === 1);
  const last = marks.at(-1);
  if (letter === undefined || last === undefined) return [];
  if (letter.font !== last.font || letter.size !== last.size) return [];
  const gap = letter.x + widthOf(letter) - last.x - widthOf(last);
  if (Math.abs(gap) < 0.01 * last.size) return [];
  const [start, end] = last.range;
  return [
    { at: start, removed: 0, text: `${gap.toFixed(4)} Tc ` },
    { at: end, removed: 0, text: " 0 Tc" },
  ];
}
