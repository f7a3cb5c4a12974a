/**
 * What one inspection may cost. A real book stays far below; a file made to keep a machine busy
 * stops here, and the reader is told what was not looked at.
 */
const MOST = {
  "bytes unpacked": 400_000_000,
  "bytes of objects": 100_000_000,
  "objects of the file": 800_000,
  "values of objects": 8_000_000,
  pages: 20_000,
  "elements of the structure": 1_000_000,
  bookmarks: 200_000,
  annotations: 200_000,
  "drawing operations": 3_000_000,
  "entries of name trees": 500_000,
  "characters of font tables": 2_000_000,
} as const;
export type LimitedThing = keyof typeof MOST;

/** One stream, unpacked. */
export const MOST_STREAM_BYTES = 64_000_000;

/** Counts down what an inspection may still cost. */
export class Limits {
  readonly #spent = new Map<LimitedThing, number>();
  readonly #reached = new Set<LimitedThing>();

  /** @returns false where there is no more to spend: the caller leaves the rest out. */
  spend(thing: LimitedThing, amount = 1): boolean {
    const spent = (this.#spent.get(thing) ?? 0) + amount;
    this.#spent.set(thing, spent);
    if (spent <= MOST[thing]) return true;
    this.#reached.add(thing);
    return false;
  }

  /** What was cut off, with the bound. */
  get reached(): readonly { readonly thing: LimitedThing; readonly most: number }[] {
    return [...this.#reached].map((thing) => ({ thing, most: MOST[thing] }));
  }
}
