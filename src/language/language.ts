/** A language of an edition. All functions here are pure and never read the machine's locale. */
export type Direction = "ltr" | "rtl";

export interface Language {
  /** Canonical BCP 47 tag: `en`, `pt-BR`, `zh-Hant`. */
  readonly tag: string;
  readonly direction: Direction;
  /** ISO 15924 code of the language's usual script: `Latn`, `Arab`, `Cyrl`. */
  readonly script: string;
}

export const ENGLISH: Language = { tag: "en", direction: "ltr", script: "Latn" };

/** Of words that are the same in every book, such as those of a logo. */
export const NO_LANGUAGE: Language = { tag: "und", direction: "ltr", script: "Latn" };

/** Scripts that run from right to left (Unicode Standard Annex #9; CLDR `characterOrder`). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Hebr",
  "Mand",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
]);

/** @param script ISO 15924 code. */
export function runsRightToLeft(script: string): boolean {
  return RIGHT_TO_LEFT.has(script);
}

/** What was understood, by how it was written: a curriculum has few tags and says them often. */
const understood = new Map<string, Language>();

/**
 * Reads a language tag as people write it, where it enters: `ar`, `zh_TW`, `pt-br`, `zh-Hant`.
 *
 * @returns undefined when it is not a well-formed tag of a language that CLDR knows, so that a
 *   folder called `tools` or `img` is not taken for a language. A language that nobody has named is
 *   one by its script: `und-Arab`.
 */
export function parseLanguage(text: string): Language | undefined {
  const known = understood.get(text);
  if (known !== undefined) return known;
  const language = readTag(text);
  if (language !== undefined) understood.set(text, language);
  return language;
}

/**
 * The language of a tag that was understood where it entered, as are all of pages, modules and plans.
 *
 * @throws RangeError of any other, which is a defect.
 */
export function languageOf(tag: string): Language {
  const language = parseLanguage(tag);
  if (language === undefined)
    throw new RangeError(`Unexpected language tag ${JSON.stringify(tag)}`);
  return language;
}

function readTag(text: string): Language | undefined {
  // Marks of direction come with a line of a right-to-left text.
  const written = text
    .replace(/[\u061C\u200E\u200F\u2060]/g, "")
    .trim()
    .replaceAll("_", "-");
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(written)) return undefined;
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(written);
  } catch {
    return undefined;
  }
  const script = locale.maximize().script;
  // CLDR adds likely subtags only to languages that it knows.
  if (script === undefined) return undefined;
  const isKnownOne = isUnnamed(locale.baseName)
    ? locale.script !== undefined
    : isKnown(locale.language);
  if (!isKnownOne) return undefined;
  return {
    tag: locale.baseName,
    direction: runsRightToLeft(script) ? "rtl" : "ltr",
    script,
  };
}

/**
 * The language in which a book speaks for itself: its own, and for one that is known by its script alone
 * (`und-Arab`) the language of most people who read that script (CLDR, likely subtags).
 */
export function speakingLanguage(language: Language): Language {
  if (!isUnnamed(language.tag)) return language;
  const likely = new Intl.Locale(language.tag).maximize().minimize();
  return parseLanguage(likely.baseName) ?? language;
}

/** True of a tag that names a script and no language. */
export function isUnnamed(tag: string): boolean {
  return tag.startsWith("und-");
}

/**
 * True where who reads the one reads the other: one language in one script, of whatever country. A page
 * in `pt` serves readers of `pt-BR`; one in `zh-Hans` does not serve those of `zh-Hant`.
 *
 * @param one canonical tag, as is `other`.
 */
export function servesReaders(one: string, other: string): boolean {
  if (one === other) return true;
  const [primary] = one.split("-");
  const [wanted] = other.split("-");
  return primary === wanted && languageOf(one).script === languageOf(other).script;
}

/** Made once: each one reads all names of CLDR. */
const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

function isKnown(language: string): boolean {
  return language !== "" && NAMES.of(language) !== undefined;
}
