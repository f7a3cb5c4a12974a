import type { FontPlan, PlannedFile } from "./choose-fonts.ts";
import { nameCodePoint } from "./code-points.ts";

/** Where a print document finds its font files. */
export const FONT_FOLDER = "fonts";

/**
 * Every font gets the same line box, lower than the leading. A box that is higher reaches over the
 * edge of its page, and Chromium then writes the line into the page before as well: out of sight,
 * but there for readers aloud and twice in the bookmarks. Lines of mixed scripts sit together, too.
 */
const LINE_BOX = "ascent-override:90%;descent-override:28%;line-gap-override:0%;";

/**
 * A word that has a letter which its family lacks is in an element of this class, and asks for a width
 * that its family has from the stand-in alone: so the word keeps to the family of its place, text or
 * heading, which no selector could tell.
 */
export const WIDE_WORD_CLASS = "other-face";
const STAND_IN_STRETCH = "font-stretch:75%";

/** `@font-face` rules for the files of a plan, and the chains as custom properties. */
export function writeFontStylesheet(plan: FontPlan): string {
  const faces = plan.files.map((file) => writeFontFace(file, file.family));
  const standIns = [...plan.standIns].flatMap(([family, standIn]) =>
    plan.files
      .filter((file) => file.family === standIn)
      .map((file) => writeFontFace(file, family, `${STAND_IN_STRETCH};`)),
  );
  const list = (families: readonly string[]) => families.map((name) => `"${name}"`).join(",");
  return [
    ...faces,
    ...standIns,
    standIns.length === 0 ? "" : `.${WIDE_WORD_CLASS}{${STAND_IN_STRETCH}}`,
    ":root{",
    `--text-face:${list(plan.chains.text)};`,
    `--heads-face:${list(plan.chains.heads)};`,
    `--mono-face:${list(plan.chains.mono)}`,
    "}",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function writeFontFace(file: PlannedFile, family: string, stretch = ""): string {
  const ranges = file.declared.map(([first, last]) =>
    first === last
      ? nameCodePoint(first)
      : `${nameCodePoint(first)}-${nameCodePoint(last).slice(2)}`,
  );
  const format = file.fileName.endsWith(".ttf") ? "truetype" : "woff2";
  return [
    "@font-face{",
    `font-family:"${family}";font-style:${file.style};font-weight:${file.weight};`,
    stretch,
    file.sizeAdjust === 100 ? "" : `size-adjust:${file.sizeAdjust}%;`,
    LINE_BOX,
    `src:url("${FONT_FOLDER}/${file.fileName}") format("${format}");`,
    `unicode-range:${ranges.join(",")}`,
    "}",
  ].join("");
}
