import { type FontNeed, type FontSet, findFontNeed, loadFonts } from "../../font/load-fonts.ts";
import type { Host } from "../../host/host.ts";
import { listCalendarWords } from "../../language/format.ts";
import { languageOf } from "../../language/language.ts";
import type { Theme } from "../../theme/theme.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";

/** The bundled fonts, and those of the other scripts and letters that are needed. */
export function openFonts({ fileSystem }: Host, needs: FontNeed): Promise<FontSet> {
  return loadFonts(fileSystem, needs);
}

/**
 * By what is written in any page, as a book may show the name of another, and by what a theme says in
 * their languages.
 */
export function listFontNeeds(loaded: LoadedCurriculum, theme: Theme): FontNeed {
  const needOf = (shown: string, tag: string) => {
    const language = languageOf(tag);
    return findFontNeed([shown, ...listCalendarWords(language)].join("\n"), language.script);
  };
  const { title, publisher, language } = loaded.configuration;
  const tags = [...new Set(loaded.pages.map((page) => page.language))];
  const needs = [
    needOf(`${title}\n${publisher}`, language ?? "en"),
    ...loaded.pages.map((page) => needOf(loaded.textOf(page.path) ?? page.body, page.language)),
    ...tags.map((tag) => needOf(theme.words(languageOf(tag)).all.join("\n"), tag)),
  ];
  return {
    scripts: new Set(needs.flatMap(({ scripts }) => [...scripts])),
    isWide: needs.some(({ isWide }) => isWide),
    hasBoxes: needs.some(({ hasBoxes }) => hasBoxes),
    han: new Set(needs.flatMap(({ han }) => [...han])),
  };
}
