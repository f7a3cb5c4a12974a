import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { FontPolicy } from "../source/book-options.ts";
import { findCarried } from "./carried-fonts.ts";
import type { FontPlan } from "./choose-fonts.ts";
import { nameCodePoint } from "./code-points.ts";
import { findCharacter, type SearchedText } from "./find-character.ts";
import type { FontSet } from "./load-fonts.ts";
import { diagnose } from "./rules.ts";

/** From so many different letters on they are told together: a script without a font. */
const LETTERS_OF_SCRIPT = 4;

/**
 * FNT001 for letters of scripts without a font and FNT002 for a single character that no font draws,
 * once for each line in which they stand; FNT003 for a font that the theme names in vain. The book is
 * made: the names of the characters stand in their places.
 *
 * @param texts where to look; what stands in none of them (a word of the theme) is told of the first.
 * @param shown what the pages show, for what is written in another way than it is shown.
 */
export function reportMissingGlyphs(
  plan: FontPlan,
  texts: readonly SearchedText[],
  shown: readonly SearchedText[] = [],
): readonly Diagnostic[] {
  const inTheme = { file: "theme.yaml", line: 1, column: 1 };
  const unknown = plan.unknownFamilies.map((font) => diagnose("FNT003", inTheme, { font }));
  const missing = plan.missing.map((codePoint) => String.fromCodePoint(codePoint));
  const letters = missing.filter((one) => /[\p{L}\p{M}]/u.test(one));
  const single = letters.length < LETTERS_OF_SCRIPT ? missing : [];
  return [
    ...unknown,
    ...(single.length === missing.length ? [] : reportLetters(letters, texts, shown)),
    ...missing
      .filter((one) => single.length > 0 || !letters.includes(one))
      .flatMap((one) => reportCharacter(one, texts, shown)),
  ];
}

function reportLetters(
  letters: readonly string[],
  texts: readonly SearchedText[],
  shown: readonly SearchedText[],
): readonly Diagnostic[] {
  const [first = ""] = letters;
  const lines = new Map<string, Place>();
  for (const place of letters.flatMap((one) => placesOf(one, texts, shown))) {
    const key = `${place.file}:${place.line}`;
    const known = lines.get(key);
    if (known === undefined || (place.column ?? 0) < (known.column ?? 0)) lines.set(key, place);
  }
  const values = { letter: first, count: letters.length, name: nameOf(first) };
  return [...lines.values()].map((place) => diagnose("FNT001", place, values));
}

function reportCharacter(
  character: string,
  texts: readonly SearchedText[],
  shown: readonly SearchedText[],
): readonly Diagnostic[] {
  const name = nameOf(character);
  return placesOf(character, texts, shown).map((place) =>
    diagnose("FNT002", place, { character, name }),
  );
}

/** FNT010, one for all letters of a cover's words that no font draws. */
export function reportCoverLetters(
  letters: readonly string[],
  texts: readonly SearchedText[],
): readonly Diagnostic[] {
  const [first] = letters;
  if (first === undefined) return [];
  const [place = { file: "" }] = placesOf(first, texts);
  const values = { character: first, name: nameOf(first) };
  return [diagnose("FNT010", place, values)];
}

function nameOf(character: string): string {
  return nameCodePoint(character.codePointAt(0) ?? 0);
}

function placesOf(
  character: string,
  texts: readonly SearchedText[],
  shown: readonly SearchedText[] = [],
): readonly Place[] {
  const found = findCharacter(character, texts);
  if (found.length > 0) return found;
  const pages = shown.filter(({ text }) => text.normalize("NFC").includes(character));
  const files = pages.length > 0 ? pages : texts.slice(0, 1);
  return files.map(({ file }) => ({ file, line: 1, column: 1 }));
}

/**
 * FNT004 for each script of which an EPUB should carry a font, by the policy, while none is installed.
 * The book is good all the same: it is read in the device's own fonts.
 */
export function reportUncarriedScripts(
  policy: FontPolicy,
  fonts: FontSet,
  bookScript: string,
  texts: readonly SearchedText[],
): readonly Diagnostic[] {
  const whole = texts.map(({ text }) => text).join("\n");
  return findCarried(whole, bookScript, policy)
    .filter(({ family }) => !fonts.has(family.name))
    .map(({ characters, family }): Diagnostic => {
      const first = characters.exec(whole)?.[0] ?? "";
      const [place = { file: "" }] = placesOf(first, texts);
      const values = { letter: first, font: family.name };
      return diagnose("FNT004", place, values);
    });
}
