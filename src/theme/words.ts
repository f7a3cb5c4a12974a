import { choosePlural, formatNumber } from "../language/format.ts";
import { ENGLISH, type Language, languageOf, speakingLanguage } from "../language/language.ts";
import type { Catalogue, Catalogues } from "./catalogue.ts";
import { diagnose } from "./rules.ts";
import type { Theme, Words } from "./theme.ts";
import { themeError } from "./theme-error.ts";

/** The words of one language. */
export interface Voice {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

/**
 * What a theme says with these words.
 *
 * @param folder of the theme, as it is named in messages.
 */
export function speakFrom(
  catalogues: Catalogues,
  folder: string,
): Pick<Theme, "catalogues" | "languages" | "hasWords" | "words"> {
  return {
    catalogues,
    languages: [...catalogues.keys()].sort(),
    hasWords: (language) => findVoices(catalogues, language).length > 0,
    words(language) {
      const voices = [...findVoices(catalogues, language), ...findVoices(catalogues, ENGLISH)];
      return createWords(language, voices, folder);
    },
  };
}

/** The words that the words of a language stand for: its own, and English ones where it has none. */
export function wordsBelow(catalogues: Catalogues, tag: string): Catalogue {
  return new Map([...(catalogues.get("en") ?? []), ...(catalogues.get(tag) ?? [])]);
}

/**
 * The catalogues of a language and of its nearer relatives, nearest first: `pt-BR`, then `pt`; `zh-TW`,
 * then `zh-Hant`. They speak the book's own language, unless they write another script (`sr` in a book in
 * `sr-Latn`) or the book's is known by its script alone: then they speak the likeliest one of that.
 */
function findVoices(catalogues: Catalogues, book: Language): Voice[] {
  const language = speakingLanguage(book);
  const parts = language.tag.split("-");
  const tags = parts.map((_, at) => parts.slice(0, parts.length - at).join("-"));
  const written = `${parts[0]}-${language.script}`;
  if (!tags.includes(written)) tags.splice(-1, 0, written);
  return tags.flatMap((tag): readonly Voice[] => {
    const catalogue = catalogues.get(tag);
    if (catalogue === undefined) return [];
    const own = languageOf(tag);
    return [{ language: own.script === language.script ? language : own, catalogue }];
  });
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
