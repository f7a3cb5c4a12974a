/** What of a text is compared: its words, alone and in pairs that follow each other. */
export interface TextPieces {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * How alike two texts are, from 0 to 1 (Dice).
 *
 * @param least what is less alike is 0: most pairs are known for such by their lengths.
 */
export function similarityOf(ours: TextPieces, theirs: TextPieces, least: number): number {
  const total = ours.total + theirs.total;
  if (total === 0 || 2 * Math.min(ours.total, theirs.total) < least * total) return 0;
  let common = 0;
  for (const [piece, count] of ours.counts)
    common += Math.min(count, theirs.counts.get(piece) ?? 0);
  const similarity = (2 * common) / total;
  return similarity < least ? 0 : similarity;
}

/** A text without spaces is compared by its letters. */
export function piecesOf(text: string): TextPieces {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isUnspaced = words.some((word) => word.length > 30);
  const units = isUnspaced ? [...words.join("")] : words;
  const counts = new Map<string, number>();
  let total = 0;
  const add = (piece: string) => {
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
    total += 1;
  };
  for (const [at, unit] of units.entries()) {
    add(unit);
    if (at > 0) add(`${units[at - 1]} ${unit}`);
  }
  return { counts, total };
}
