import type { CoverColours } from "./theme.ts";

/** Black on white, and a green-blue that is a middle grey on a screen without colours. */
export const COVER_COLOURS: CoverColours = {
  paper: "#ffffff",
  ink: "#111111",
  accent: "#00596b",
};

/** WCAG 2.2: 1.4.3 for words, 1.4.11 for shapes that say something. */
const LEAST_RATIOS = { ink: 4.5, accent: 3 } as const;

/** A colour of a cover that can hardly be told from its paper. */
export interface FaintColour {
  readonly name: keyof typeof LEAST_RATIOS;
  readonly colour: string;
  /** Cut to one decimal: what is too little never reads as enough. */
  readonly ratio: number;
  readonly leastRatio: number;
}

/** The first colour that has too little contrast with the paper, or undefined. */
export function findFaintColour(colours: CoverColours): FaintColour | undefined {
  for (const name of ["ink", "accent"] as const) {
    const ratio = contrast(colours[name], colours.paper);
    const leastRatio = LEAST_RATIOS[name];
    if (ratio < leastRatio) {
      return { name, colour: colours[name], ratio: Math.floor(ratio * 10) / 10, leastRatio };
    }
  }
  return undefined;
}

/** WCAG 2.2, "contrast ratio" of two colours, each `#rrggbb`: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance", of `#rrggbb`. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
