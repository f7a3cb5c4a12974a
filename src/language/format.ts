import { ENGLISH, isUnnamed, type Language, speakingLanguage } from "./language.ts";
import { factsOf, writeNumber } from "./locale-facts.ts";

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

/** How a book in a language says dates, times and numbers. */
const speechOf = perLanguage((language) =>
  factsOf(formattingLanguage(language), numberingSystem(language)),
);

/** A number in the language's own numerals, ungrouped: for folios and counts. */
export function formatNumber(language: Language, value: number): string {
  return writeNumber(speechOf(language), value);
}

/**
 * The mark of a note in a text. A raised Arabic numeral one is a stroke like any other mark:
 * parentheses tell it apart.
 */
export function formatNoteMark(language: Language, number: number): string {
  const numeral = formatNumber(language, number);
  return language.script === "Arab" ? `(${numeral})` : numeral;
}

/**
 * Month and year in the language ("mayo de 2015"), with the day where it is known, the year alone
 * where only that is known, and the text as given where it is no date. Always the Gregorian
 * calendar: a month of one calendar is no month of another.
 */
export function formatDate(language: Language, date: PartialDate): string {
  const { year, month, day, text } = date;
  if (year === undefined) return text;
  const speech = speechOf(language);
  const { dates, months, monthsOfYear } = speech;
  const last = month === undefined ? "year" : day === undefined ? "month" : "day";
  const names = last === "day" ? months : monthsOfYear;
  return dates[last]
    .replace("{d}", writeNumber(speech, day ?? 1))
    .replace("{m}", names[(month ?? 1) - 1] ?? "")
    .replace("{y}", writeNumber(speech, year));
}

/** Where minutes become hard to read, hours rounded to the half are used. */
const HOURS_FROM_MINUTES = 150;

/** "30–60 minutes", "3.5–5 hours", in the language's words and numerals; says nothing of `open`. */
export function formatDuration(language: Language, duration: MinutesRange): string {
  const inHours = duration.maxMinutes >= HOURS_FROM_MINUTES;
  const speech = speechOf(language);
  const shown = (minutes: number) => (inHours ? Math.round(minutes / 30) / 2 : minutes);
  const [least, most] = [shown(duration.minMinutes), shown(duration.maxMinutes)];
  const plural = (count: number) => choosePlural(formattingLanguage(language), count);
  const ends = `${plural(least)} ${plural(most)}`;
  const category = least === most ? plural(most) : (speech.ranges[ends] ?? plural(most));
  const patterns = inHours ? speech.hours : speech.minutes;
  const number =
    least === most
      ? writeNumber(speech, most)
      : writeNumber(speech, least) + speech.to + writeNumber(speech, most);
  return (patterns[category] ?? patterns.other ?? "{n}").replace("{n}", number);
}

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
  const { pair, list } = speechOf(language);
  const [opening = "", first = "", middle = "", last = "", closing = ""] =
    items.length > 2 ? list : [pair[0], "", "", pair[1], pair[2]];
  return items.flatMap((text, at) => {
    const isLast = at === items.length - 1;
    const before =
      at === 0 ? opening : isLast ? joinSpanish(language, last, text) : at === 1 ? first : middle;
    return [
      ...(before === "" ? [] : [{ isItem: false, text: before }]),
      { isItem: true, text },
      ...(isLast && at > 0 && closing !== "" ? [{ isItem: false, text: closing }] : []),
    ];
  });
}

/** "Ana e Iván": `y` becomes `e` before its own sound (CLDR, UTS 35 part 2 §11). */
function joinSpanish({ tag }: Language, and: string, next: string): string {
  if (!/^es(?:-|$)/.test(tag) || !/^(?:i|hi(?![ae]))/i.test(next)) return and;
  return and.replace(/ y $/, " e ");
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
  if (isUnnamed(language.tag)) return SCRIPT_NAMES(into).of(language.script) ?? language.script;
  return (
    speechOf(into).names[language.tag] ?? LANGUAGE_NAMES(into).of(language.tag) ?? language.tag
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What stands in a book in its language, whatever its pages are written in: its name, and months. */
export const listCalendarWords = perLanguage((language): readonly string[] => [
  nameLanguage(language, language),
  ...MONTHS.map((month) => formatDate(language, { year: 2026, month, day: 1, text: "" })),
]);
