/**
 * The word of a list that is nearest to a written one, counted in letters added, dropped, changed
 * or exchanged with their neighbour (optimal string alignment), at most `limit`. The first wins.
 */
export function findNearWord(
  written: string,
  words: readonly string[],
  limit: number,
): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const word of words) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const distance = countEdits(written, word);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

function countEdits(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let count = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped)
        count = Math.min(count, (beforeLast[column - 2] ?? 0) + 1);
      current.push(count);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
