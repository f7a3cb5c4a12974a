import { toAsciiDigits } from "./digits.ts";
import type { PageDate } from "./page.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * Reads a date as trainers write it: `2015-05-00`, `2015-05`, `2015`, `03/00/2016` (month first, as
 * the content has it), `31/03/2016`, `May 2015`. Zero stands for "unknown". A day and a month that
 * could be exchanged (`03/04/2016`) leave only the year: nothing is guessed.
 *
 * @returns only the text when it is no date.
 */
export function readDate(text: string): PageDate {
  const written = text.trim();
  if (written.length > 60) return { text: written };
  const ascii = toAsciiDigits(written);
  const parts = byYear(ascii) ?? bySlashes(ascii) ?? byName(ascii);
  return parts === undefined ? { text: written } : (check(written, parts) ?? { text: written });
}

type Parts = readonly [year: number, month: number, day: number];

function byYear(text: string): Parts | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s]+\d{1,2}:.*)?$/.exec(text);
  return match === null ? undefined : [num(match[1]), num(match[2]), num(match[3])];
}

function bySlashes(text: string): Parts | undefined {
  const short = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (short !== null) return [num(short[2]), num(short[1]), 0];
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [num(match[1]), num(match[2]), num(match[3])];
  if (first > 12 && first <= 31) return [year, second, first];
  const exchangeable = first > 0 && second > 0 && second <= 12 && first !== second;
  return exchangeable ? [year, 0, 0] : [year, first, second];
}

function byName(text: string): Parts | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter((word) => word !== "");
  const month = MONTHS.findIndex((name) =>
    words.some((word) => word.length >= 3 && name.startsWith(word)),
  );
  const numbers = words
    .map((word) => word.replace(/^(\d+)(st|nd|rd|th)$/, "$1"))
    .filter((word) => /^\d+$/.test(word));
  const year = numbers.find((word) => word.length === 4);
  if (month === -1 || year === undefined || words.length !== numbers.length + 1) return undefined;
  const others = numbers.filter((word) => word !== year);
  return others.length > 1 ? undefined : [Number(year), month + 1, num(others[0])];
}

function check(text: string, [year, month, day]: Parts): PageDate | undefined {
  if (year < 1900 || year > 2199 || month > 12) return undefined;
  if (month === 0) return { text, year };
  // Day 0 of the next month is this month's last day.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return day === 0 ? { text, year, month } : { text, year, month, day };
}

function num(text: string | undefined): number {
  return text === undefined ? 0 : Number(text);
}
