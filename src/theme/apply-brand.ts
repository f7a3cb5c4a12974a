import type { Diagnostic, Outcome, Place } from "../diagnostics/diagnostic.ts";
import { contrast, findFaintColour } from "./cover-colours.ts";
import { diagnose } from "./rules.ts";
import type { AccentColour, CoverColours, Theme } from "./theme.ts";

/** A brand's colours, each as `#rrggbb`, and where they are given. */
export type BrandColours = Readonly<
  Partial<Record<keyof CoverColours, { readonly colour: string; readonly place: Place }>>
>;

const WHITE = "#ffffff";
const BLACK = "#000000";
/** WCAG 2.2: 1.4.3 for words, 1.4.11 for marks. */
const WORDS_LEAST = 4.5;
const MARKS_LEAST = 3;

/**
 * A theme in the colours of a brand: the accent in print, and the covers of EPUB books.
 *
 * @returns with THM012 (a warning) for a colour that could hardly be seen; what the theme has then
 *   stands in its place.
 */
export function applyBrand(theme: Theme, colours: BrandColours): Outcome<Theme> {
  const diagnostics: Diagnostic[] = [];
  const accent = colours.accent === undefined ? undefined : readAccent(colours.accent.colour);
  if (colours.accent !== undefined && accent === undefined) {
    const { colour, place } = colours.accent;
    const ratio = roundDown(contrast(colour, WHITE));
    const values = { name: "accent", colour, ground: "white paper", ratio, least: MARKS_LEAST };
    diagnostics.push(diagnose("THM012", place, values));
  }
  const { paper = theme.cover.paper, ink = theme.cover.ink } = mapColours(colours);
  // An accent that is too light for paper may be right on a dark cover.
  const wanted = { paper, ink, accent: colours.accent?.colour ?? theme.cover.accent };
  const faint = findFaintColour(wanted);
  const culprit = faint && (colours[faint.name] ?? colours.paper ?? colours.ink);
  const isTold = diagnostics.some(({ place }) => place === culprit?.place);
  if (faint !== undefined && culprit !== undefined && !isTold) {
    const { name, colour, ratio, leastRatio: least } = faint;
    const values = { name, colour, ground: `a cover's ${paper}`, ratio: roundDown(ratio), least };
    diagnostics.push(diagnose("THM012", culprit.place, values));
  }
  return {
    value: {
      ...theme,
      cover: faint === undefined ? wanted : theme.cover,
      ...(accent === undefined ? {} : { accent }),
    },
    diagnostics,
  };
}

function mapColours(colours: BrandColours): Partial<CoverColours> {
  return Object.fromEntries(
    Object.entries(colours).map(([name, given]) => [name, given?.colour]),
  ) as Partial<CoverColours>;
}

/** What can be done with a colour on white paper; undefined where it can hardly be seen. */
export function readAccent(colour: string): AccentColour | undefined {
  const onWhite = contrast(colour, WHITE);
  if (onWhite < MARKS_LEAST) return undefined;
  // Whatever the colour, one of the two is more than 4.5 to 1 against it.
  const isDark = onWhite >= WORDS_LEAST;
  return { mark: colour, words: isDark ? colour : BLACK, on: isDark ? WHITE : BLACK };
}

function roundDown(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}
