/** Values that change nothing, of any property (CSS Cascade 5 §7.3). */
const WIDE = /^(?:inherit|initial|unset|revert)$/;

/** Declarations, `name:value`, under which nothing is seen of an element, be it drawn or written. */
export const HIDES =
  /^(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|(?:opacity|font-size):0*\.?0*(?:%|[a-z]+)?|color:transparent)$/;

/** Properties that no value makes hide text: how letters, lines, lists, borders and pages are set. */
const FREE = new RegExp(
  `^(?:${[
    "text-(?:align|decoration-skip|emphasis|justify|wrap|rendering|orientation|autospace|underline-position|transform)[a-z-]*",
    "font-(?:style|weight|variant|stretch|kerning|feature|synthesis|display|family)[a-z-]*",
    "(?:hyphen|hyphenate|line-break|word-break|overflow-wrap|word-wrap|white-space|orphans|widows|quotes)[a-z-]*",
    "(?:epub|adobe|oeb|speak|ruby|list-style|break|page|page-break|counter)(?:-[a-z-]+)?",
    "border(?:-[a-z]+)*-(?:color|style|collapse)|outline-(?:color|style)|appearance|cursor|user-select",
    "writing-mode|flex-grow|order|caption-side|empty-cells|table-layout|box-sizing|float|clear|image-rendering|object-fit",
    "background-(?:repeat|size|position|origin|attachment)|(?:print-color|forced-color|text-size)-adjust",
    "src|unicode-range|system|symbols|suffix|prefix|range|pad|fallback|marks|column-(?:fill|rule)[a-z-]*",
  ].join("|")})$`,
);

