import { findScriptFonts, HAN } from "../../font/families.ts";
import { type FontSet, loadFonts } from "../../font/load-fonts.ts";
import { mayNeedBoxes, mayNeedWideFamily } from "../../font/wide-families.ts";
import type { Host } from "../../host/host.ts";
import { listCalendarWords } from "../../language/format.ts";
import { languageOf } from "../../language/language.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";

/** Which fonts the curriculum's pages ask for beside those that every book has. */
export interface FontNeeds {
  readonly scripts: ReadonlySet<string>;
  readonly isWide: boolean;
  readonly hasBoxes: boolean;
  /** Chinese characters, by code point. */
  readonly han: ReadonlySet<number>;
}

/** The bundled fonts, and those of the other scripts and letters that are needed. */
export function openFonts({ fileSystem }: Host, needs: FontNeeds): Promise<FontSet> {
  return loadFonts(fileSystem, needs);
}

/** By what is written in any page: a book may show the name of another. */
export function listFontNeeds(loaded: LoadedCurriculum): FontNeeds {
  const scripts = new Set<string>();
  const han = new Set<number>();
  let isWide = false;
  let hasBoxes = false;
  const add = (shown: string, tag: string) => {
    const language = languageOf(tag);
    const text = [shown, ...listCalendarWords(language)].join("\n");
    for (const { script } of findScriptFonts(text, language.script)) scripts.add(script);
    isWide ||= mayNeedWideFamily(text);
    hasBoxes ||= mayNeedBoxes(text);
    for (const [one] of text.matchAll(new RegExp(HAN, "gu"))) han.add(one.codePointAt(0) ?? 0);
  };
  const { title, publisher, language } = loaded.configuration;
  add(`${title}\n${publisher}`, language ?? "en");
  for (const page of loaded.pages) add(loaded.textOf(page.path) ?? page.body, page.language);
  return { scripts, isWide, hasBoxes, han };
}
