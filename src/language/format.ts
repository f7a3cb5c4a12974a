import { ENGLISH, isUnnamed, type Language, speakingLanguage } from "./language.ts";

/** A calendar date of which only some parts may be known. */
export interface PartialDate {
  readonly text: string;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** Minutes; `open` means "or more". */
export interface MinutesRange {
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly open: boolean;
}

/**
 * What `Intl` makes for a language, made once: each takes a hundred times as long as its answer, and
 * memory that no garbage collector sees.
 */
function perLanguage<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const known = new Map<string, Made>();
  return (language) => {
    const made = known.get(language.tag) ?? make(language);
    known.set(language.tag, made);
    return made;
  };
}

/**
 * The language in which dates and durations of a book are said: the one that the book speaks where CLDR
 * has it, English where not (Rohingya, Karen). `Intl` would take the machine's language then, and a
 * book would say where it was made.
 */
export const formattingLanguage = perLanguage((language) => {
  const spoken = speakingLanguage(language);
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(spoken.tag).length > 0;
  return isKnown ? spoken : ENGLISH;
});

/** Countries of the Arab west, where the digits are the European ones. */
const ARAB_WEST: ReadonlySet<string> = new Set(["DZ", "EH", "LY", "MA", "MR", "TN"]);

/**
 * The digits of a language, by CLDR's name: `latn`, `arab`, `arabext`, `deva`. CLDR leaves Arabic
 * without a country to European digits; a book in Arabic is set in Arabic ones.
 */
export const numberingSystem = perLanguage((language) => {
  const spoken = speakingLanguage(language);
  const { language: base, region, numberingSystem: asked } = new Intl.Locale(spoken.tag);
  if (asked !== undefined) return asked;
  if (base === "ar") return ARAB_WEST.has(region ?? "") ? "latn" : "arab";
  return new Intl.NumberFormat(formattingLanguage(language).tag).resolvedOptions().numberingSystem;
});

/** The tag with which `Intl` sets numbers in the language's own digits. */
const localeOf = perLanguage((language) => {
  const { tag } = formattingLanguage(language);
  return new Intl.Locale(tag, { numberingSystem: numberingSystem(language) }).toString();
});

const NUMBERS = perLanguage(
  (language) => new Intl.NumberFormat(localeOf(language), { useGrouping: false }),
);

/** A number in the language's own numerals, ungrouped: for folios and counts. */
export function formatNumber(language: Language, value: number): string {
  return NUMBERS(language).format(value);
}

/**
 * The mark of a note in a text. A raised Arabic numeral one is a stroke like any other mark:
 * parentheses tell it apart.
 */
export function formatNoteMark(language: Language, number: number): string {
  const numeral = formatNumber(language, number);
  return language.script === "Arab" ? `(${numeral})` : numeral;
}

/** What is said of a date, down to its last part that is known. */
const dates = (parts: Intl.DateTimeFormatOptions) =>
  perLanguage(
    (language) =>
      new Intl.DateTimeFormat(localeOf(language), {
        calendar: "gregory",
        timeZone: "UTC",
        ...parts,
      }),
  );

const DATES = {
  year: dates({ year: "numeric" }),
  month: dates({ year: "numeric", month: "long" }),
  day: dates({ year: "numeric", month: "long", day: "numeric" }),
};

/**
 * Month and year in the language ("mayo de 2015"), with the day where it is known, the year alone
 * where only that is known, and the text as given where it is no date. Always the Gregorian
 * calendar: a month of one calendar is no month of another.
 */
export function formatDate(language: Language, date: PartialDate): string {
  if (date.year === undefined) return date.text;
  const moment = Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  const last = date.month === undefined ? "year" : date.day === undefined ? "month" : "day";
  return DATES[last](language).format(moment);
}

/** Where minutes become hard to read, hours rounded to the half are used. */
const HOURS_FROM_MINUTES = 150;

const durations = (unit: "hour" | "minute") =>
  perLanguage(
    (language) =>
      new Intl.NumberFormat(localeOf(language), {
        style: "unit",
        unit,
        unitDisplay: "long",
        maximumFractionDigits: 1,
      }),
  );

const HOURS = durations("hour");
const MINUTES = durations("minute");

/** "30–60 minutes", "3.5–5 hours", in the language's words and numerals; says nothing of `open`. */
export function formatDuration(language: Language, duration: MinutesRange): string {
  const inHours = duration.maxMinutes >= HOURS_FROM_MINUTES;
  const format = (inHours ? HOURS : MINUTES)(language);
  const shown = (minutes: number) => (inHours ? Math.round(minutes / 30) / 2 : minutes);
  const least = shown(duration.minMinutes);
  const most = shown(duration.maxMinutes);
  return least === most ? format.format(least) : format.formatRange(least, most);
}

const LISTS = perLanguage(
  ({ tag }) => new Intl.ListFormat(tag, { style: "long", type: "conjunction" }),
);

/** "A, B and C" in the language's way; with commas alone where CLDR does not know it. */
export function formatList(language: Language, items: readonly string[]): string {
  return partList(language, items)
    .map(({ text }) => text)
    .join("");
}

/** The same in pieces: the items, and what stands between them. */
export function partList(
  language: Language,
  items: readonly string[],
): readonly { readonly isItem: boolean; readonly text: string }[] {
  if (Intl.ListFormat.supportedLocalesOf(language.tag).length === 0) {
    const comma = { isItem: false, text: ARABIC_COMMA.has(language.script) ? "، " : ", " };
    return items.flatMap((text, index) => [
      ...(index === 0 ? [] : [comma]),
      { isItem: true, text },
    ]);
  }
  return LISTS(language)
    .formatToParts(items)
    .map(({ type, value }) => ({ isItem: type === "element", text: value }));
}

/** Scripts that write a comma as Arabic does (Unicode Standard, U+060C). */
const ARABIC_COMMA: ReadonlySet<string> = new Set(["Arab", "Rohg", "Syrc", "Thaa"]);

const PLURALS = perLanguage(({ tag }) => new Intl.PluralRules(tag));

/** The plural category (CLDR) of a count in a language; "other" where CLDR has no rule for it. */
export function choosePlural(language: Language, count: number): string {
  if (Intl.PluralRules.supportedLocalesOf(language.tag).length === 0) return "other";
  return PLURALS(language).select(count);
}

const names = (type: "language" | "script") =>
  perLanguage((into) => new Intl.DisplayNames([formattingLanguage(into).tag], { type }));

const LANGUAGE_NAMES = names("language");
const SCRIPT_NAMES = names("script");

/**
 * The name of a language in a language; in English, or its tag, where that has none. Of one that nobody
 * has named, the name of its script.
 */
export function nameLanguage(language: Language, into: Language): string {
  return isUnnamed(language.tag)
    ? (SCRIPT_NAMES(into).of(language.script) ?? language.script)
    : (LANGUAGE_NAMES(into).of(language.tag) ?? language.tag);
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What stands in a book in its language, whatever its pages are written in: its name, and months. */
export const listCalendarWords = perLanguage((language): readonly string[] => [
  nameLanguage(language, language),
  ...MONTHS.map((month) => formatDate(language, { year: 2026, month, day: 1, text: "" })),
]);
