import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isUnnamed, languageOf } from "../../language/language.ts";
import { quoteValue } from "../../source/quotation.ts";
import { diagnose } from "../../theme/rules.ts";
import type { Theme } from "../../theme/theme.ts";
import type { Book } from "./select-books.ts";

/** Words that every book shows, for the example: with them a reader finds the way. */
const FIRST_WORDS = ["contents", "notes", "stage-activity", "stage-input", "stage-deepening"];

/** THM007, once a language, where a theme speaks English in a book of another language. */
export function reportMissingWords(theme: Theme, books: readonly Book[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return books.flatMap(({ module }): readonly Diagnostic[] => {
    const language = languageOf(module.language);
    if (seen.has(module.language) || theme.hasWords(language)) return [];
    // Words are written for a language: of what is known by its script alone, its name is asked for.
    if (isUnnamed(language.tag)) return [];
    seen.add(module.language);
    const words = theme.words(language);
    const values = {
      language: module.language,
      languages: theme.languages.join(", "),
      tag: language.tag,
      lines: FIRST_WORDS.map((key) => `${key}: ${quoteValue(words.say(key))}`).join("\n"),
    };
    const hint = theme.isBundled ? "bundled" : "own";
    return [diagnose(`THM007 ${hint}`, { file: module.page.path }, values)];
  });
}
