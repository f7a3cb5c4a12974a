/** How a script sets words apart and ends its lines, for styles that must know. */
export interface ScriptTraits {
  /** Slanted letters belong to the script; where they do not, engines bend its letters by force. */
  readonly hasItalics: boolean;
  /** Words may be divided at the end of a line, with a hyphen. */
  readonly hyphenates: boolean;
}

/**
 * The scripts with a tradition of italics (CSS Fonts 4 §2.4; W3C "Language enablement"): of others
 * none that Handpress knows has one.
 */
const ITALIC: ReadonlySet<string> = new Set(["Armn", "Cyrl", "Geor", "Grek", "Latn"]);

/** Scripts that divide words with hyphens (CSS Text 4 §6.3; the patterns of libhyphen). */
const HYPHENATED: ReadonlySet<string> = new Set([
  ...ITALIC,
  "Beng",
  "Deva",
  "Gujr",
  "Guru",
  "Knda",
  "Mlym",
  "Orya",
  "Taml",
  "Telu",
]);

/** @param script ISO 15924 code. */
export function traitsOf(script: string): ScriptTraits {
  return { hasItalics: ITALIC.has(script), hyphenates: HYPHENATED.has(script) };
}

/** The scripts of East Asia: letters of one width, lines without spaces, signs of full width. */
export function isEastern(script: string): boolean {
  return EASTERN.has(script);
}

const EASTERN: ReadonlySet<string> = new Set(["Hans", "Hant", "Jpan", "Kore"]);
