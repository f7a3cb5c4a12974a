import type { FacePlan } from "./choose-faces.ts";
import { nameCodePoint } from "./code-points.ts";

/** Where a print document finds its font files. */
export const FONT_FOLDER = "fonts";

/**
 * Every face gets the same line box, lower than the leading. A box that is higher reaches over the
 * edge of its page, and Chromium then writes the line into the page before as well: out of sight,
 * but there for readers aloud and twice in the bookmarks. Lines of mixed scripts sit together, too.
 */
const LINE_BOX = "ascent-override:90%;descent-override:28%;line-gap-override:0%;";

/** `@font-face` rules for the files of a plan, and the chains as custom properties. */
export function writeFontStylesheet(plan: FacePlan): string {
  const faces = plan.files.map((file) => {
    const ranges = file.declared.map(([first, last]) =>
      first === last
        ? nameCodePoint(first)
        : `${nameCodePoint(first)}-${nameCodePoint(last).slice(2)}`,
    );
    return [
      "@font-face{",
      `font-family:"${file.family}";font-style:${file.style};font-weight:${file.weight};`,
      file.sizeAdjust === 100 ? "" : `size-adjust:${file.sizeAdjust}%;`,
      LINE_BOX,
      `src:url("${FONT_FOLDER}/${file.fileName}") format("woff2");`,
      `unicode-range:${ranges.join(",")}`,
      "}",
    ].join("");
  });
  const list = (families: readonly string[]) => families.map((name) => `"${name}"`).join(",");
  return [
    ...faces,
    ":root{",
    `--text-face:${list(plan.chains.text)};`,
    `--heads-face:${list(plan.chains.heads)};`,
    `--mono-face:${list(plan.chains.mono)}`,
    "}",
  ].join("\n");
}
