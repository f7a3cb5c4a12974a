import { findCompanions } from "../font/families.ts";
import { type FontSet, loadFonts } from "../font/load-fonts.ts";
import { mayNeedWideFamily } from "../font/wide-families.ts";
import { parseLanguage } from "../language/language.ts";
import type { LoadedCurriculum } from "./load-curriculum.ts";
import type { Machine } from "./terminal.ts";

/** The bundled faces, and those of the other scripts and letters that the curriculum's pages have. */
export function openFonts(machine: Machine, loaded: LoadedCurriculum): Promise<FontSet> {
  const scripts = new Set<string>();
  const { title, publisher, language } = loaded.configuration;
  const ownScript = parseLanguage(language ?? "")?.script ?? "Latn";
  for (const { script } of findCompanions(`${title}\n${publisher}`, ownScript)) scripts.add(script);
  let isWide = mayNeedWideFamily(`${title}\n${publisher}`);
  for (const page of loaded.pages) {
    const bookScript = parseLanguage(page.language)?.script ?? "Latn";
    const text = loaded.textOf(page.path) ?? page.body;
    for (const { script } of findCompanions(text, bookScript)) scripts.add(script);
    isWide ||= mayNeedWideFamily(text);
  }
  return loadFonts(machine.world, { scripts, isWide });
}
