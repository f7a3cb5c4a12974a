import { type FontNeed, type FontSet, findFontNeed, loadFonts } from "../../font/load-fonts.ts";
import type { Host } from "../../host/host.ts";
import { listCalendarWords } from "../../language/format.ts";
import { languageOf } from "../../language/language.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";

/** The bundled fonts, and those of the other scripts and letters that are needed. */
export function openFonts({ fileSystem }: Host, needs: FontNeed): Promise<FontSet> {
  return loadFonts(fileSystem, needs);
}

/** By what is written in any page: a book may show the name of another. */
export function listFontNeeds(loaded: LoadedCurriculum): FontNeed {
  const needOf = (shown: string, tag: string) => {
    const language = languageOf(tag);
    return findFontNeed([shown, ...listCalendarWords(language)].join("\n"), language.script);
  };
  const { title, publisher, language } = loaded.configuration;
  const needs = [
    needOf(`${title}\n${publisher}`, language ?? "en"),
    ...loaded.pages.map((page) => needOf(loaded.textOf(page.path) ?? page.body, page.language)),
  ];
  return {
    scripts: new Set(needs.flatMap(({ scripts }) => [...scripts])),
    isWide: needs.some(({ isWide }) => isWide),
    hasBoxes: needs.some(({ hasBoxes }) => hasBoxes),
    han: new Set(needs.flatMap(({ han }) => [...han])),
  };
}
