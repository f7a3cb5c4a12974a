/** CSS pixels for each unit (CSS Values 4 §6.2). */
export const UNIT_PX: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** Without a text there is one size of type: a browser's own. */
const EM_PX: Readonly<Record<string, number>> = { em: 16, rem: 16, ex: 8, ch: 8 };

/** Browsers reckon lengths in single precision; beyond this they reckon with nothing. */
const LARGEST = 1e8;

/** A number as SVG writes it (SVG 1.1 §4.2), at a place in a text. */
export const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

const LENGTH = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*|%)$/;

/** A length in CSS pixels or, with its sign, in per cent; undefined where it is neither. */
export function readLength(text: string): string | undefined {
  const [, digits = "", unit = ""] = LENGTH.exec(text.trim()) ?? [];
  const factor = unit === "%" ? 1 : (UNIT_PX[unit.toLowerCase()] ?? EM_PX[unit.toLowerCase()]);
  const length = Number(digits) * (factor ?? Number.NaN);
  if (digits === "" || !(Math.abs(length) <= LARGEST)) return undefined;
  return `${length}${unit === "%" ? "%" : ""}`;
}

/** The numbers of a list, up to the first that is none. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  const gap = /[\t\n\f\r ,]*/y;
  for (let at = 0; at < text.length; ) {
    gap.lastIndex = at;
    gap.exec(text);
    NUMBER.lastIndex = gap.lastIndex;
    const number = Number(NUMBER.exec(text)?.[0] ?? Number.NaN);
    if (!(Math.abs(number) <= LARGEST)) break;
    numbers.push(number);
    at = NUMBER.lastIndex;
  }
  return numbers;
}

/** The part of something between 0 and 1; what no eye tells from nothing or all is that. */
export function readOpacity(text: string): string | undefined {
  const [, digits = "", unit = ""] = LENGTH.exec(text.trim()) ?? [];
  if (digits === "" || (unit !== "" && unit !== "%")) return undefined;
  return String(settleOpacity(Number(digits) / (unit === "%" ? 100 : 1)));
}

/** Parts of 255 that no eye tells from none; so many below 255 are not told from all. Pixels too: they could number a copy. */
export const UNSEEN_OPACITY = 2;

/** In hundredths; a browser paints with 255 steps. */
export function settleOpacity(opacity: number): number {
  if (opacity * 255 <= UNSEEN_OPACITY) return 0;
  if (opacity * 255 >= 255 - UNSEEN_OPACITY) return 1;
  return Math.round(opacity * 100) / 100;
}

/** @param decimals of what is kept; below 0 in tens, hundreds and so on. */
export function roundTo(number: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(number * scale) / scale || 0;
}

/** A number in its one spelling: no sign, naught or exponent more than it takes. */
export function writeNumber(number: number, decimals: number): string {
  const text = roundTo(number, decimals).toFixed(Math.max(0, decimals));
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" || short === "" ? "0" : short.replace(/^(-?)0\./, "$1.");
}

/** Lengths that `readLength` gave, with a space between. */
export function writeLengths(lengths: string, decimals: number): string {
  return lengths
    .split(" ")
    .map((length) =>
      length.endsWith("%")
        ? `${writeNumber(Number(length.slice(0, -1)), 2)}%`
        : Number.isFinite(Number(length))
          ? writeNumber(Number(length), decimals)
          : length,
    )
    .join(" ");
}

/** Numbers as short as readers can still tell them apart. */
export function joinNumbers(numbers: readonly string[]): string {
  let joined = "";
  let last = "";
  for (const number of numbers) {
    const isApart =
      last === "" || number.startsWith("-") || (number.startsWith(".") && last.includes("."));
    joined += isApart ? number : ` ${number}`;
    last = number;
  }
  return joined;
}
