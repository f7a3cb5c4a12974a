import { formatNumber } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import type { Words } from "./theme.ts";

/** A string, or one a plural category (CLDR names; `other` always there). */
export type Entry = string | Readonly<Record<string, string>>;
export type Catalogue = ReadonlyMap<string, Entry>;

/**
 * Interface words of one language. `{name}` places are filled with the values; numbers are set in
 * the language's numerals; an entry with plural forms is chosen by the value called `count`.
 *
 * @throws RangeError for a key that the catalogue lacks: a defect of the theme, found by its tests.
 */
export function createWords(language: Language, catalogue: Catalogue): Words {
  const rules = new Intl.PluralRules(language.tag);
  return {
    language,
    all: [...catalogue.values()].flatMap((entry) =>
      typeof entry === "string" ? [entry] : Object.values(entry),
    ),
    say(key, values = {}) {
      const entry = catalogue.get(key);
      if (entry === undefined) throw new RangeError(`no words for "${key}" in ${language.tag}`);
      const form = typeof entry === "string" ? entry : choosePlural(entry, rules, values.count);
      return form.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined) return place;
        return typeof value === "number" ? formatNumber(language, value) : value;
      });
    },
  };
}

function choosePlural(
  forms: Readonly<Record<string, string>>,
  rules: Intl.PluralRules,
  count: string | number | undefined,
): string {
  const category = typeof count === "number" ? rules.select(count) : "other";
  return forms[category] ?? forms.other ?? "";
}
