import { choosePlural, formatNumber } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { diagnose } from "./rules.ts";
import type { Words } from "./theme.ts";
import { themeError } from "./theme-error.ts";

/** A string, or one a plural category (CLDR names; `other` always there). */
export type Entry = string | Readonly<Record<string, string>>;
export type Catalogue = ReadonlyMap<string, Entry>;

/** The words of one language. */
export interface Voice {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

/**
 * The interface words of a book, key by key from the first voice that has one: a translation of the
 * interface may be unfinished. `{name}` places are filled with the values; numbers and plural forms
 * are those of the voice, so that an English sentence in a Burmese book has English numerals.
 *
 * @param language of the book.
 * @param folder of the theme, as it is named in messages.
 * @throws ThemeError THM006 for a key that no voice has.
 */
export function createWords(language: Language, voices: readonly Voice[], folder = ""): Words {
  const find = (key: string) => {
    for (const voice of voices) {
      const entry = voice.catalogue.get(key);
      if (entry !== undefined) return { entry, language: voice.language };
    }
    throw themeError(diagnose("THM006 absent", { file: `${folder}/strings/en.yaml` }, { key }));
  };
  const words: Words = {
    language,
    all: listForms(voices),
    languageOf: (key) => find(key).language,
    inOneLanguage(keys) {
      const voice = voices.find(({ catalogue }) => keys.every((key) => catalogue.has(key)));
      return voice === undefined ? words : createWords(voice.language, [voice], folder);
    },
    say(key, values = {}) {
      const { entry, language: own } = find(key);
      const form = typeof entry === "string" ? entry : chooseForm(entry, own, values.count);
      return form.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined) return place;
        return typeof value === "number" ? formatNumber(own, value) : value;
      });
    },
  };
  return words;
}

function chooseForm(
  forms: Readonly<Record<string, string>>,
  language: Language,
  count: string | number | undefined,
): string {
  const category = typeof count === "number" ? choosePlural(language, count) : "other";
  return forms[category] ?? forms.other ?? "";
}

/** Each key's forms, of the voice that says it. */
function listForms(voices: readonly Voice[]): readonly string[] {
  const entries = new Map([...voices].reverse().flatMap(({ catalogue }) => [...catalogue]));
  return [...entries.values()].flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
}
