/** Farther than any zone; a difference beyond is a clock that goes wrong. */
const LARGEST_QUARTERS = 14 * 4;

/**
 * The zone of a clock on a wall that goes before or behind the world's.
 *
 * @param wallSeconds what it showed, read as if it were UTC.
 * @param worldSeconds the same moment in UTC.
 * @param mostRestSeconds how far apart the two notes may have been written.
 * @returns `UTC+03:30`; undefined where both agree, or their difference is none of zones.
 */
export function nameZone(
  wallSeconds: number,
  worldSeconds: number,
  mostRestSeconds: number,
): string | undefined {
  const difference = wallSeconds - worldSeconds;
  const quarters = Math.round(difference / 900);
  const rest = Math.abs(difference - quarters * 900);
  // Not-a-number, of dates that are none, fails here as well.
  if (!(rest <= mostRestSeconds) || quarters === 0) return undefined;
  const size = Math.abs(quarters);
  if (size > LARGEST_QUARTERS) return undefined;
  const [hours, minutes] = [Math.floor(size / 4), (size % 4) * 15];
  return `UTC${quarters < 0 ? "-" : "+"}${pad(hours)}:${pad(minutes)}`;
}

function pad(count: number): string {
  return String(count).padStart(2, "0");
}
