import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseLanguage } from "../language/language.ts";
import type { Theme } from "../theme/theme.ts";
import type { Book } from "./select-books.ts";

/** THM007, once a language, where a theme speaks English in a book of another language. */
export function reportMissingWords(theme: Theme, books: readonly Book[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return books.flatMap(({ module }): readonly Diagnostic[] => {
    const language = parseLanguage(module.language);
    if (language === undefined || seen.has(module.language) || theme.hasWords(language)) return [];
    seen.add(module.language);
    return [
      {
        code: "THM007",
        severity: "warning",
        message: `Unexpected language \`${module.language}\`, expected one that the theme has interface words in (${theme.languages.join(", ")})`,
        place: { file: module.page.path },
        hint: `Words such as “Contents” stand in English. To add yours, make a folder my-theme with a theme.yaml that says \`extends: handout\` and a file strings/${module.language}.yaml, and build with \`--theme ./my-theme\`.`,
      },
    ];
  });
}
