/** How words in a drawing look, as far as a face and its place follow from it. */
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

/** An element as style sheets see it. */
export interface StyledElement {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Attributes that say how words look, by name; a `style` attribute as it is. */
  readonly says: ReadonlyMap<string, string>;
}

/** The attributes of an element that are kept in `says`. */
export const WORD_ATTRIBUTES: ReadonlySet<string> = new Set([
  "alignment-baseline",
  "direction",
  "dominant-baseline",
  "font",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "style",
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

/** A rule of a style sheet that is about words. */
export interface WordRule {
  readonly matches: (element: StyledElement) => boolean;
  readonly declarations: readonly Declaration[];
}

type Declaration = readonly [property: string, value: string];

/** The rules of a drawing's style sheets that are about words; selectors of one part each. */
export function readWordRules(styles: string): readonly WordRule[] {
  const plain = styles.replace(/\/\*.*?(?:\*\/|$)/gs, " ");
  return [...plain.matchAll(/([^{}]*)\{([^{}]*)(?:\}|$)/g)].flatMap(
    ([, selectors = "", body = ""]) => {
      const declarations = readDeclarations(body);
      if (declarations.length === 0) return [];
      return selectors.split(",").flatMap((selector): readonly WordRule[] => {
        const match = /^(\*|[\w-]+)?((?:[.#][^\s.#>+~:[\]()]+)*)$/.exec(selector.trim());
        if (match === null || selector.trim() === "") return [];
        const [, name = "*", rest = ""] = match;
        const parts = rest.match(/[.#][^.#]+/g) ?? [];
        return [
          {
            matches: (element) =>
              (name === "*" || name === element.name) &&
              parts.every((part) =>
                part.startsWith("#")
                  ? element.id === part.slice(1)
                  : element.classes.includes(part.slice(1)),
              ),
            declarations,
          },
        ];
      });
    },
  );
}

function readDeclarations(text: string): readonly Declaration[] {
  return text.split(";").flatMap((one): readonly Declaration[] => {
    const [, property = "", value = ""] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/s.exec(one) ?? [];
    return WORD_ATTRIBUTES.has(property.toLowerCase()) ? [[property.toLowerCase(), value]] : [];
  });
}

/** The style of the last of some elements, each within the one before it. */
export function styleWords(path: readonly StyledElement[], rules: readonly WordRule[]): WordStyle {
  return path.reduce((style, element) => {
    const own = [...element.says].filter(([name]) => name !== "style");
    const ruled = rules.filter(({ matches }) => matches(element));
    return [
      ...own,
      ...ruled.flatMap(({ declarations }) => declarations),
      ...readDeclarations(element.says.get("style") ?? ""),
    ].reduce(applyDeclaration, style);
  }, PLAIN);
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
  const value = written.replace(/\s*!important\s*$/i, "").trim();
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

/** CSS pixels for each unit (CSS Values 4 §6.2). */
export const UNIT_PX: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** @param whole what a hundred per cent are. */
export function readWordLength(text: string, emPx: number, whole: number): number | undefined {
  const [, digits, unit = ""] =
    /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)\s*$/i.exec(text) ?? [];
  const factor = { em: emPx, rem: 16, ex: emPx / 2, "%": whole / 100, ...UNIT_PX }[unit];
  const length = Number(digits) * (factor ?? Number.NaN);
  return Number.isFinite(length) && Math.abs(length) < 1e6 ? length : undefined;
}
