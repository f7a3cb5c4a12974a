/** One text, made ready to be compared with many. */
export interface Compared {
  readonly length: number;
  /** For each of its UTF-16 units the places where that stands, a bit for each. */
  readonly masks: ReadonlyMap<number, Uint32Array>;
}

const WORD_BITS = 32;
const WORD_SIZE = 2 ** WORD_BITS;

export function prepareText(text: string): Compared {
  const masks = new Map<number, Uint32Array>();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const mask = masks.get(unit) ?? new Uint32Array(Math.ceil(text.length / WORD_BITS));
    mask[at >>> 5] = (mask[at >>> 5] ?? 0) | (1 << (at & 31));
    masks.set(unit, mask);
  }
  return { length: text.length, masks };
}

/**
 * How alike two texts are, from 0 to 1, as `msgmerge` counts it: the UTF-16 units of their longest common
 * subsequence, twice, by those of both. Bits of whole words are compared at once (Hyyrö, "Bit-parallel LCS-length
 * computation revisited", 2004).
 */
export function similarityOf({ length, masks }: Compared, text: string): number {
  const open = new Uint32Array(Math.ceil(length / WORD_BITS)).fill(WORD_SIZE - 1);
  for (let at = 0; at < text.length; at += 1) {
    const mask = masks.get(text.charCodeAt(at));
    if (mask === undefined) continue;
    let carry = 0;
    for (let word = 0; word < open.length; word += 1) {
      const bits = open[word] ?? 0;
      const found = mask[word] ?? 0;
      const sum = bits + ((bits & found) >>> 0) + carry;
      carry = sum >= WORD_SIZE ? 1 : 0;
      open[word] = (sum % WORD_SIZE) | (bits & ~found);
    }
  }
  let common = 0;
  for (let at = 0; at < length; at += 1) {
    if ((((open[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 0) common += 1;
  }
  return length + text.length === 0 ? 1 : (2 * common) / (length + text.length);
}
