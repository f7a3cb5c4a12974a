/** A sheet, upright as given. */
export interface Paper {
  /** `a4`, `letter`, `a5`, `a6`, `legal`, or `custom`. */
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Small sheets have no column for labels, narrower margins and smaller type. */
  readonly size: "large" | "small";
}

/** ISO 216, and ANSI/ASME Y14.1. Chromium takes some names for others, so sizes are in millimetres. */
const NAMED: ReadonlyMap<string, readonly [widthMm: number, heightMm: number]> = new Map([
  ["a4", [210, 297]],
  ["letter", [215.9, 279.4]],
  ["a5", [148, 210]],
  ["a6", [105, 148]],
  ["legal", [215.9, 355.6]],
]);

/** What to type, for messages. */
export const PAPER_HINT =
  "Write a4, letter, a5, a6, legal, or the width and height in millimetres, from 70 to 600, such as 170x240.";

/** Below this there is no room for a measure of 55 characters beside a column of labels. */
const SMALL_BELOW_MM = 180;
/** Below this a line of 9 points has fewer than 45 characters between the margins of small sheets. */
const TINY_BELOW_MM = 125;
const LEAST_MM = 70;
const MOST_MM = 600;

/** Half a millimetre is lost where a sheet is folded: half of an A4 sheet is A5. */
const FOLD_TOLERANCE_MM = 0.6;

/** Reads `a4`, `Letter`, `210x297`, `210 × 297 mm`. Undefined for anything else, and outside 70–600 mm. */
export function parsePaper(text: string): Paper | undefined {
  const written = text.trim().toLowerCase();
  const named = NAMED.get(written);
  if (named !== undefined) return paperOf(written, named[0], named[1]);
  const match =
    /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:mm)?\s*[x×]\s*(\d{1,3}(?:\.\d{1,2})?)\s*(?:mm)?$/.exec(written);
  if (match === null) return undefined;
  const [widthMm, heightMm] = [Number(match[1]), Number(match[2])];
  if (![widthMm, heightMm].every((side) => side >= LEAST_MM && side <= MOST_MM)) return undefined;
  const same = [...NAMED].find(([, [w, h]]) => w === widthMm && h === heightMm);
  return paperOf(same?.[0] ?? "custom", widthMm, heightMm);
}

function paperOf(name: string, widthMm: number, heightMm: number): Paper {
  const size = widthMm < SMALL_BELOW_MM ? "small" : "large";
  return { name, widthMm, heightMm, size };
}

/** True for a small sheet that fits a pocket: its margins are as narrow as a printer allows. */
export function isTiny({ widthMm }: Paper): boolean {
  return widthMm < TINY_BELOW_MM;
}

/**
 * The page of a sheet that is folded once across its longer side: of A4 it is A5. Undefined where
 * that is no page any more.
 */
export function foldPaper({ widthMm, heightMm }: Paper): Paper | undefined {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)];
  const half = Math.floor((long / 2) * 10) / 10;
  if (half < LEAST_MM) return undefined;
  const near = (one: number, other: number) => Math.abs(one - other) <= FOLD_TOLERANCE_MM;
  const same = [...NAMED].find(([, [w, h]]) => near(w, half) && near(h, short));
  if (same === undefined) return paperOf("custom", half, short);
  const [name, [width, height]] = same;
  return paperOf(name, width, height);
}

/** "A4", "Letter", "170 × 240 mm". */
export function describePaper({ name, widthMm, heightMm }: Paper): string {
  if (name === "custom") return `${widthMm} × ${heightMm} mm`;
  return name.startsWith("a") ? name.toUpperCase() : name[0]?.toUpperCase() + name.slice(1);
}
