import type { PdfDict, PdfStream } from "../pdf-syntax/pdf-value.ts";
import type { DrawnGlyphs } from "./drawn-glyphs.ts";
import type { PaintedPage } from "./painted-page.ts";
import type { PdfFont } from "./read-font.ts";
import { type SaidText, SaidTexts } from "./said-text.ts";

/** How often something is so, and where first. */
export interface Tally {
  count: number;
  readonly places: { readonly page: number; readonly what: string }[];
}

/** Places that are kept of each kind. */
const MOST_PLACES = 50;

/** How a font is used on the pages. */
export interface FontUse {
  readonly font: PdfFont;
  /** First page. */
  readonly page: number;
  /** In thousandths of the size. */
  readonly widthOf: (code: number) => number;
  readonly isVertical: boolean;
  /** Of glyphs that are drawings of the PDF's own. */
  readonly drawn: DrawnGlyphs | undefined;
  /** Codes that are drawn to be seen. */
  readonly shown: Set<number>;
}

/** Text that is there and not seen, in glyphs. */
export interface HiddenText {
  /** Drawn with no fill and no outline. */
  readonly invisible: Tally;
  /** In the colour of paper; often on a dark ground, and then meant to be read. */
  readonly white: Tally;
  /** Less than a point high. */
  readonly tiny: Tally;
  /** Beside what is seen of the page. */
  readonly outside: Tally;
  /** Beside the part of the page to which drawing is bound. */
  readonly "cut off": Tally;
  /** Under something that is painted over it. */
  readonly covered: Tally;
}

/** Enough to look for a name in: a few hundred pages. */
const MOST_TEXT = 2_000_000;

const MOST_UNSURE = 3;

/** What is on all pages. */
export class ContentScan {
  readonly fonts = new Map<PdfDict, FontUse>();
  readonly hidden: HiddenText = {
    invisible: newTally(),
    white: newTally(),
    tiny: newTally(),
    outside: newTally(),
    "cut off": newTally(),
    covered: newTally(),
  };
  /** Marks around what is drawn just now that say what it says. */
  readonly speaking = new SaidTexts();
  /** What the element says to which belongs what is drawn just now. */
  elementSays: readonly SaidText[] = [];
  readonly #texts: string[] = [];
  #textLength = 0;
  /** Points of pictures over which something is painted. */
  readonly coveredPictures = newTally();
  /** Points of pictures that are cut off, too clear, or beside the page. */
  readonly unseenPictures = newTally();
  /** Signs that are said of something drawn, and are not drawn. */
  readonly said = newTally();
  /** What operators and operands are not known, by page. */
  readonly unknown = newTally();
  /** Streams whose operators were read, and pictures that are drawn. */
  readonly read = new Set<PdfStream>();
  /** Pages whose content could not be followed to its end. */
  readonly unread: number[] = [];
  hasText = false;

  /** What pages show, in the order in which it is drawn; a part where there is very much. */
  get text(): string {
    return this.#texts.join("");
  }

  /** @param text empty where a glyph has none. */
  addText(text: string): void {
    this.speaking.draw(text);
    for (const one of this.elementSays) one.draw(text);
    if (this.#textLength > MOST_TEXT) return;
    this.#textLength += text.length;
    this.#texts.push(text);
  }

  /** What was found once a page was painted whole. */
  addPainted(page: number, painted: PaintedPage): void {
    addTo(this.hidden.covered, page, "text", painted.coveredGlyphs);
    addTo(this.coveredPictures, page, "a picture", painted.coveredPictures);
    addTo(this.unseenPictures, page, "a picture", painted.unseenPictures);
    for (const omitted of painted.omitted) addTo(this.unknown, page, omitted, 1);
    if (painted.letters.piled > 0) addTo(this.unknown, page, "letters on other letters", 1);
    // A letter or two on the pattern of a box to tick say nothing.
    if (painted.unsureGlyphs > MOST_UNSURE)
      addTo(this.unknown, page, "text on a picture, a pattern or a shading", 1);
  }
}

function newTally(): Tally {
  return { count: 0, places: [] };
}

/** Counts; a place is kept once for each page and kind of thing. */
export function addTo(tally: Tally, page: number, what: string, count: number): void {
  if (count === 0) return;
  tally.count += count;
  const last = tally.places.at(-1);
  if (tally.places.length >= MOST_PLACES) return;
  if (last?.page !== page || last.what !== what) tally.places.push({ page, what });
}
