import type { Duration } from "../source/page.ts";

/** Adds ranges: least with least, most with most; open where one is. Undefined where none is known. */
export function sumDurations(durations: readonly (Duration | undefined)[]): Duration | undefined {
  const known = durations.filter((duration) => duration !== undefined);
  if (known.length === 0) return undefined;
  return known.reduce((sum, duration) => ({
    minMinutes: sum.minMinutes + duration.minMinutes,
    maxMinutes: sum.maxMinutes + duration.maxMinutes,
    open: sum.open || duration.open,
  }));
}
