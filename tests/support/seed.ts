/**
 * The seed of a slow test that picks its cases by chance. `HANDPRESS_SEED=123 npm run test:slow`
 * gives the cases of an earlier run again; otherwise each run has others. A test prints its seed.
 */
export function readSeed(): number {
  const given = process.env.HANDPRESS_SEED;
  if (given === undefined || given === "") return Math.floor(Math.random() * 2 ** 31);
  const seed = Number(given);
  if (!Number.isSafeInteger(seed))
    throw new Error(`Unexpected seed ${given}, expected a whole number in HANDPRESS_SEED`);
  return seed;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * How often a property is tried, on the same cases in each run: what fails fails for everybody, and what
 * passes does not fail tomorrow. The quick tier tries the first fifth of them, the thorough tier all.
 * `HANDPRESS_SEED=123` gives other cases.
 */
export function sameCases(numRuns = 100): { readonly numRuns: number; readonly seed: number } {
  const isGiven = (process.env.HANDPRESS_SEED ?? "") !== "";
  const isQuick = process.env.HANDPRESS_TIER === "quick";
  return {
    numRuns: isQuick ? Math.min(numRuns, Math.max(10, Math.ceil(numRuns / 5))) : numRuns,
    seed: isGiven ? readSeed() : 20_261_122,
  };
}
