import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isUnnamed, type Language, parseLanguage } from "../../language/language.ts";
import { quoteValue } from "../../source/quotation.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Book } from "./select-books.ts";

/** Words that every book shows, for the example: with them a reader finds the way. */
const FIRST_WORDS = ["contents", "notes", "stage-activity", "stage-input", "stage-deepening"];

/** THM007, once a language, where a theme speaks English in a book of another language. */
export function reportMissingWords(theme: Theme, books: readonly Book[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return books.flatMap(({ module }): readonly Diagnostic[] => {
    const language = parseLanguage(module.language);
    if (language === undefined || seen.has(module.language) || theme.hasWords(language)) return [];
    // Words are written for a language: of what is known by its script alone, its name is asked for.
    if (isUnnamed(language.tag)) return [];
    seen.add(module.language);
    return [
      {
        code: "THM007",
        severity: "warning",
        message: `Unexpected language \`${module.language}\`, expected one that the theme has interface words in (${theme.languages.join(", ")})`,
        place: { file: module.page.path },
        hint: `Words such as “Contents” stand in English. ${theme.isBundled ? showTheme(theme, language) : showWords(theme, language, "the theme's folder")}`,
      },
    ];
  });
}

/** A theme of one's own that says more words, each file whole. */
function showTheme(theme: Theme, language: Language): string {
  return `Make a folder my-theme, and build with \`--theme ./my-theme\`.
Write into the file my-theme/theme.yaml:
title: My theme
description: With words in another language
extends: ${theme.name}

${showWords(theme, language, "my-theme")}`;
}

function showWords(theme: Theme, language: Language, folder: string): string {
  const words = theme.words(language);
  const lines = FIRST_WORDS.map((key) => `${key}: ${quoteValue(words.say(key))}`);
  return `In ${folder}, write a file strings/${language.tag}.yaml with your words behind the colons, and with more
from themes/handout/strings/en.yaml, as many as you like:
${lines.join("\n")}`;
}
