import { UNIT_PX } from "./svg-numbers.ts";

/** How words in a drawing look, as far as a font and its place follow from it. */
export interface WordStyle {
  readonly family: string;
  readonly sizePx: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly anchor: "start" | "middle" | "end";
  readonly direction: "ltr" | "rtl";
  /** How far below the place that is named the line stands, in parts of the size. */
  readonly drop: number;
}

/** Properties that say how words look. */
export const WORD_ATTRIBUTES: ReadonlySet<string> = new Set([
  "alignment-baseline",
  "direction",
  "dominant-baseline",
  "font",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
]);

const PLAIN: WordStyle = {
  family: "",
  sizePx: 16,
  isBold: false,
  isItalic: false,
  anchor: "start",
  direction: "ltr",
  drop: 0,
};

type Declaration = readonly [property: string, value: string];

/**
 * The style of the last of some elements, each within the one before it.
 *
 * @param path what each says of itself, by property; what is said last counts.
 */
export function styleWords(path: readonly ReadonlyMap<string, string>[]): WordStyle {
  return path.reduce(
    (style, says) =>
      [...says].filter(([name]) => WORD_ATTRIBUTES.has(name)).reduce(applyDeclaration, style),
    PLAIN,
  );
}

const SIZE_WORDS: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

function applyDeclaration(style: WordStyle, [property, written]: Declaration): WordStyle {
  const value = written.trim();
  const word = value.toLowerCase();
  switch (property) {
    case "font": {
      const [, before = "", size = "", family = ""] =
        /^(.*?)([\d.]+[a-z%]*)(?:\s*\/\s*\S+)?\s+(.+)$/is.exec(value) ?? [];
      const parts: Declaration[] = [
        ["font-size", size],
        ["font-family", family],
        ["font-weight", /\b(?:bold|[6-9]00)\b/i.test(before) ? "bold" : "normal"],
        ["font-style", /italic|oblique/i.test(before) ? "italic" : "normal"],
      ];
      return family === "" ? style : parts.reduce(applyDeclaration, style);
    }
    case "font-family":
      return { ...style, family: word };
    case "font-size": {
      const sizePx = SIZE_WORDS[word] ?? readWordLength(word, style.sizePx, style.sizePx);
      return sizePx === undefined || sizePx < 0 ? style : { ...style, sizePx };
    }
    case "font-weight":
      if (word === "inherit") return style;
      return { ...style, isBold: word.startsWith("bold") || Number(word) >= 600 };
    case "font-style":
      return word === "inherit" ? style : { ...style, isItalic: /^(?:italic|oblique)/.test(word) };
    case "text-anchor":
      return word === "start" || word === "middle" || word === "end"
        ? { ...style, anchor: word }
        : style;
    case "direction":
      return word === "ltr" || word === "rtl" ? { ...style, direction: word } : style;
    default:
      return { ...style, drop: DROPS[word] ?? style.drop };
  }
}

/** Of `dominant-baseline` and `alignment-baseline`. */
const DROPS: Readonly<Record<string, number>> = {
  auto: 0,
  baseline: 0,
  alphabetic: 0,
  central: 0.35,
  middle: 0.27,
  hanging: 0.72,
  "text-before-edge": 0.9,
  "before-edge": 0.9,
  "text-top": 0.9,
  "text-after-edge": -0.22,
  "after-edge": -0.22,
  "text-bottom": -0.22,
  ideographic: -0.12,
};

/** @param whole what a hundred per cent are. */
export function readWordLength(text: string, emPx: number, whole: number): number | undefined {
  const [, digits, unit = ""] =
    /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*$/i.exec(text) ?? [];
  const factor = { em: emPx, rem: 16, ex: emPx / 2, "%": whole / 100, ...UNIT_PX }[unit];
  const length = Number(digits) * (factor ?? Number.NaN);
  return Number.isFinite(length) && Math.abs(length) < 1e6 ? length : undefined;
}
