/** A sheet, upright as given. */
export interface Paper {
  /** `a4`, `letter`, `a5`, or `custom`. */
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
]);

/** Below this there is no room for a measure of 55 characters beside a column of labels. */
const SMALL_BELOW_MM = 180;
const LEAST_MM = 70;
const MOST_MM = 600;

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
  return { name, widthMm, heightMm, size: widthMm < SMALL_BELOW_MM ? "small" : "large" };
}
