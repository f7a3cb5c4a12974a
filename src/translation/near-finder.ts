import type { Entry } from "../gettext/catalogue.ts";
import type { NearFinder } from "./align-units.ts";
import { piecesOf, similarityOf, type TextPieces } from "./similarity.ts";

/** A guess that is less alike costs a translator more than it gives. */
const LEAST = 0.7;
/** Words of more entries than this say nothing of which one is alike. */
const MOST_COMMON = 200;

interface Known {
  readonly entry: Entry;
  readonly pieces: TextPieces;
}

/** Finds translated texts that are like a new one, by the rare words that they have in common. */
export function makeNearFinder(entries: readonly Entry[]): NearFinder {
  let index: ReadonlyMap<string, readonly Known[]> | undefined;
  return (source) => {
    index ??= indexWords(entries);
    const pieces = piecesOf(source);
    let best: { readonly entry: Entry; readonly similarity: number } | undefined;
    const seen = new Set<Known>();
    for (const piece of pieces.counts.keys()) {
      const found = index.get(piece) ?? [];
      if (found.length > MOST_COMMON) continue;
      for (const known of found) {
        if (seen.has(known)) continue;
        seen.add(known);
        const similarity = similarityOf(pieces, known.pieces, LEAST);
        if (similarity > (best?.similarity ?? 0)) best = { entry: known.entry, similarity };
      }
    }
    return best?.entry;
  };
}

function indexWords(entries: readonly Entry[]): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const entry of entries) {
    // A guess is no ground for another one.
    if ((entry.strings[0] ?? "") === "" || entry.flags.includes("fuzzy")) continue;
    const known = { entry, pieces: piecesOf(entry.id) };
    for (const piece of known.pieces.counts.keys()) {
      const list = index.get(piece);
      if (list === undefined) index.set(piece, [known]);
      else if (list.length <= MOST_COMMON) list.push(known);
    }
  }
  return index;
}
