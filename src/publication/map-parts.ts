/** Does the same to each part of a book; that there is one at least stays known. */
export function mapParts<From, To>(
  [first, ...others]: readonly [From, ...From[]],
  change: (part: From, at: number) => To,
): readonly [To, ...To[]] {
  return [change(first, 0), ...others.map((part, at) => change(part, at + 1))];
}
