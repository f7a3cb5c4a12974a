import { toAsciiDigits } from "./digits.ts";
import type { Duration } from "./page.ts";

/** Words for a unit of time, in the languages of known curricula; compared by their beginning. */
const UNITS: readonly (readonly [minutes: number, words: RegExp])[] = [
  [
    1,
    /^(m|min|mins|mn|minut\p{L}*|دقيقة|دقائق|دقيقه|دقیقه|мин\p{L}*|хв\p{L}*|dakika|dk|phút|menit|分|分钟|分鐘)$/u,
  ],
  [
    60,
    /^(h|hr|hrs|hours?|horas?|heures?|stunden?|ore|ساعة|ساعات|ساعه|ساعت|час\p{L}*|годин\p{L}*|saat|giờ|jam|小时|小時)$/u,
  ],
];
const RANGE = /^([-–—−~]|to|or|a|à|o|ou|bis|إلى|الى|تا|до)$/u;
const OPEN = /^(\+|plus|more|más|mas|على|الأقل)$/u;
/** Words that change nothing: "about", "from", "and". */
const FILLER =
  /^(about|approx|approximately|ca|circa|around|from|between|and|of|de|entre|unos|aproximadamente|y|environ|et|من|بين|و|حوالي|از|حدود|around|est|or)$/u;

/**
 * Reads a session's duration: "30-60 minutes", "1 hour", "1-2 hours", "1.5 hours", "1h30",
 * "1 hour 30 minutes", "120+ minutes", "30-45 minutos", "٣٠-٤٥ دقيقة". A number alone is minutes.
 *
 * @returns undefined when the text is not wholly understood, so that no sum is wrong in silence.
 */
export function readDuration(text: string): Duration | undefined {
  if (text.length > 100) return undefined;
  const tokens = toAsciiDigits(text.toLowerCase())
    .replace(/\b(\d+)\s*(?:h|:)\s*([0-5]\d)\b/gu, "$1 hours $2 minutes")
    .match(/\d+(?:[.,٫]\d+)?|\p{L}[\p{L}\p{M}]*|[^\s.,()]/gu);
  if (tokens === null) return undefined;
  const sides: { number: number; unit: number | undefined }[][] = [[]];
  let open = false;
  for (const token of tokens) {
    const side = sides.at(-1) ?? [];
    const last = side.at(-1);
    const unit = UNITS.find(([, words]) => words.test(token))?.[0];
    if (/^\d/.test(token)) {
      side.push({ number: Number(token.replace(/[,٫]/, ".")), unit: undefined });
    } else if (unit !== undefined) {
      if (last === undefined || last.unit !== undefined) return undefined;
      last.unit = unit;
    } else if (OPEN.test(token)) {
      open = true;
    } else if (RANGE.test(token) && side.length > 0) {
      sides.push([]);
    } else if (!FILLER.test(token)) {
      return undefined;
    }
  }
  const filled = sides.filter((side) => side.length > 0);
  const [low, high] = [filled[0], filled[1] ?? filled[0]];
  if (low === undefined || high === undefined || filled.length > 2) return undefined;
  const minutes = [low, high].map((side) => total(side, high.at(-1)?.unit ?? 1));
  const [minMinutes, maxMinutes] = minutes;
  if (minMinutes === undefined || maxMinutes === undefined) return undefined;
  if (maxMinutes < minMinutes || maxMinutes === 0 || maxMinutes > LONGEST_MINUTES) return undefined;
  return { minMinutes, maxMinutes, open };
}

/** Two weeks: more is a mistake of typing. */
const LONGEST_MINUTES = 14 * 24 * 60;

/**
 * The sum of durations: ranges add at both ends, and one open end opens the sum.
 *
 * @returns undefined when none of them is known.
 */
export function sumDurations(durations: Iterable<Duration | undefined>): Duration | undefined {
  let sum: Duration | undefined;
  for (const each of durations) {
    if (each === undefined) continue;
    sum = {
      minMinutes: (sum?.minMinutes ?? 0) + each.minMinutes,
      maxMinutes: (sum?.maxMinutes ?? 0) + each.maxMinutes,
      open: (sum?.open ?? false) || each.open,
    };
  }
  return sum;
}

function total(
  side: readonly { number: number; unit: number | undefined }[],
  defaultUnit: number,
): number | undefined {
  // "30 45 minutes" is no quantity; "1 hour 30" is.
  const units = side.map((each, index) => each.unit ?? (index === 0 ? defaultUnit : 1));
  if (side.length > 2) return undefined;
  if (side.length === 2 && !(units[0] === 60 && units[1] === 1)) return undefined;
  return Math.round(side.reduce((sum, each, index) => sum + each.number * (units[index] ?? 1), 0));
}
