import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { describeDamage } from "../../translation/describe-damage.ts";
import { lintTranslation } from "../../translation/lint-translation.ts";
import type { LanguageEdition } from "../../translation/translate-pages.ts";
import { keyOfUnit } from "../../translation/unit.ts";
import type { LoadedCurriculum } from "../load/load-curriculum.ts";

/** What looks like damage in the catalogues of some languages, given by canonical tags. */
export function lintCatalogues(
  { translations }: Pick<LoadedCurriculum, "translations">,
  languages: ReadonlySet<string>,
): readonly Diagnostic[] {
  const editions = [...(translations?.editions.values() ?? [])];
  return editions.filter(({ language }) => languages.has(language)).flatMap(lintEdition);
}

/** Once for each entry. */
function lintEdition({ language, judged, entries }: LanguageEdition): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...judged.values()].flatMap((page) =>
    page.judged.flatMap(({ unit, state, entry }): readonly Diagnostic[] => {
      const key = keyOfUnit(unit);
      const [translation = ""] = entry?.strings ?? [];
      if (entry === undefined || state !== "translated" || seen.has(key)) return [];
      seen.add(key);
      const file = entries.get(key)?.path ?? unit.place.file;
      return lintTranslation(unit.source, translation, language).map((damage) =>
        describeDamage(damage, { file, line: entry.line }, language),
      );
    }),
  );
}
