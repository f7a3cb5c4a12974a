import { type CarriedFont, chooseCarriedFonts } from "../font/carried-fonts.ts";
import { castFonts } from "../font/cast-fonts.ts";
import type { ScriptFont } from "../font/families.ts";
import type { FontSet } from "../font/load-fonts.ts";
import { formatNumber } from "../language/format.ts";
import { listChapters } from "../publication/list-chapters.ts";
import type { Publication } from "../publication/publication.ts";
import type { FontPolicy } from "../source/book-options.ts";
import type { Theme, Words } from "../theme/theme.ts";
import type { BookFile } from "./archive.ts";
import { listMarkedLanguages, markRuns, runClass } from "./mark-runs.ts";

/** What fonts a book may carry, and when. */
export interface FontSupply {
  readonly policy: FontPolicy;
  readonly fonts: FontSet;
}

/** Fonts that a book carries. */
export interface CarriedFonts {
  /** For the colophon. */
  readonly families: readonly string[];
  /** Relative to the package document: TTF. */
  readonly files: readonly BookFile[];
  /** To stand after the theme's stylesheet. */
  readonly styles: string;
  /** Marks in a document what is set in them beside the book's own script. */
  mark(document: string): string;
}

/** Apple Books leaves a book's own fonts out where this file does not ask for them. */
export const DISPLAY_OPTIONS: BookFile = {
  name: "META-INF/com.apple.ibooks.display-options.xml",
  content: `<?xml version="1.0" encoding="UTF-8"?>
<display_options>
  <platform name="*">
    <option name="specified-fonts">true</option>
  </platform>
</display_options>
`,
};

/** TrueType (EPUB 3.3 §3.2, core media types). */
export const FONT_MEDIA_TYPE = "font/ttf";

/**
 * Makes the fonts that a book carries: subsets of just the glyphs of its documents.
 *
 * @param documents as rendered without these fonts, so that nothing that is shown is forgotten:
 *   authors' lines, contents and credits are in them.
 * @returns undefined for a book that carries none, which is most books; the subsetter is not loaded.
 */
export async function carryFonts(
  supply: FontSupply,
  documents: readonly string[],
  publication: Publication,
  theme: Theme,
  words: Words,
): Promise<CarriedFonts | undefined> {
  const text = [
    ...documents.map(readShownText),
    ...readGeneratedText(theme.stylesheet("reader")),
    ...listMarkers(publication),
  ].join("\n");
  const { policy } = supply;
  const line = words.say("carried-faces", { faces: "" });
  const fonts =
    policy === "never"
      ? supply.fonts
      : await castFonts(supply.fonts, text + line, publication.language.script);
  const choose = (shown: string) =>
    chooseCarriedFonts(fonts, theme.faces, publication.language, shown, policy);
  const families = [...new Set(choose(text).map(({ family }) => family))];
  if (families.length === 0) return undefined;
  // The colophon's line about the fonts is set in them as well.
  const carried = choose(`${text}\n${words.say("carried-faces", { faces: families.join(", ") })}`);
  const { subsetGlyphs } = await import("../font/subset-glyphs.ts");
  const files: BookFile[] = [];
  for (const { characters, files: weights } of carried) {
    for (const { bytes, stem } of weights) {
      const content = await subsetGlyphs(bytes, characters);
      files.push({ name: `fonts/${stem}.ttf`, content, deflated: true });
    }
  }
  const marked = carried.flatMap(({ isOwn, scriptFont }) =>
    isOwn || scriptFont === undefined ? [] : [scriptFont],
  );
  return {
    families,
    files,
    styles: writeStyles(carried, documents),
    mark: (document) => markRuns(document, unique(marked)),
  };
}

function unique(scriptFonts: readonly ScriptFont[]): readonly ScriptFont[] {
  return [...new Set(scriptFonts)];
}

/** The words of a document, and those that stand in for its images. */
function readShownText(document: string): string {
  const body = document.slice(Math.max(0, document.indexOf("<body")));
  return body
    .replace(/<[^>]*?\salt="([^"]*)"[^>]*>/g, " $1 ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => readReference(code, 16))
    .replace(/&#(\d+);/g, (_, code: string) => readReference(code, 10))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** A character by its number; nothing for one that is none. */
function readReference(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Texts that a stylesheet puts beside elements: `content: "→"`. */
function readGeneratedText(stylesheet: string): readonly string[] {
  return [...stylesheet.matchAll(/content:\s*([^;}]*)/g)].map((match) =>
    (match[1] ?? "").replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      readReference(code, 16),
    ),
  );
}

/** Numbers and bullets of lists, which stand in no document, in the numerals of each chapter. */
function listMarkers(publication: Publication): readonly string[] {
  const chapters = listChapters(publication);
  const languages = [publication.language, ...chapters.map(({ language }) => language)];
  return ["0123456789.•◦▪", ...languages.map((one) => formatNumber(one, 1_234_567_890))];
}

/**
 * The rules for the fonts. They stand on the root and on elements that say their language, with no
 * more weight than that, so that a reader's own choice of font wins.
 */
function writeStyles(carried: readonly CarriedFont[], documents: readonly string[]): string {
  const rules = carried.flatMap(({ name, files }) =>
    files.map(
      ({ weight, style, stem }) =>
        `@font-face {\n  font-family: "${name}";\n  font-style: ${style};\n` +
        `  font-weight: ${weight};\n  src: url("fonts/${stem}.ttf");\n}`,
    ),
  );
  const own = carried.filter(({ isOwn }) => isOwn).map(({ name }) => `"${name}"`);
  if (own.length > 0) {
    rules.push(
      `html { font-family: ${own.join(", ")}, serif; }`,
      `pre, code, kbd, samp { font-family: monospace, ${own.join(", ")}; }`,
    );
  }
  for (const scriptFont of unique(
    carried.flatMap((font) =>
      font.isOwn || font.scriptFont === undefined ? [] : [font.scriptFont],
    ),
  )) {
    const names = carried
      .filter((font) => font.scriptFont === scriptFont)
      .map(({ name }) => `"${name}"`);
    const languages = listMarkedLanguages(documents, scriptFont.script);
    const places = [`.${runClass(scriptFont)}`, ...languages.map((tag) => `[lang="${tag}"]`)];
    rules.push(`${places.join(", ")} { font-family: ${names.join(", ")}, serif; }`);
  }
  return `\n${rules.join("\n")}\n`;
}