/** Properties and the only values under which text stays where it is, whole and to be seen. */
const WORDS: Readonly<Record<string, RegExp>> = {
  display:
    /^(?:block|inline|inline-block|list-item|flow-root|(?:inline-)?(?:flex|grid|table)|table-(?:caption|cell|(?:(?:header|footer|row)-)?(?:row|group))|ruby[a-z-]*)$/,
  visibility: /^visible$/,
  opacity: /^1(?:\.0*)?$|^100%$/,
  position: /^(?:static|relative)$/,
  overflow: /^(?:visible|auto)$/,
  "text-decoration":
    /^(?:(?:none|underline|overline|line-through|solid|dotted|dashed|double|wavy)\s?)+$/,
  "text-decoration-line": /^(?:(?:none|underline|overline|line-through)\s?)+$/,
  "text-decoration-style": /^(?:solid|dotted|dashed|double|wavy)$/,
  "text-decoration-color": /^currentcolor$/,
  "text-decoration-thickness": /^(?:auto|from-font|thin|[12]px)$/,
  "text-combine-upright": /^(?:none|digits(?: [234])?)$/,
  flex: /^(?:none|auto|1|0 0 auto|0 1 auto|1 1 auto)$/,
  "flex-shrink": /^[01]$/,
  "flex-direction": /^(?:row|column)$/,
  "flex-wrap": /^(?:nowrap|wrap)$/,
  "flex-flow": /^(?:(?:row|column|nowrap|wrap)\s?)+$/,
  zoom: /^(?:1|100%|normal)$/,
  // Signs, not words: what is written into a sheet is not in the text.
  content:
    /^(?:none|normal|(?:(?:open|close)-quote|counters?\([^)]*\)|leader\([^)]*\)|(["'])[^\p{L}\p{N}]*?\1|\s)+)$/u,
};
/** What would lie over its neighbours, or beyond the edge, at another side. */
const ALIGNED =
  /^(?:normal|stretch|start|flex-start|self-start|left|baseline|center|(?:space-(?:between|around|evenly)))$/;
/** Hanging lines of our own books, which have as much room before them. */
const OWN = new Set(["text-indent:-1.3em"]);
const AT_REST =
  /^(?:transform|filter|clip-path|mask|animation|transition|box-shadow|text-shadow|clip|z-index|top|right|bottom|left|inset)$/;

/** Lengths in em: least, most, and how much a hundredth is. */
type Bounds = readonly [least: number, most: number, percent: number];
const LENGTHS: readonly (readonly [RegExp, Bounds])[] = [
  [/^font(?:-size)?$/, [0.32, 10, 0.01]],
  [/^line-height$/, [0.8, 5, 0.01]],
  [/^text-indent$/, [0, 8, 0.4]],
  [/^padding(?:-(?:top|bottom|block[a-z-]*))?$/, [0, 3, 0.4]],
  [/^(?:letter|word)-spacing$/, [-0.1, 2, 0.01]],
  [/^vertical-align$/, [-1, 1.5, 0.01]],
  [/^(?:margin|padding|scroll)(?:-[a-z-]+)?$/, [-0.5, 30, 0.4]],
  // Lines around a part of a line lie over the lines before and after it.
  [/^border(?:-[a-z-]+)?$|^outline(?:-width|-offset)?$|^text-underline-offset$/, [0, 0.6, 0.4]],
  [/^(?:row-|column-)?gap$|^column-count$/, [0, 10, 0.4]],
  [/^min-(?:width|height|inline-size|block-size)$/, [0, 100, 0.4]],
  [/^(?:max-)?(?:width|inline-size)$|^column-width$/, [3, 1000, 0.4]],
  [/^size$/, [10, 200, 0]],
  // A box that is less high than its text shows a part of it, or other text over it.
  [/^(?:max-)?(?:height|block-size)$/, [20, 1000, 0.4]],
];
/** In em, at the usual size of letters. */
const UNITS: Readonly<Record<string, number>> = {
  ...{ "": 1, em: 1, rem: 1, ex: 0.5, ch: 0.5, lh: 1.2, rlh: 1.2, px: 1 / 16, pt: 1 / 12, pc: 1 },
  ...{ mm: 0.24, cm: 2.4, in: 6, q: 0.06, vw: 0.4, vh: 0.4, vmin: 0.4, vmax: 0.4 },
};

/**
 * Whether text on a page is known to be seen, as far as one declaration goes. It is a closed list:
 * what is in none of the tables may hide.
 *
 * @param name without a maker's prefix; both in small letters.
 */
export function isKnownToShow(name: string, value: string): boolean {
  if (WIDE.test(value) || OWN.has(`${name}:${value}`)) return true;
  if (/^(?:align|justify|place)-/.test(name)) return ALIGNED.test(value);
  if (AT_REST.test(name.replace(/-(?:name|image|property)$/, "")))
    return /^(?:none|auto|0)$/.test(value);
  if (/^overflow(?:-[xy]|-inline|-block)?$/.test(name)) return WORDS.overflow?.test(value) === true;
  if (/^(?:color|text-fill-color|-webkit-text-fill-color)$/.test(name)) return isDark(value);
  if (/^background(?:-color|-image)?$/.test(name)) return isPaleGround(value);
  const words = WORDS[name];
  if (words !== undefined) return words.test(value);
  const bounds = LENGTHS.find(([pattern]) => pattern.test(name))?.[1];
  if (bounds !== undefined) return isWithin(value, bounds);
  return FREE.test(name);
}

const NUMBER = /(?<![\w.#-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)/g;

function isWithin(value: string, [least, most, percent]: Bounds): boolean {
  const plain = value.replace(/#[0-9a-f]{3,8}\b|rgba?\([^()]*\)|(["']).*?\1/g, "");
  if (plain.includes("(")) return false;
  return [...plain.matchAll(NUMBER)].every(([, number, unit = ""], at) => {
    const size = Number(number) * (unit === "%" ? percent : (UNITS[unit] ?? Number.NaN));
    // Nothing is never too much, where it may be nothing at all; `font` has weights beside its size.
    if (unit === "" && plain.trim() !== number && at === 0 && /^[1-9]00$/.test(number ?? ""))
      return true;
    return size >= least && size <= most;
  });
}

/** Names of colours, with how bright each is (CSS Color 4 §6.1). */
const BRIGHTNESS: Readonly<Record<string, number>> = {
  ...{ black: 0, navy: 0.02, maroon: 0.05, purple: 0.06, green: 0.15, blue: 0.07, teal: 0.17 },
  ...{
    brown: 0.1,
    red: 0.21,
    gray: 0.22,
    grey: 0.22,
    darkred: 0.05,
    darkblue: 0.02,
    darkgreen: 0.1,
  },
  ...{ windowtext: 0, canvastext: 0, linktext: 0.1, currentcolor: 0, white: 1, ivory: 0.99 },
  ...{ snow: 0.97, canvas: 1, whitesmoke: 0.91, lightyellow: 0.98, beige: 0.9, linen: 0.88 },
};
const DARKEST_GROUND = 0.75;
const BRIGHTEST_TEXT = 0.3;

/** On any ground that is known text of such a colour has a contrast above 2 (WCAG 2.2 §1.4.3). */
export function isDark(colour: string): boolean {
  return (readBrightness(colour) ?? 1) <= BRIGHTEST_TEXT;
}

/** Whether nothing but bright colours lies behind text; a picture may be dark. */
export function isPaleGround(value: string): boolean {
  const colours = value
    .replace(/^(?:repeating-)?(?:linear|radial)-gradient\((.*)\)$/, "$1")
    .match(/#[0-9a-f]+|rgba?\([^()]*\)|[a-z-]+\(?/g);
  return (colours ?? []).every(
    (one) =>
      /^(?:transparent|none|(?:no-)?repeat|center|top|left|right|bottom|to|deg|px|em|fixed|scroll|cover|contain)$/.test(
        one,
      ) || (readBrightness(one) ?? 0) >= DARKEST_GROUND,
  );
}

/** @returns from 0 to 1, on white paper (WCAG 2.2, “relative luminance”). */
function readBrightness(colour: string): number | undefined {
  const named = BRIGHTNESS[colour];
  if (named !== undefined) return named;
  const [, hex = ""] = /^#((?:[0-9a-f]{3,4}){1,2})$/.exec(colour) ?? [];
  const wide = hex.length > 4 ? hex : hex.replace(/./g, "$&$&");
  const written = /^rgba?\(([\d.%,/\s]+)\)$/.exec(colour)?.[1]?.match(/[\d.]+%?/g);
  const parts =
    hex === ""
      ? (written ?? []).map(
          (one, at) => Number.parseFloat(one) / (one.endsWith("%") ? 100 : at < 3 ? 255 : 1),
        )
      : (wide.match(/../g) ?? []).map((one) => Number.parseInt(one, 16) / 255);
  const alpha = parts[3] ?? 1;
  const [red, green, blue] = parts
    .map((one) => one * alpha + 1 - alpha)
    .map((one) => (one <= 0.04 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
