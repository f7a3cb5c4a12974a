/** Words that every other title has. */
const COMMON: ReadonlySet<string> = new Set(
  "a an and the of to in on for with using your you how what de la el y et le les".split(" "),
);

/** How alike two names are by their words, 0 to 1 (Sørensen–Dice). */
export function compareWords(first: string, second: string): number {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** How alike two words are by their pairs of letters, 0 to 1 (Sørensen–Dice). */
export function compareLetters(first: string, second: string): number {
  const [a, b] = [pairsOf(first), pairsOf(second)];
  if (a.length === 0 || b.length === 0) return first === second && first !== "" ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !COMMON.has(word));
  return new Set(telling.length === 0 ? words : telling);
}

function pairsOf(text: string): string[] {
  const letters = text.normalize("NFKD").toLowerCase();
  return Array.from({ length: Math.max(letters.length - 1, 0) }, (_, index) =>
    letters.slice(index, index + 2),
  );
}
