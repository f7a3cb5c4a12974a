import { choosePlural, formatNumber } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import type { Words } from "./theme.ts";

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
 * @throws RangeError for a key that no voice has: a defect of the theme, found by its tests.
 */
export function createWords(language: Language, voices: readonly Voice[]): Words {
  const find = (key: string) => {
    for (const voice of voices) {
      const entry = voice.catalogue.get(key);
      if (entry !== undefined) return { entry, language: voice.language };
    }
    throw new RangeError(`no words for "${key}" in ${language.tag}`);
  };
  const words: Words = {
    language,
    all: listForms(voices),
    languageOf: (key) => find(key).language,
    inOneLanguage(keys) {
      const voice = voices.find(({ catalogue }) => keys.every((key) => catalogue.has(key)));
      return voice === undefined ? words : createWords(voice.language, [voice]);
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
