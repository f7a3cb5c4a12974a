import type { Asset } from "../browser/browser.ts";
import { chooseFonts, type FontPlan } from "../font/choose-fonts.ts";
import { collectCodePoints, nameCodePoint } from "../font/code-points.ts";
import { findScriptFonts } from "../font/families.ts";
import { FONT_FOLDER } from "../font/font-stylesheet.ts";
import type { FontSet } from "../font/load-fonts.ts";
import { markWideWords } from "../font/mark-wide-words.ts";
import { partClusters } from "../font/part-clusters.ts";
import type { Publication } from "../publication/publication.ts";
import type { Theme } from "../theme/theme.ts";

/** The fonts of a book, and what they make of its words. */
export interface SettledFonts {
  readonly plan: FontPlan;
  /** Names the characters that no font draws. */
  replace(text: string): string;
  /** The same for HTML, with marks where a font must change within a word. */
  mend(html: string): string;
}

/** @param undrawn what an earlier print has shown that the browser draws in no font of ours. */
export function settleFonts(
  publication: Publication,
  theme: Theme,
  fonts: FontSet,
  shown: readonly string[],
  undrawn: ReadonlySet<number> = new Set(),
): SettledFonts {
  const planned = planFonts(publication, theme, fonts, shown);
  const missing = new Set([...planned.missing, ...undrawn]);
  const plan = { ...planned, missing: [...missing].sort((one, other) => one - other) };
  const replace = replaceMissing(plan.missing);
  return { plan, replace, mend: (html) => partClusters(markWideWords(replace(html), plan), plan) };
}

function planFonts(
  { language }: Publication,
  theme: Theme,
  fonts: FontSet,
  texts: readonly string[],
): FontPlan {
  const codePoints = new Set<number>();
  for (const one of texts) collectCodePoints(one, codePoints);
  const whole = texts.join("\n");
  const scriptFonts = findScriptFonts(whole, language.script);
  return chooseFonts(fonts, theme.faces, language, whole, codePoints, scriptFonts);
}

/** What no font draws is named, so that a reader sees what is missing and no box is printed. */
function replaceMissing(missing: readonly number[]): (html: string) => string {
  if (missing.length === 0) return (html) => html;
  const characters = new RegExp(
    `[${missing.map((one) => `\\u{${one.toString(16)}}`).join("")}]`,
    "gu",
  );
  return (html) =>
    html.replace(characters, (character) => `[${nameCodePoint(character.codePointAt(0) ?? 0)}]`);
}

/** The files of the fonts, beside the pictures. */
export function assetsOf(
  plan: FontPlan,
  images: ReadonlyMap<string, Asset>,
): ReadonlyMap<string, Asset> {
  const assets = new Map(images);
  for (const file of plan.files) {
    assets.set(`${FONT_FOLDER}/${file.fileName}`, {
      bytes: file.bytes,
      mediaType: file.fileName.endsWith(".ttf") ? "font/ttf" : "font/woff2",
    });
  }
  return assets;
}
