import type { Language } from "../language/language.ts";
import { castFonts } from "./cast-fonts.ts";
import type { FontSet } from "./load-fonts.ts";
import {
  type CoverFont,
  NAME_LETTERS,
  nameUndrawn,
  type OpenFont,
  openCoverFonts,
  shapeLine,
} from "./shape-text.ts";

/** What is asked of a font. */
export interface FontWish {
  /** As a drawing or a style sheet names it: ours stand for those of the machine. */
  readonly family: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly direction: "ltr" | "rtl";
}

/** The first of each kind; every other family lends what these lack. */
const FAMILIES = {
  sans: ["Source Sans 3", "Vazirmatn"],
  serif: ["Source Serif Pro", "Scheherazade New"],
  mono: ["Source Code Pro", "Vazirmatn"],
} as const;
type Kind = keyof typeof FAMILIES;

/** Names of fonts with serifs that machines have, and of those with letters of one width. */
const SERIF =
  /(?<!sans[- ])serif|times|georgia|garamond|roman|palatino|book|cambria|liberation serif/i;
const MONO = /mono|courier|consolas|menlo|typewriter|code/i;

function kindOf(family: string): Kind {
  if (MONO.test(family)) return "mono";
  return SERIF.test(family) ? "serif" : "sans";
}

/**
 * Opens fonts for some characters, and sets lines of words in them as shapes, so that no font of the
 * machine is asked for.
 *
 * @param characters everything that will be set, and perhaps more.
 */
export async function openWords(fonts: FontSet, language: Language, characters: string) {
  const shown = characters.normalize("NFC");
  const cast = await castFonts(fonts, shown, language.script);
  const opened = new Map<string, readonly OpenFont[]>();
  for (const kind of Object.keys(FAMILIES) as Kind[]) {
    for (const isBold of [false, true]) {
      for (const isItalic of [false, true]) {
        const files = chooseFiles(cast, kind, isBold, isItalic);
        opened.set(
          `${kind} ${isBold} ${isItalic}`,
          await openCoverFonts(files, shown + NAME_LETTERS),
        );
      }
    }
  }
  return (text: string, wish: FontWish) => {
    const own = opened.get(`${kindOf(wish.family)} ${wish.isBold} ${wish.isItalic}`) ?? [];
    const lineLanguage = { ...language, direction: wish.direction };
    const { text: named, lacking } = nameUndrawn(text, own);
    const line = shapeLine(named, own, lineLanguage);
    const glyphs = line?.glyphs ?? [];
    return {
      width: line?.width ?? 0,
      lacking,
      draw: (x: number, y: number, sizePx: number) =>
        glyphs
          .map((glyph) => {
            const scale = sizePx / glyph.unitsPerEm;
            const [left, baseline] = [x + glyph.x * sizePx, y - glyph.y * sizePx];
            return glyph.path.replace(
              /(-?[\d.]+),(-?[\d.]+)/g,
              (_, across: string, up: string) =>
                `${round(left + Number(across) * scale)},${round(baseline - Number(up) * scale)}`,
            );
          })
          .join(""),
    };
  };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** The files of a family that are nearest to a wish; of every family, so that nothing is lacking. */
function chooseFiles(
  fonts: FontSet,
  kind: Kind,
  isBold: boolean,
  isItalic: boolean,
): readonly CoverFont[] {
  return [...new Set([...FAMILIES[kind], ...fonts.keys()])].flatMap((name) => {
    const files = fonts.get(name)?.files ?? [];
    const style = isItalic && files.some((file) => file.style === "italic") ? "italic" : "normal";
    const styled = files.filter((file) => file.style === style);
    const weights = styled.map(({ weight }) => weight).sort((one, other) => one - other);
    const weight = weights.at(isBold ? -1 : 0);
    return styled.filter((file) => file.weight === weight);
  });
}
