import { type FontSet, findFontNeed, loadFonts } from "../../font/load-fonts.ts";
import type { Host } from "../../host/host.ts";
import type { OpenWords } from "../../image/svg-words.ts";
import { languageOf, NO_LANGUAGE } from "../../language/language.ts";

/**
 * Fonts for the words of drawings in a book; read when a drawing has words, which is seldom, and for
 * what they are: a drawing may have letters that no page has.
 */
export function openWordsOf({ fileSystem }: Host, languageTag: string | undefined): OpenWords {
  const language = languageTag === undefined ? NO_LANGUAGE : languageOf(languageTag);
  const known = new Map<string, FontSet>();
  return async (characters) => {
    const { openWords } = await import("../../font/set-words.ts");
    const need = findFontNeed(characters, language.script);
    const key = JSON.stringify([[...need.scripts], need.isWide, need.hasBoxes, [...need.han]]);
    const fonts = known.get(key) ?? (await loadFonts(fileSystem, need));
    known.set(key, fonts);
    return await openWords(fonts, language, characters);
  };
}
