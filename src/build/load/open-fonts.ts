import { findCompanions, HAN } from "../../font/families.ts";
import { type FontSet, loadFonts } from "../../font/load-fonts.ts";
import { mayNeedBoxes, mayNeedWideFamily } from "../../font/wide-families.ts";
import type { Host } from "../../host/host.ts";
import { listCalendarWords } from "../../language/format.ts";
import { parseLanguage } from "../../language/language.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";

/** The bundled faces, and those of the other scripts and letters that the curriculum's pages have. */
export function openFonts(host: Host, loaded: LoadedCurriculum): Promise<FontSet> {
  const scripts = new Set<string>();
  const han = new Set<number>();
  let isWide = false;
  let hasBoxes = false;
  const add = (shown: string, tag: string) => {
    const language = parseLanguage(tag);
    const script = language?.script ?? "Latn";
    const text = [shown, ...(language === undefined ? [] : listCalendarWords(language))].join("\n");
    for (const companion of findCompanions(text, script)) scripts.add(companion.script);
    isWide ||= mayNeedWideFamily(text);
    hasBoxes ||= mayNeedBoxes(text);
    for (const [one] of text.matchAll(new RegExp(HAN, "gu"))) han.add(one.codePointAt(0) ?? 0);
  };
  const { title, publisher, language } = loaded.configuration;
  add(`${title}\n${publisher}`, language ?? "");
  for (const page of loaded.pages) add(loaded.textOf(page.path) ?? page.body, page.language);
  return loadFonts(host.fileSystem, { scripts, isWide, hasBoxes, han });
}
