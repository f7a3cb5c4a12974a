import type { Language } from "../language/language.ts";
import type { FaceChoice } from "../theme/theme.ts";
import type { FontFile, FontSet } from "./load-fonts.ts";

/**
 * The files that a cover is set in, best first: the bold upright slices of the display face of the
 * book's language or script, then those of the other scripts for what is borrowed from them.
 */
export function chooseCoverFiles(
  fonts: FontSet,
  faces: ReadonlyMap<string, FaceChoice>,
  language: Language,
): readonly FontFile[] {
  const subtag = language.tag.split("-")[0] ?? "";
  const own = faces.get(language.tag) ?? faces.get(subtag) ?? faces.get(language.script);
  const choices = own === undefined ? [...faces.values()] : [own, ...faces.values()];
  const families = [...new Set(choices.map(({ heads }) => heads)), ...fonts.keys()];
  return [...new Set(families)].flatMap((name) => {
    const upright = (fonts.get(name)?.files ?? []).filter(({ style }) => style === "normal");
    const boldest = Math.max(...upright.map(({ weight }) => weight));
    return upright.filter(({ weight }) => weight === boldest);
  });
}
