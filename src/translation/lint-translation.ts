import { numberingSystem } from "../language/format.ts";
import { languageOf } from "../language/language.ts";
import { findMainScript, isWrittenIn, weighScripts } from "../language/scripts.ts";
import { toAsciiDigits } from "../source/digits.ts";

/** What looks like damage in a translation, with what a message says of it. */
export type Damage =
  | {
      readonly kind: "numbers" | "code" | "places" | "notes";
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: "emphasis" | "links"; readonly found: number; readonly expected: number }
  | { readonly kind: "link signs" | "spaces" | "digits" | "mixed digits"; readonly found: string }
  | { readonly kind: "long" | "script"; readonly found: string };

/** A translation that takes more room than this many times its source is often two texts. */
const MOST_TIMES_LONGER = 3;
/** Short texts may be much longer in another language. */
const LEAST_LONG = 60;
const LEAST_LETTERS = 20;
/** The part of the letters that are of the language in a text with many names. */
const LEAST_OWN = 0.1;

const CODE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()]*|\]\([^()\s]*\)|<[^<>]*>/g;

/**
 * Compares a translation with its source, as far as a program can: numbers, code, places of addresses and
 * notes, emphasis, links, signs of Markdown that were broken on the way, digits, length and script.
 *
 * @param language canonical tag of the translation.
 */
export function lintTranslation(
  source: string,
  translation: string,
  language: string,
): readonly Damage[] {
  return [
    ...compareSets("code", source, translation, (text) => text.match(CODE) ?? []),
    ...compareSets("notes", source, translation, (text) => text.match(/\[\^[^\]\s]+\]/g) ?? []),
    ...comparePlaces(source, translation),
    ...compareSets("numbers", plainOf(source), plainOf(translation), listNumbers),
    ...compareCounts("emphasis", source, translation, countStrong),
    ...compareCounts("links", source, translation, (text) => text.match(/\]\(/g)?.length ?? 0),
    ...findBrokenSigns(source, translation),
    ...judgeDigits(plainOf(translation), language),
    ...judgeLength(source, translation),
    ...judgeScript(plainOf(translation), language),
  ];
}

/** Without code and addresses, which are the same in every language. */
function plainOf(text: string): string {
  return text
    .replace(CODE, " ")
    .replace(ADDRESS, " ")
    .replace(/\{\d+\}|\[\^[^\]\s]+\]/g, " ");
}

function compareSets(
  kind: "code" | "notes" | "numbers",
  source: string,
  translation: string,
  list: (text: string) => readonly string[],
): readonly Damage[] {
  const [expected, found] = [list(source), list(translation)].map((one) => [...one].sort());
  if (expected?.join("\n") === found?.join("\n")) return [];
  return [{ kind, found: sayList(found), expected: sayList(expected) }];
}

function sayList(items: readonly string[] = []): string {
  return items.length === 0 ? "none" : items.join(", ");
}

/** Of two digits or more: small numbers are written as words in many languages. */
function listNumbers(text: string): readonly string[] {
  return (
    toAsciiDigits(text)
      .replace(/(?<=\d)[,.٫٬'’\u00A0\u202F ](?=\d{3}(?!\d))/g, "")
      .match(/\d{2,}/g) ?? []
  );
}

/** An address may be typed in the place of its number; none may be lost. */
function comparePlaces(source: string, translation: string): readonly Damage[] {
  const list = (text: string) => [...new Set(text.match(/\{\d+\}/g) ?? [])];
  const given = list(translation);
  const localised =
    (translation.match(/\]\((?!\{)/g)?.length ?? 0) - (source.match(/\]\((?!\{)/g)?.length ?? 0);
  const missing = list(source).filter((place) => !given.includes(place));
  if (missing.length <= Math.max(0, localised)) return [];
  return [{ kind: "places", found: sayList(given), expected: sayList(list(source)) }];
}

function compareCounts(
  kind: "emphasis" | "links",
  source: string,
  translation: string,
  count: (text: string) => number,
): readonly Damage[] {
  const [expected, found] = [count(source), count(translation)];
  return expected === found ? [] : [{ kind, found, expected }];
}

/** Pairs of `**`; single stars are too often signs of something else. */
function countStrong(text: string): number {
  return Math.floor((text.replace(CODE, "").match(/(?<!\\)\*\*/g)?.length ?? 0) / 2);
}

/** `[text] (url)`, `！[`, `［text］（url）`, `** bold **`. */
function findBrokenSigns(source: string, translation: string): readonly Damage[] {
  const text = translation.replace(CODE, "");
  const broken =
    /[\]］]\s+[(（]\{?[^\s)）]*[/\d}.]|[！]\s*[[［]|!\s+\[|[［][^\]］]*[\]］]\s*[(（]|\]\s*（/.exec(
      text,
    );
  const spaced = /(?:^|[\s(])(\*\*|__)\s+\S[^*_]*?\s+\1(?=$|[\s).,;:!?،。])/.exec(text);
  const isNew = (found: string) => !source.includes(found);
  return [
    ...(broken !== null && isNew(broken[0])
      ? [{ kind: "link signs" as const, found: broken[0] }]
      : []),
    ...(spaced !== null && isNew(spaced[0])
      ? [{ kind: "spaces" as const, found: spaced[0].trim() }]
      : []),
  ];
}

/** Digits of another system than the language's, unless they are part of a name in Latin letters. */
function judgeDigits(text: string, language: string): readonly Damage[] {
  const mixed = /\p{Nd}+/gu;
  for (const [digits] of text.matchAll(mixed)) {
    const systems = new Set([...digits].map(systemOf));
    if (systems.size > 1) return [{ kind: "mixed digits", found: digits }];
  }
  if (numberingSystem(languageOf(language)) === "latn") return [];
  const latin = /(?<![A-Za-z\d._-])\d+(?![A-Za-z\d_-]|\.\d)/.exec(text)?.[0];
  return latin === undefined ? [] : [{ kind: "digits", found: latin }];
}

/** Nought of the ten digits that a digit is one of. */
function systemOf(digit: string): number {
  return (digit.codePointAt(0) ?? 0) - Number(toAsciiDigits(digit));
}

function judgeLength(source: string, translation: string): readonly Damage[] {
  const isLong =
    translation.length > LEAST_LONG && translation.length > MOST_TIMES_LONGER * source.length;
  return isLong ? [{ kind: "long", found: String(translation.length) }] : [];
}

function judgeScript(text: string, language: string): readonly Damage[] {
  const weights = weighScripts(text);
  let own = 0;
  for (const [script, weight] of weights.weights) if (isWrittenIn(language, script)) own += weight;
  const script = weights.total < LEAST_LETTERS ? undefined : findMainScript(weights);
  // Names and addresses stand in a text of any language.
  if (script === undefined || own > LEAST_OWN * weights.total) return [];
  return [{ kind: "script", found: script }];
}
