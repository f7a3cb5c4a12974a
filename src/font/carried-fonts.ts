import type { Language } from "../language/language.ts";
import type { FontPolicy } from "../source/book-options.ts";
import type { FontChoice } from "../theme/theme.ts";
import { chooseFonts } from "./choose-fonts.ts";
import { collectCodePoints } from "./code-points.ts";
import { findScriptFonts, type ScriptFont, SIGN_FAMILIES } from "./families.ts";
import type { FontSet } from "./load-fonts.ts";

/**
 * The scripts whose letters a device cannot be trusted to have, or to draw right. Evidence, and why
 * the others are not here: docs/decisions/0003-fonts.md.
 *
 * Not in this set because phones have had them since Android 4.4: Latin, Greek, Cyrillic, Arabic,
 * Hebrew, Thai, Armenian, Georgian, Devanagari, Bengali, Tamil, Telugu, Kannada, Malayalam, Chinese,
 * Japanese, Korean.
 */
const RARE_SCRIPTS: ReadonlySet<string> = new Set([
  // Phones sold in Myanmar drew Burmese by another code, Zawgyi, for years: Unicode comes out wrong.
  "Mymr",
  // On Android since 4.x; e-readers are not known to have it.
  "Ethi",
  // Came to Android with 4.4 and 5; what a market does not ask for, a manufacturer may leave out.
  "Khmr",
  "Laoo",
  "Gujr",
  "Guru",
  "Orya",
  "Sinh",
  "Thaa",
  // In Android since 5, and seldom asked for.
  "Tibt",
  "Cher",
  "Nkoo",
  "Tfng",
  // Not in Android 5; Syriac in its oldest style only.
  "Adlm",
  "Mong",
  "Syrc",
]);

/** A font that a book carries: one slice of a family, which is one family of its own in CSS. */
export interface CarriedFont {
  /** As the colophon names it. */
  readonly family: string;
  /** As the stylesheet names it: slices of one family are apart, old engines know no ranges. */
  readonly name: string;
  /** Set where the font is that of one script. */
  readonly scriptFont?: ScriptFont;
  /** True where the book's text as a whole is set in it, false for runs of its script alone. */
  readonly isOwn: boolean;
  /** What it may be asked for: characters of the text, each once. */
  readonly characters: string;
  readonly files: readonly CarriedFile[];
}

/** A font to make a subset of. */
export interface CarriedFile {
  /** WOFF2. */
  readonly bytes: Uint8Array;
  readonly weight: "normal" | "bold";
  readonly style: "normal" | "italic";
  /** Below `fonts/`, without its ending. */
  readonly stem: string;
}

/**
 * Chooses what fonts a book carries.
 *
 * @param text everything that the book shows.
 * @returns the fonts in the order in which they are asked for a glyph; none for most books.
 */
export function chooseCarriedFonts(
  fonts: FontSet,
  choices: ReadonlyMap<string, FontChoice>,
  language: Language,
  text: string,
  policy: FontPolicy,
): readonly CarriedFont[] {
  const scriptFonts = findCarried(text, language.script, policy);
  if (policy === "never" || (policy === "auto" && scriptFonts.length === 0)) return [];
  const codePoints = new Set<number>();
  collectCodePoints(text, codePoints);
  // Joiners too: they need no glyph, but rules of some fonts look for them.
  const characters = [...new Set(text)];
  const plan = chooseFonts(fonts, choices, language, text, codePoints, scriptFonts);
  const byFamily = new Map(scriptFonts.map((one) => [one.family.name, one]));
  return plan.chains.text.flatMap((family): readonly CarriedFont[] => {
    const scriptFont = byFamily.get(family);
    if (SIGN_FAMILIES.includes(family) || (policy === "auto" && scriptFont === undefined))
      return [];
    const files = plan.files.filter((file) => file.family === family);
    const isStandIn = [...plan.standIns.values()].includes(family);
    const lent = isStandIn ? [...plan.rareClusters].join("") : undefined;
    return [...new Set(files.map(({ subset }) => subset))].map((subset, index) => ({
      family,
      name: index === 0 ? family : `${family} ${subset}`,
      ...(scriptFont === undefined ? {} : { scriptFont }),
      isOwn: policy === "always" || scriptFont?.script === language.script,
      characters: characters
        .filter((one) => scriptFont === undefined || lends(scriptFont, one))
        .filter((one) => lent?.includes(one) ?? true)
        .join(""),
      files: listFiles(
        files.filter((file) => file.subset === subset),
        scriptFont,
      ),
    }));
  });
}

/** The scripts of a text whose fonts a book would carry, whether they are installed or not. */
export function findCarried(
  text: string,
  bookScript: string,
  policy: FontPolicy,
): readonly ScriptFont[] {
  if (policy === "never") return [];
  const found = findScriptFonts(text, bookScript);
  return policy === "always" ? found : found.filter(({ script }) => RARE_SCRIPTS.has(script));
}

const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** The font of a script draws that script, and the signs between: not the Latin letters that some hold. */
function lends({ characters }: ScriptFont, character: string): boolean {
  return characters.test(character) || SHARED.test(character);
}

/** Chinese, Japanese and Korean are heavy: a reading system makes their bold of the regular weight. */
const ONE_WEIGHT: ReadonlySet<string> = new Set(["Hans", "Hant", "Jpan", "Kore"]);

/** The regular weight, the boldest, and the italic of the regular where there is one. */
function listFiles(
  files: readonly {
    readonly bytes: Uint8Array;
    readonly weight: number;
    readonly style: "normal" | "italic";
    readonly fileName: string;
  }[],
  scriptFont: ScriptFont | undefined,
): readonly CarriedFile[] {
  const weights = files.map(({ weight }) => weight).sort((one, other) => one - other);
  const [regular, boldest] = [weights[0], weights.at(-1)];
  const isOneWeight = scriptFont !== undefined && ONE_WEIGHT.has(scriptFont.script);
  return files
    .filter(
      ({ weight, style }) =>
        weight === regular || (weight === boldest && style === "normal" && !isOneWeight),
    )
    .map(({ bytes, weight, style, fileName }) => ({
      bytes,
      weight: weight === regular ? ("normal" as const) : ("bold" as const),
      style,
      stem: fileName.replace(/\.\w+$/, ""),
    }));
}
