import { type Language, languageOf } from "./language.ts";
import shipped from "./locale-facts.json" with { type: "json" };

/** How a language says dates, times, numbers and lists. Places are `{y}`, `{m}`, `{d}`, `{n}`. */
export interface LocaleFacts {
  /** CLDR's name of the digits: `latn`, `arab`. */
  readonly numbering: string;
  /** The ten of them, from nought. */
  readonly digits: string;
  readonly decimal: string;
  /** A year alone, with its month, and with month and day. */
  readonly dates: { readonly year: string; readonly month: string; readonly day: string };
  /** Names of months as they stand beside a day, and beside a year alone. */
  readonly months: readonly string[];
  readonly monthsOfYear: readonly string[];
  /** By plural category. */
  readonly hours: Readonly<Record<string, string>>;
  readonly minutes: Readonly<Record<string, string>>;
  /** Stands between the two numbers of a range. */
  readonly to: string;
  /** Plural categories of ranges that are not those of their ends: `one other`. */
  readonly ranges: Readonly<Record<string, string>>;
  /** Around and between two items. */
  readonly pair: readonly string[];
  /** Before the first of several, behind it, between others, before the last, behind that. */
  readonly list: readonly string[];
  /** Names of languages by their tags. */
  readonly names: Readonly<Record<string, string>>;
}

const SHIPPED: Readonly<Record<string, LocaleFacts>> = shipped;

/** The tags of the languages whose facts come with the product. */
export const SHIPPED_LOCALES: readonly string[] = Object.keys(SHIPPED);

/**
 * The facts of a language as CLDR 48 has them: `Intl` has those of whichever version its Node came with,
 * and Hindi's October is written in two ways. Of the languages that do not come with the product, what
 * `Intl` says.
 *
 * @param language one that CLDR has.
 * @param numbering of its digits.
 */
export function factsOf(language: Language, numbering: string): LocaleFacts {
  const known = SHIPPED[findShipped(language) ?? ""];
  return known?.numbering === numbering ? known : deriveFacts(language.tag, numbering, []);
}

/** A language of a country says dates as the language does, unless it has words of its own. */
function findShipped(language: Language): string | undefined {
  const parts = language.tag.split("-");
  for (let count = parts.length; count > 0; count -= 1) {
    const tag = parts.slice(0, count).join("-");
    if (Object.hasOwn(SHIPPED, tag) && languageOf(tag).script === language.script) return tag;
  }
  return undefined;
}

/** What `Intl` says of a language. @param named tags of the languages whose names are asked. */
export function deriveFacts(tag: string, numbering: string, named: readonly string[]): LocaleFacts {
  const locale = new Intl.Locale(tag, { numberingSystem: numbering }).toString();
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, value) => plain.format(value)).join("");
  const half = plain.formatToParts(1.5).find(({ type }) => type === "decimal");
  const decimal = half?.value ?? ".";
  const day = deriveDates(locale, { year: "numeric", month: "long", day: "numeric" });
  const month = deriveDates(locale, { year: "numeric", month: "long" });
  const minutes = deriveUnit(locale, tag, "minute");
  const names = new Intl.DisplayNames([tag], { type: "language" });
  return {
    numbering,
    digits,
    decimal,
    dates: {
      year: deriveDates(locale, { year: "numeric" }).pattern,
      month: month.pattern,
      day: day.pattern,
    },
    months: day.months,
    monthsOfYear: month.months,
    hours: deriveUnit(locale, tag, "hour"),
    minutes,
    ...deriveRanges(locale, tag, { digits, decimal, minutes }),
    pair: deriveList(tag, 2),
    list: deriveList(tag, 4),
    names: Object.fromEntries(named.map((one) => [one, names.of(one) ?? one])),
  };
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const DATE_PLACES: Readonly<Record<string, string>> = { year: "{y}", month: "{m}", day: "{d}" };

function deriveDates(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): { readonly pattern: string; readonly months: readonly string[] } {
  const format = new Intl.DateTimeFormat(locale, {
    calendar: "gregory",
    timeZone: "UTC",
    ...options,
  });
  const partsOf = (month: number) => format.formatToParts(Date.UTC(2026, month, 1));
  return {
    pattern: partsOf(0)
      .map(({ type, value }) => DATE_PLACES[type] ?? value)
      .join("")
      // As wide as a space, and as sure to stay with the year: few fonts have the narrow one.
      .replaceAll("\u202F", "\u00A0"),
    months: MONTHS.map((month) => partsOf(month).find(({ type }) => type === "month")?.value ?? ""),
  };
}

/** Numbers that have each plural category of each language in CLDR. */
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 20, 21, 22, 25, 100, 101, 103, 1.5, 2.5];

const unitFormat = (locale: string, unit: string) =>
  new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: 1,
  });

const NUMBER_PARTS: ReadonlySet<string> = new Set(["integer", "decimal", "fraction"]);

function deriveUnit(locale: string, tag: string, unit: string): Record<string, string> {
  const plurals = new Intl.PluralRules(tag);
  const format = unitFormat(locale, unit);
  const patterns: Record<string, string> = {};
  for (const count of COUNTS) {
    const written = format
      .formatToParts(count)
      .map(({ type, value }) =>
        NUMBER_PARTS.has(type) ? (type === "integer" ? "{n}" : "") : value,
      )
      .join("");
    patterns[plurals.select(count)] ??= written;
  }
  return patterns;
}

function deriveRanges(
  locale: string,
  tag: string,
  { digits, decimal, minutes }: Pick<LocaleFacts, "digits" | "decimal" | "minutes">,
): Pick<LocaleFacts, "to" | "ranges"> {
  const plurals = new Intl.PluralRules(tag);
  const format = unitFormat(locale, "minute");
  const write = (value: number) => writeNumber({ digits, decimal }, value);
  const [before = ""] = format.formatRange(30, 60).split(write(60));
  const to = before.slice(before.indexOf(write(30)) + write(30).length);
  const ranges: Record<string, string> = {};
  for (const least of COUNTS) {
    for (const most of COUNTS.filter((one) => one > least)) {
      const usual = plurals.select(most);
      const said = format.formatRange(least, most);
      const chosen = [usual, ...Object.keys(minutes)].find(
        (one) => minutes[one]?.replace("{n}", write(least) + to + write(most)) === said,
      );
      if (chosen !== undefined && chosen !== usual) {
        ranges[`${plurals.select(least)} ${usual}`] = chosen;
      }
    }
  }
  return { to, ranges };
}

/** A number in the language's numerals, ungrouped, with at most one digit behind the point. */
export function writeNumber(
  { digits, decimal }: Pick<LocaleFacts, "digits" | "decimal">,
  value: number,
): string {
  const numerals = [...digits];
  return Array.from(`${Math.round(value * 10) / 10}`, (one) =>
    one === "." ? decimal : (numerals[Number(one)] ?? one),
  ).join("");
}

function deriveList(tag: string, count: number): readonly string[] {
  const items = Array.from({ length: count }, (_, at) => `${at}`);
  const around = [""];
  for (const { type, value } of new Intl.ListFormat(tag).formatToParts(items)) {
    if (type === "element") around.push("");
    else around[around.length - 1] += value;
  }
  return around;
}
